import { length } from '@voronka/calculator'

/**
 * Part of a text from one position up to, not including, another. Positions count code points, negative ones from the end, and those
 * outside the text are clamped.
 */
export function sliceText(text: string, from: number, to?: number): string {
  if (!surrogate.test(text)) return text.slice(from, to)
  const size = length(text)
  const start = clamp(from, size)
  const end = clamp(to ?? size, size)
  return start < end ? text.slice(unitIndex(text, start), unitIndex(text, end)) : ''
}

/** First character of a text, which may be two UTF-16 units; empty for an empty text. */
export function firstCharacter(text: string): string {
  return text === '' ? '' : String.fromCodePoint(text.codePointAt(0) ?? 0)
}

const surrogate = /[\ud800-\udfff]/

function clamp(position: number, size: number): number {
  return Math.min(Math.max(position < 0 ? size + position : position, 0), size)
}

/** Index in UTF-16 units of the code point at a position. */
function unitIndex(text: string, position: number): number {
  let at = 0
  for (let passed = 0; passed < position && at < text.length; passed++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  return at
}
