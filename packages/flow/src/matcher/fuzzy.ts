import { commonSubsequence, positionsOf, type Positions } from './common-subsequence.ts'
import { looseForm } from './normal-forms.ts'

/** One side of a fuzzy comparison, digested once. */
export interface FuzzyText {
  readonly loose: string
  /** Code points; of a text beyond `mostCompared` the first ones. */
  readonly codes: Uint32Array
  /** Code points of the whole text. */
  readonly length: number
  readonly words: number
  readonly digits: string
}

/**
 * Similarity is computed on this many code points of each side; longer texts are judged by their beginnings. It keeps the work linear in the
 * length of either side: a comparison takes at most 128 additions a character.
 */
export const mostCompared = 4096

/** Word orders are tried up to this length: 24 orders of longer texts would be too much work, and buttons and phrases are shorter. */
const mostReordered = 1024

export function fuzzyText(text: string): FuzzyText {
  const loose = looseForm(text)
  const codes: number[] = []
  let length = 0
  for (let at = 0; at < loose.length; at++) {
    const code = loose.codePointAt(at) ?? 0
    if (code > 0xffff) at++
    length++
    if (length <= mostCompared) codes.push(code)
  }
  return { loose, codes: Uint32Array.from(codes), length, words: loose.split(' ', 5).length, digits: loose.replace(notDigits, '') }
}

/** The client's message as the fixed side of many comparisons: its symbols are numbered and its word orders indexed once. */
export class FuzzyMessage {
  readonly #text: FuzzyText
  /** Code points of the message, numbered from 1. */
  readonly #symbols = new Map<number, number>()
  readonly #numbered: Uint16Array
  readonly #counts: Uint16Array
  readonly #used: Uint16Array
  #asWritten: Positions | undefined
  #reordered: readonly Positions[] | undefined

  constructor(text: FuzzyText) {
    this.#text = text
    this.#numbered = Uint16Array.from(text.codes, (code) => {
      const known = this.#symbols.get(code)
      if (known !== undefined) return known
      this.#symbols.set(code, this.#symbols.size + 1)
      return this.#symbols.size
    })
    this.#counts = new Uint16Array(this.#symbols.size + 1)
    this.#used = new Uint16Array(this.#symbols.size + 1)
    for (const symbol of this.#numbered) this.#counts[symbol] = (this.#counts[symbol] ?? 0) + 1
  }

  /** Section 7.3, fuzzy: equal, or more than 70 % alike, also with the words in another order; digits must agree. */
  resembles(alternative: FuzzyText): boolean {
    const message = this.#text
    if (alternative.loose === message.loose) return true
    if (alternative.length === 0 || message.length === 0) return false
    // No common subsequence is longer than the shorter text: most conditions end here.
    if (!isAlike(Math.min(alternative.length, message.length), alternative.length + message.length)) return false
    if (alternative.digits !== '' && alternative.digits !== message.digits) return false

    const size = alternative.codes.length + message.codes.length
    if (!isAlike(this.#sharedSymbols(alternative.codes), size)) return false
    const { codes } = alternative
    const symbols = symbolBuffer
    if (isAlike(commonSubsequence(this.#positions(), symbols, codes.length), size)) return true

    if (!isReorderable(alternative) || !isReorderable(message)) return false
    return this.#orders().some((order) => isAlike(commonSubsequence(order, symbols, codes.length), size))
  }

  /** Numbers the symbols of an alternative into `symbolBuffer`, and counts those that both texts have, whatever their order. */
  #sharedSymbols(codes: Uint32Array): number {
    this.#used.fill(0)
    let shared = 0
    for (let at = 0; at < codes.length; at++) {
      const symbol = this.#symbols.get(codes[at] ?? 0) ?? 0
      symbolBuffer[at] = symbol
      const used = this.#used[symbol] ?? 0
      if (symbol === 0 || used >= (this.#counts[symbol] ?? 0)) continue
      this.#used[symbol] = used + 1
      shared++
    }
    return shared
  }

  #positions(): Positions {
    this.#asWritten ??= positionsOf(this.#numbered, this.#symbols.size)
    return this.#asWritten
  }

  /** The message with its two to four words in every other order. */
  #orders(): readonly Positions[] {
    if (this.#reordered) return this.#reordered
    const space = this.#symbols.get(32) ?? 0
    const words: number[][] = [[]]
    for (const symbol of this.#numbered) {
      if (symbol === space) words.push([])
      else words.at(-1)?.push(symbol)
    }
    const [, ...others] = permutations(words)
    this.#reordered = others.map((order) => positionsOf(joined(order, space), this.#symbols.size))
    return this.#reordered
  }
}

/** The alternative being compared, in the message's symbols. One comparison runs at a time and none outlives it. */
const symbolBuffer = new Uint16Array(mostCompared)

const notDigits = /\P{Nd}+/gu

/** More than 70 %, in whole numbers: exactly 0.70 is not more. */
function isAlike(common: number, bothLengths: number): boolean {
  return 20 * common > 7 * bothLengths
}

function isReorderable({ words, length }: FuzzyText): boolean {
  return words >= 2 && words <= 4 && length <= mostReordered
}

/** The order as given comes first. */
function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
}

function joined(words: readonly number[][], space: number): number[] {
  return words.flatMap((word, at) => (at === 0 ? word : [space, ...word]))
}
