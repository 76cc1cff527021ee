import { isDynamic } from '@voronka/flow'

/** What is wrong with the code of buttons (builder-and-runtime, section 14). `at`: which button, from 1. */
export type ButtonCodeFault =
  | { readonly what: 'codeBad'; readonly why: string }
  | { readonly what: 'codeNotList' }
  | { readonly what: 'codeFields'; readonly at: number; readonly why: string }

/** Code with variables is put together when it runs, so nothing certain can be said of it, except where `#{…}` stands inside quotes only. */
export function buttonCodeFault(code: string): ButtonCodeFault | undefined {
  const text = code.trim()
  if (!text || isDynamic(withoutQuoted(text))) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    return { what: 'codeBad', why: error instanceof Error ? error.message : '' }
  }
  if (!Array.isArray(parsed)) return { what: 'codeNotList' }
  for (const [index, button] of parsed.entries()) {
    const why = fieldFault(button)
    if (why) return { what: 'codeFields', at: index + 1, why }
  }
  return undefined
}

function withoutQuoted(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, '""')
}

/** In the words of the format itself, which are English. */
function fieldFault(button: unknown): string | undefined {
  if (typeof button !== 'object' || button === null || Array.isArray(button)) return '{ … }'
  const { type, text, line, index_in_line: index, callback, url, buttons }: Record<string, unknown> = { ...button }
  if (type !== undefined && type !== 'reply' && type !== 'inline') return '"type": "reply" | "inline"'
  if (text === undefined && buttons === undefined) return '"text"'
  for (const [name, value] of Object.entries({ text, callback, url }))
    if (value !== undefined && typeof value !== 'string') return `"${name}": "…"`
  for (const [name, value] of Object.entries({ line, index_in_line: index })) {
    if (value !== undefined && !(typeof value === 'number' && Number.isInteger(value) && value >= 0)) return `"${name}": 0, 1, 2 …`
  }
  return undefined
}
