import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roundDecimal } from './round-decimal.ts'

it.each([
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [0.49999999999999994, 0, 0],
  [1.45, 1, 1.5],
  [8.325, 2, 8.33],
  [1234.5, -2, 1200],
  [1250, -2, 1300],
  [1250, -5, 0],
  [1e-7, 7, 1e-7],
  [5e-8, 7, 1e-7],
  [4.9e-8, 7, 0],
  [1e21, 2, 1e21],
  [123456789.123456, 4, 123456789.1235],
  [0.1 + 0.2, 20, 0.1 + 0.2],
  [5, 300, 5],
  [1.5, 1e300, 1.5],
  [1.5, -1e300, 0],
])('%d to %d places is %d', (number, digits, rounded) => {
  expect(roundDecimal(number, digits)).toBe(rounded)
})

it('agrees with rounding the decimal text by hand', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999, max: 999_999 }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 5 }),
      (whole, places, digits) => {
        const number = whole / 10 ** places
        if (digits >= places) return roundDecimal(number, digits) === number
        const unit = 10 ** (places - digits)
        const steps = Math.floor((Math.abs(whole) + unit / 2) / unit)
        return roundDecimal(number, digits) === (Math.sign(whole) * steps) / 10 ** digits
      },
    ),
  )
})
