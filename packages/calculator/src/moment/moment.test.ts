import { DateTime } from 'luxon'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  formatDate,
  formatTime,
  instant,
  localMoment,
  parseDate,
  parseDateTime,
  parseTime,
  type Moment,
} from '../index.ts'

const date = (text: string): Moment => parseDate(text) ?? expect.fail(`${text} is no date`)

describe('moments as text', () => {
  it('writes two digits whatever was read', () => {
    expect(formatDate(date('8.1.2021'))).toBe('08.01.2021')
    expect(formatTime(parseTime('9:05') ?? date('1.1.1'))).toBe('09:05')
    expect(formatTime(parseTime('9:05:07') ?? date('1.1.1'))).toBe('09:05:07')
  })

  it('reads a date and a time with any white space between', () => {
    expect(parseDateTime('8.1.2021\t 9:05')).toEqual({ year: 2021, month: 1, day: 8, hour: 9, minute: 5, second: 0, hasSeconds: false })
    expect(parseDateTime('08.01.2021')).toBeUndefined()
    expect(parseDateTime('08.01.2021 ')).toBeUndefined()
  })
})

describe('calendar arithmetic', () => {
  it('adds days over the ends of months and leap years, like luxon', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
        const expected = DateTime.utc(2000, 2, 29).plus({ days })
        const moved = addDays(date('29.02.2000'), days)
        expect(moved && formatDate(moved)).toBe(expected.toFormat('dd.MM.yyyy'))
        expect(moved && daysBetween(date('29.02.2000'), moved)).toBe(days)
      }),
    )
  })

  it('clips added months to the last day', () => {
    expect(formatDate(addMonths(date('31.01.2026'), 1) ?? date('1.1.2000'))).toBe('28.02.2026')
    expect(formatDate(addMonths(date('31.03.2024'), -1) ?? date('1.1.2000'))).toBe('29.02.2024')
    expect(formatDate(addMonths(date('15.11.2025'), 14) ?? date('1.1.2000'))).toBe('15.01.2027')
  })

  it('does not leave the years 1-9999', () => {
    expect(addDays(date('31.12.9999'), 1)).toBeUndefined()
    expect(addDays(date('01.01.0001'), -1)).toBeUndefined()
    expect(addMonths(date('01.12.9999'), 1)).toBeUndefined()
    expect(addDays(date('01.01.2020'), Number.POSITIVE_INFINITY)).toBeUndefined()
  })
})

describe('zones', () => {
  it('shows what the clocks of the zone show', () => {
    const moment = localMoment(Date.parse('2026-03-10T19:05:07.089Z'), 'Asia/Novosibirsk')
    expect(moment).toMatchObject({ year: 2026, month: 3, day: 11, hour: 2, minute: 5, second: 7, millisecond: 89, weekday: 3 })
  })

  it('agrees with luxon at any instant of this age', () => {
    const zones = fc.constantFrom('Europe/Moscow', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), zones, (seconds, zone) => {
        const ours = localMoment(seconds * 1000, zone)
        const theirs = DateTime.fromSeconds(seconds, { zone })
        expect([ours.year, ours.month, ours.day, ours.hour, ours.minute, ours.second, ours.weekday]).toEqual([
          theirs.year,
          theirs.month,
          theirs.day,
          theirs.hour,
          theirs.minute,
          theirs.second,
          theirs.weekday,
        ])
      }),
    )
  })

  it('finds the instant of a local time', () => {
    const at = (text: string, zone: string) => new Date(instant(parseDateTime(text) ?? date('1.1.1'), zone)).toISOString()
    expect(at('10.03.2026 14:05', 'Europe/Moscow')).toBe('2026-03-10T11:05:00.000Z')
    expect(at('25.10.2026 02:30', 'Europe/Berlin'), 'the first of two').toBe('2026-10-25T00:30:00.000Z')
    expect(at('29.03.2026 02:30', 'Europe/Berlin'), 'the first instant after the gap').toBe('2026-03-29T01:00:00.000Z')
    expect(at('04.10.2026 02:10', 'Australia/Lord_Howe'), 'a gap of half an hour').toBe('2026-10-03T15:30:00.000Z')
  })

  it('takes a zone that does not exist for UTC', () => {
    expect(localMoment(0, 'Нигде/Никак')).toMatchObject({ hour: 0, day: 1 })
  })
})
