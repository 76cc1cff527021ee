import { blankBlock } from '@voronka/flow'
import { expect, it } from 'vitest'
import { nearestBlock } from './directions.ts'

const middle = blankBlock(1, { x: 0, y: 0 })
const blocks = [
  middle,
  blankBlock(2, { x: 0, y: 300 }),
  blankBlock(3, { x: 600, y: 320 }),
  blankBlock(4, { x: 500, y: 0 }),
  blankBlock(5, { x: 0, y: 100, sheet: 2 }),
]

it('goes to the nearest block in that direction, straight ahead before aside', () => {
  expect(nearestBlock(blocks, middle, 'down')?.number).toBe(2)
  expect(nearestBlock(blocks, middle, 'right')?.number).toBe(4)
})

it('stays on the sheet, and stays at the edge', () => {
  expect(nearestBlock(blocks, middle, 'up')).toBeUndefined()
  expect(nearestBlock([middle, blankBlock(5, { y: 100, sheet: 2 })], middle, 'down')).toBeUndefined()
})
