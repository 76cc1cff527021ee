import { expect, it } from 'vitest'
import { momentText } from './Moment.tsx'

const now = new Date(2026, 10, 21, 9, 0)
const at = (year: number, month: number, day: number, hour: number) => new Date(year, month, day, hour, 5).toISOString()

it.each([
  ['today, 8:05 AM', at(2026, 10, 21, 8)],
  ['yesterday, 11:05 PM', at(2026, 10, 20, 23)],
  ['Mar 3, 2:05 PM', at(2026, 2, 3, 14)],
  ['Dec 31, 2025', at(2025, 11, 31, 14)],
])('says %s', (text, moment) => {
  expect(momentText(moment, 'en', now).replace(/\u202f/g, ' ')).toBe(text)
})

it('says it in Russian, too', () => {
  expect(momentText(at(2026, 10, 20, 23), 'ru', now)).toBe('вчера, 23:05')
})
