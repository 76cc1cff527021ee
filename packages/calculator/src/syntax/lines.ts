import { isWhite } from '../value/numbers.ts'

/** Places from which and up to which something reaches. */
export type Extent = readonly [from: number, to: number]

export interface Line {
  /** Where its content ends: at the line feed, or at a comment that goes on over it. */
  readonly end: number
  readonly next: number
  /** Comments inside the content. */
  readonly comments: readonly Extent[]
}

/**
 * The line that begins at `from`. A comment opens at the start, after white space, or directly after another comment, but not inside a literal
 * that is closed on this line; one that holds a line feed ends the line, one without its end takes the rest of the script (section 3.2).
 */
export function lineFrom(source: string, from: number): Line {
  const comments: Extent[] = []
  const unclosed = new Set<number>()
  let mayComment = true
  let at = from
  for (; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === lineFeed) return { end: at, next: at + 1, comments }
    if ((code === singleQuote || code === doubleQuote) && !unclosed.has(code)) {
      const close = closingQuote(source, at)
      if (close === undefined) unclosed.add(code)
      else at = close
      mayComment = false
    } else if (mayComment && code === slash && source.charCodeAt(at + 1) === star) {
      const close = source.indexOf('*/', at + 2)
      if (close < 0) return { end: at, next: source.length, comments }
      if (source.slice(at, close).includes('\n')) return { end: at, next: close + 2, comments }
      comments.push([at, close + 2])
      at = close + 1
    } else mayComment = isWhite(code)
  }
  return { end: at, next: at, comments }
}

/** Line numbers of places in a source, from 1. */
export class LineNumbers {
  private readonly starts: number[] = [0]

  constructor(source: string) {
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  at(place: number): number {
    let low = 0
    let high = this.starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) <= place) low = middle
      else high = middle
    }
    return high
  }
}

function closingQuote(source: string, from: number): number | undefined {
  const quote = source.charCodeAt(from)
  for (let at = from + 1; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === quote) return at
    if (code === lineFeed) return undefined
    if (code === backslash && source.charCodeAt(at + 1) !== lineFeed) at++
  }
  return undefined
}

const lineFeed = 10
const doubleQuote = 34
const singleQuote = 39
const star = 42
const slash = 47
const backslash = 92
