import { expect, it } from 'vitest'
import { moved } from './moved.ts'

it('moves past the neighbour of the group, whatever stands between', () => {
  expect(moved([1, 2, 3, 4], [1, 4], 4, -1)).toEqual([4, 1, 2, 3])
  expect(moved([1, 2, 3, 4], [1, 4], 1, 1)).toEqual([2, 3, 4, 1])
})

it('leaves the first first and the last last', () => {
  expect(moved([1, 2, 3], [1, 2, 3], 1, -1)).toEqual([1, 2, 3])
  expect(moved([1, 2, 3], [1, 2, 3], 3, 1)).toEqual([1, 2, 3])
})
