import { isName, isReservedName } from '@voronka/calculator'

/** One value of a JSON answer, with the path that "saved values" find it by. */
export interface AnswerRow {
  readonly path: string
  readonly key: string
  readonly depth: number
  /** What stands there; of a list or dict, how many it holds. */
  readonly value: string
  readonly holds?: number
}

/** More is cut: nobody reads it, and the page stays quick. */
const mostRows = 300
const longestValue = 200

/** The values of an answer in their order; undefined: it is no JSON, or JSON that is one plain value. */
export function answerRows(body: string): { readonly rows: readonly AnswerRow[]; readonly cut: boolean } | undefined {
  let answer: unknown
  try {
    answer = JSON.parse(body)
  } catch {
    return undefined
  }
  if (typeof answer !== 'object' || answer === null) return undefined
  const rows: AnswerRow[] = []
  const walk = (container: object, path: string, depth: number): void => {
    for (const [key, value] of Object.entries(container)) {
      if (rows.length > mostRows) return
      // A path is cut at its bars, so what lies behind such a key cannot be named.
      if (key.includes('|') || key.trim() !== key || key === '') continue
      const here = path ? `${path}|${key}` : key
      const inner: unknown = value
      if (typeof inner === 'object' && inner !== null) {
        rows.push({ path: here, key, depth, value: Array.isArray(inner) ? '[…]' : '{…}', holds: Object.keys(inner).length })
        if (depth < 12) walk(inner, here, depth + 1)
      } else rows.push({ path: here, key, depth, value: shortened(JSON.stringify(inner)) })
    }
  }
  walk(answer, '', 0)
  return { rows: rows.slice(0, mostRows), cut: rows.length > mostRows }
}

const shortened = (text: string): string => (text.length > longestValue ? `${text.slice(0, longestValue)}…` : text)

/** A name for what is saved: the last key of the path that can be one, with a number where it is taken. */
export function variableFor(path: string, taken: readonly string[]): string {
  const keys = path.split('|').map((key) => key.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^[_\p{N}]+|_+$/gu, ''))
  const name = keys.findLast((key) => isName(key) && !isReservedName(key)) ?? 'answer'
  if (!taken.includes(name)) return name
  let number = 2
  while (taken.includes(`${name}${number}`)) number++
  return `${name}${number}`
}
