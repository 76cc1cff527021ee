import type { Value } from '@voronka/calculator'
import { expect, it } from 'vitest'
import type { Expected } from '../src/index.ts'
import { matchesExpected } from './matches-expected.ts'

const matching: readonly (readonly [Expected, Value | undefined])[] = [
  [null, undefined],
  [null, null],
  [null, ''],
  [null, 'None'],
  [true, 'True'],
  [false, false],
  [5, '5.0'],
  [5, 5n],
  [0.3, 0.1 + 0.2],
  [1e12, 1e12 + 100],
  ['[1,2]', [1, 2]],
  ['5', 5],
  [[1, { a: 2, b: null }], '[1.0, {"b": null, "a": 2}]'],
  [{}, new Map()],
]

it('lets a value match by its meaning', () => {
  for (const [expected, actual] of matching) expect(matchesExpected(expected, actual), `${String(expected)} ~ ${String(actual)}`).toBe(true)
})

const different: readonly (readonly [Expected, Value | undefined])[] = [
  [null, 0],
  [null, ' '],
  [true, 1],
  [true, 'true'],
  [1, true],
  [5, '5 pieces'],
  [5, undefined],
  [5, 5.00001],
  ['a', 'a '],
  [[1], ['1']],
  [[1], '[1'],
  [[], new Map()],
  [{ a: 1 }, new Map([['a', '1']])],
]

it('tells apart what only looks alike', () => {
  for (const [expected, actual] of different)
    expect(matchesExpected(expected, actual), `${String(expected)} ~ ${String(actual)}`).toBe(false)
})
