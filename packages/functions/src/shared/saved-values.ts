import { asArray, asDict, isDict, parseJson, toText, type Value } from '@voronka/calculator'

/** What of an answer goes into which variable: `path|to|0|value -> variable` (http-api, section 10). */
export interface SaveLine {
  readonly path: string
  readonly variable: string
}

/** Reads the lines of "saved values"; those that are none are in `bad`. Lines end with `;` or a line break. */
export function readSaveLines(text: string): { readonly lines: readonly SaveLine[]; readonly bad: readonly string[] } {
  const lines: SaveLine[] = []
  const bad: string[] = []
  for (const written of text.split(/[;\n]/)) {
    const line = written.trim()
    if (line === '') continue
    const at = line.lastIndexOf('->')
    const [path, variable] = [line.slice(0, Math.max(at, 0)).trim(), line.slice(at + 2).trim()]
    if (at < 0 || path === '' || variable === '') bad.push(line)
    else lines.push({ path, variable })
  }
  return { lines, bad }
}

/** The values of a JSON answer that the lines name; `missing` are the paths that it does not have. */
export function savedValues(
  body: string,
  lines: readonly SaveLine[],
): { readonly saved: readonly { readonly variable: string; readonly value: Value }[]; readonly missing: readonly string[] } {
  if (lines.length === 0) return { saved: [], missing: [] }
  const answer = parseJson(body.trim()) ?? null
  const saved: { variable: string; value: Value }[] = []
  const missing: string[] = []
  for (const { path, variable } of lines) {
    const value = at(answer, path)
    if (value === undefined) missing.push(path)
    else saved.push({ variable, value })
  }
  return { saved, missing }
}

/** `a|0|b`: keys of dicts and indexes of arrays. */
function at(answer: Value, path: string): Value | undefined {
  let value: Value | undefined = answer
  for (const key of path.split('|').map((part) => part.trim())) {
    const container: Value | undefined = value === undefined ? undefined : (asArray(value) ?? asDict(value))
    if (container === undefined) return undefined
    if (isDict(container)) value = container.get(key)
    else value = Array.isArray(container) && /^\d+$/.test(key) ? (container as readonly Value[])[Number(key)] : undefined
  }
  return value
}

/** The lines of a `save_settings` argument: text, or a dict of variable and path. */
export function saveLinesOf(settings: Value | undefined): ReturnType<typeof readSaveLines> {
  if (settings === undefined || settings === null || settings === '') return { lines: [], bad: [] }
  const dict = asDict(settings)
  if (!dict) return readSaveLines(toText(settings))
  return { lines: Array.from(dict, ([variable, path]) => ({ variable, path: toText(path) })), bad: [] }
}
