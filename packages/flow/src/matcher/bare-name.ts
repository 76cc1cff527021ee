/**
 * The variable that a "variable for comparison" names when it holds nothing but a name (builder-and-runtime, 7.7): `client_type`,
 * `project.x`, and `#{client_type}` too. Undefined for expressions, and for the words that cannot be names.
 */
export function bareName(compare: string): string | undefined {
  const [, wrapped, plain] = lone.exec(compare.trim()) ?? []
  const name = wrapped ?? plain
  return name === undefined || notNames.has(name) ? undefined : name
}

const name = String.raw`(?:(?:client|клиент|project|проект)\s*\.\s*)?\p{L}[\p{L}\p{M}\p{N}_]*`
const lone = new RegExp(String.raw`^(?:#\{\s*(${name})\s*\}|(${name}))$`, 'u')

const notNames: ReadonlySet<string> = new Set(['True', 'False', 'None', 'true', 'false', 'null', 'and', 'or', 'not', 'AND', 'OR', 'NOT'])
