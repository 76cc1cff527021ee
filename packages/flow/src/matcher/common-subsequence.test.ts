import fc from 'fast-check'
import { expect, it } from 'vitest'
import { commonSubsequence, positionsOf } from './common-subsequence.ts'

/** The textbook table. */
function tabled(a: readonly number[], b: readonly number[]): number {
  let above = Array.from({ length: b.length + 1 }, () => 0)
  for (const symbol of a) {
    const row = [0]
    b.forEach((other, at) => row.push(symbol === other ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0)))
    above = row
  }
  return above.at(-1) ?? 0
}

it('agrees with the classical table on texts shorter, as long as and longer than a word of bits', () => {
  const text = (min: number): fc.Arbitrary<number[]> => fc.array(fc.integer({ min, max: 5 }), { minLength: 1, maxLength: 140 })
  fc.assert(
    fc.property(text(1), text(0), (indexed, other) => {
      // Symbol 0 stands for what the indexed text does not have.
      expect(commonSubsequence(positionsOf(indexed, 5), other, other.length)).toBe(tabled(indexed, other))
    }),
    { numRuns: 500 },
  )
})

it.each([31, 32, 33, 64, 65])('finds a text of %i symbols in itself', (length) => {
  const text = Array.from({ length }, (_, at) => (at % 7) + 1)
  expect(commonSubsequence(positionsOf(text, 7), text, length)).toBe(length)
})
