/**
 * Where each symbol of a text stands, as sets of bits: symbol number `s` owns the words `s * width` to `s * width + width - 1`.
 * Symbol 0 stands nowhere.
 */
export interface Positions {
  readonly bits: Int32Array
  /** 32-bit words for each symbol. */
  readonly width: number
  /** Symbols in the text. */
  readonly length: number
}

/** The positions of a text given as symbol numbers from 1 to `symbols`. */
export function positionsOf(text: ArrayLike<number>, symbols: number): Positions {
  const width = Math.ceil(text.length / 32)
  const bits = new Int32Array((symbols + 1) * width)
  for (let at = 0; at < text.length; at++) {
    const word = (text[at] ?? 0) * width + (at >>> 5)
    bits[word] = (bits[word] ?? 0) | (1 << (at & 31))
  }
  return { bits, width, length: text.length }
}

/**
 * Length of the longest common subsequence of an indexed text and another one. Bit-parallel (Hyyrö's form of Allison and Dix): 32 cells of
 * the classical table with one addition, so the work is `length` times `width`.
 */
export function commonSubsequence(positions: Positions, text: ArrayLike<number>, length: number): number {
  return positions.width === 1 ? withinOneWord(positions, text, length) : withinManyWords(positions, text, length)
}

function withinOneWord({ bits, length: indexed }: Positions, text: ArrayLike<number>, length: number): number {
  let row = -1
  for (let at = 0; at < length; at++) {
    const hit = row & (bits[text[at] ?? 0] ?? 0)
    row = (row + hit) | (row & ~hit)
  }
  return ones(indexed === 32 ? ~row : ~row & ((1 << indexed) - 1))
}

function withinManyWords({ bits, width, length: indexed }: Positions, text: ArrayLike<number>, length: number): number {
  const rows = new Int32Array(width).fill(-1)
  for (let at = 0; at < length; at++) {
    const symbol = text[at] ?? 0
    if (symbol === 0) continue
    let carry = 0
    for (let word = 0, from = symbol * width; word < width; word++) {
      const row = rows[word] ?? 0
      const hit = row & (bits[from + word] ?? 0)
      const sum = (row >>> 0) + (hit >>> 0) + carry
      carry = sum > 0xffff_ffff ? 1 : 0
      rows[word] = sum | (row & ~hit)
    }
  }
  const last = indexed & 31
  let found = 0
  for (let word = 0; word < width; word++) {
    const zeros = ~(rows[word] ?? 0)
    found += ones(last !== 0 && word === width - 1 ? zeros & ((1 << last) - 1) : zeros)
  }
  return found
}

function ones(word: number): number {
  let count = word - ((word >>> 1) & 0x5555_5555)
  count = (count & 0x3333_3333) + ((count >>> 2) & 0x3333_3333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}
