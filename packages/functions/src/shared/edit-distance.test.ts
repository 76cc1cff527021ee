import fc from 'fast-check'
import { expect, it } from 'vitest'
import { processorTime } from '../../../house/src/processor-time.ts'
import { editDistance } from './edit-distance.ts'

const word = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 100 })

it('is what the plain table of all prefixes gives', () => {
  fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) === byTable(a, b)))
})

it('compares 10,000 characters within a fraction of a second', () => {
  const a = Array.from({ length: 10_000 }, (_, at) => (at * 7919) % 101)
  const b = Array.from({ length: 10_000 }, (_, at) => (at * 104_729) % 97)
  expect(processorTime(() => expect(editDistance(a, b)).toBeGreaterThan(0))).toBeLessThan(1000)
})

function byTable(a: readonly number[], b: readonly number[]): number {
  let row = b.map((_, at) => at + 1)
  for (const [down, left] of a.entries()) {
    let diagonal = down
    let before = down + 1
    row = row.map((above, at) => {
      const here = Math.min(above + 1, before + 1, diagonal + (left === b[at] ? 0 : 1))
      diagonal = above
      before = here
      return here
    })
  }
  return row.at(-1) ?? a.length
}
