import { expect, it } from 'vitest'
import { readAmount } from './read-amount.ts'

it.each([
  ['1500', 1500],
  ['1 500,50', 1500.5],
  ['-3', -3],
  ['', null],
  ['   ', null],
  ['much', undefined],
  ['1.2.3', undefined],
  ['1e9', undefined],
])('reads %o as %o', (text, amount) => {
  expect(readAmount(text)).toBe(amount)
})
