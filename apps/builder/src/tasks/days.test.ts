import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayText, startOfWeek, today, weekOf } from './days.ts'

describe('days', () => {
  it('counts over months, years and changes of the clock', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  })

  it('begins a week on Monday, also for a Sunday', () => {
    expect(startOfWeek('2026-03-01')).toBe('2026-02-23')
    expect(startOfWeek('2026-02-23')).toBe('2026-02-23')
    expect(weekOf('2026-03-01')).toEqual(['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01'])
  })

  it('finds every day in its own week, and seven different ones there', () => {
    const days = fc.integer({ min: -20_000, max: 20_000 }).map((count) => addDays('2026-01-01', count))
    fc.assert(fc.property(days, (day) => weekOf(day).includes(day) && new Set(weekOf(day)).size === 7))
  })

  it('takes today from the clock of the person', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })

  it('writes a day in the language of the person', () => {
    expect(dayText('2026-03-01', 'en')).toBe('Sun, Mar 1')
    expect(dayText('2026-03-01', 'ru', 'long')).toContain('1 марта 2026')
  })
})
