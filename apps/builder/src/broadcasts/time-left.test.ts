import { expect, it } from 'vitest'
import { secondsLeft, timeLeft } from './time-left.ts'

it('counts those who wait, at the pace', () => {
  expect(secondsLeft({ total: 100, sent: 30, skipped: 5, failed: 5, pace: 30 })).toBe(2)
  expect(secondsLeft({ total: 10, sent: 10, skipped: 0, failed: 0, pace: 30 })).toBe(0)
  expect(secondsLeft({ total: 10, sent: 0, skipped: 0, failed: 0, pace: 0.1 })).toBe(100)
})

it.each([
  [0, 'seconds', 0],
  [89, 'seconds', 89],
  [90, 'minutes', 2],
  [5399, 'minutes', 90],
  [5400, 'hours', 2],
])('%i seconds: %s %i', (seconds, unit, count) => expect(timeLeft(seconds)).toEqual({ unit, count }))
