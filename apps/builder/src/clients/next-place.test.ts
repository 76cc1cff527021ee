import { expect, it } from 'vitest'
import { emoji } from './emoji.ts'
import { nextPlace } from './next-place.ts'

it('arrows walk through a grid and stop at its edges; each emoji is there once', () => {
  const grid = { columns: 8, count: 20 }
  const from = (place: number, ...keys: string[]) => keys.map((key) => nextPlace(place, key, grid))
  expect(from(0, 'ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown')).toEqual([0, 0, 1, 8])
  expect(from(19, 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft')).toEqual([19, 19, 11, 18])
  expect(from(13, 'ArrowDown', 'Home', 'End', 'a')).toEqual([13, 0, 19, undefined])
  expect(new Set(emoji).size).toBe(emoji.length)
})
