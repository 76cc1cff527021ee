import { expect, it } from 'vitest'
import { moved } from './arrange-actions.ts'

const list = ['a', 'b', 'c', 'd']

it.each([
  [0, 2, 'bcad'],
  [3, 0, 'dabc'],
  [1, 2, 'acbd'],
])('moves %i to %i', (from, to, text) => {
  expect(moved(list, from, to).join('')).toBe(text)
})

it.each([
  [0, -1],
  [3, 4],
  [9, 0],
  [2, 2],
])('leaves the list as it is for %i to %i', (from, to) => {
  expect(moved(list, from, to)).toBe(list)
})
