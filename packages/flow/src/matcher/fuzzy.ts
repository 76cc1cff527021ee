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
  return { loose, codes: firstCodes(loose), length: characters(loose), words: wordCount(loose), digits: digitsOf(loose) }
}

/** The client's message as the fixed side of many comparisons. What they need of it is computed when the first one gets that far. */
export class FuzzyMessage {
  readonly #loose: string
  readonly #length: number
  #index: MessageIndex | undefined

  constructor(loose: string) {
    this.#loose = loose
    this.#length = characters(loose)
  }

  /** Section 7.3, fuzzy: equal, or more than 70 % alike, also with the words in another order; digits must agree. */
  resembles(alternative: FuzzyText): boolean {
    if (alternative.loose === this.#loose) return true
    const length = this.#length
    if (alternative.length === 0 || length === 0) return false
    // No common subsequence is longer than the shorter text: most conditions end here.
    if (!isAlike(Math.min(alternative.length, length), alternative.length + length)) return false
    this.#index ??= new MessageIndex(this.#loose, length)
    return this.#index.resembles(alternative)
  }
}

/** A message with its symbols numbered and counted, and their positions indexed for its word orders. */
class MessageIndex {
  readonly #digits: string
  readonly #isReorderable: boolean
  /** Code points of the message, numbered from 1. */
  readonly #symbols = new Map<number, number>()
  readonly #numbered: Uint16Array
  readonly #counts: Uint16Array
  readonly #used: Uint16Array
  #asWritten: Positions | undefined
  #reordered: readonly Positions[] | undefined

  constructor(loose: string, length: number) {
    this.#digits = digitsOf(loose)
    this.#isReorderable = isReorderable(wordCount(loose), length)
    this.#numbered = Uint16Array.from(firstCodes(loose), (code) => {
      const known = this.#symbols.get(code)
      if (known !== undefined) return known
      this.#symbols.set(code, this.#symbols.size + 1)
      return this.#symbols.size
    })
    this.#counts = new Uint16Array(this.#symbols.size + 1)
    this.#used = new Uint16Array(this.#symbols.size + 1)
    for (const symbol of this.#numbered) this.#counts[symbol] = (this.#counts[symbol] ?? 0) + 1
  }

  resembles({ codes, digits, words, length }: FuzzyText): boolean {
    if (digits !== '' && digits !== this.#digits) return false
    const size = codes.length + this.#numbered.length
    if (!isAlike(this.#numberSymbols(codes), size)) return false
    if (isAlike(commonSubsequence(this.#positions(), symbolBuffer, codes.length), size)) return true
    if (!this.#isReorderable || !isReorderable(words, length)) return false
    return this.#orders().some((order) => isAlike(commonSubsequence(order, symbolBuffer, codes.length), size))
  }

  /** Numbers the symbols of an alternative into `symbolBuffer`, and counts those that both texts have, whatever their order. */
  #numberSymbols(codes: Uint32Array): number {
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

/** More than 70 %, in whole numbers: exactly 0.70 is not more. */
function isAlike(common: number, bothLengths: number): boolean {
  return 20 * common > 7 * bothLengths
}

function isReorderable(words: number, length: number): boolean {
  return words >= 2 && words <= 4 && length <= mostReordered
}

function wordCount(loose: string): number {
  return loose.split(' ', 5).length
}

function digitsOf(loose: string): string {
  return loose.replace(notDigits, '')
}

const notDigits = /\P{Nd}+/gu

/** Length in code points. */
function characters(text: string): number {
  let length = text.length
  for (let at = 0; at < text.length - 1; at++) {
    if ((text.codePointAt(at) ?? 0) <= 0xffff) continue
    length--
    at++
  }
  return length
}

/** The code points that are compared. */
function firstCodes(text: string): Uint32Array {
  const codes: number[] = []
  for (let at = 0; at < text.length && codes.length < mostCompared; at++) {
    const code = text.codePointAt(at) ?? 0
    if (code > 0xffff) at++
    codes.push(code)
  }
  return Uint32Array.from(codes)
}

/** The order as given comes first. */
function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
}

function joined(words: readonly number[][], space: number): number[] {
  return words.flatMap((word, at) => (at === 0 ? word : [space, ...word]))
}
