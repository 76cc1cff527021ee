/** Builder-and-runtime, section 10.1: when a pending transition is due. The clocks of Moscow show 12:00 on 10 March 2026. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueMoment, type TimerFields } from './due-moment.ts'

const noon = Date.parse('2026-03-10T12:00:00+03:00')
const none = { amount: 0, unit: 'seconds' } as const

function due(fields: Partial<TimerFields>, now = noon, zone = 'Europe/Moscow'): string {
  const moment = dueMoment({ delay: none, time: '', date: '', sendIfPassed: false, ...fields }, now, zone)
  return 'due' in moment ? new Date(moment.due + 3 * 3_600_000).toISOString().slice(0, 19) : moment.refused
}

describe('10.1, the table', () => {
  it.each<[string, Partial<TimerFields>, string]>([
    ['delay: now + delay', { delay: { amount: 90, unit: 'minutes' } }, '2026-03-10T13:30:00'],
    ['delay of 0: now', {}, '2026-03-10T12:00:00'],
    ['time: today at that time', { time: '18:30' }, '2026-03-10T18:30:00'],
    ['time: this very minute is not over', { time: '12:00' }, '2026-03-10T12:00:00'],
    ['time over: tomorrow', { time: '09:00' }, '2026-03-11T09:00:00'],
    ['time + delay', { time: '18:30', delay: { amount: 2, unit: 'hours' } }, '2026-03-10T20:30:00'],
    ['time over, but not with the delay added: today', { time: '11:00', delay: { amount: 2, unit: 'hours' } }, '2026-03-10T13:00:00'],
    ['date: 23:59 of the day before', { date: '15.03.2026' }, '2026-03-14T23:59:00'],
    ['date + delay', { date: '15.03.2026', delay: { amount: 9, unit: 'hours' } }, '2026-03-15T08:59:00'],
    ['date: of today, which began yesterday', { date: '10.03.2026' }, 'in-the-past'],
    ['date: tomorrow begins tonight', { date: '11.03.2026' }, '2026-03-10T23:59:00'],
    ['date passed, flag on: the next 23:59', { date: '01.03.2026', sendIfPassed: true }, '2026-03-10T23:59:00'],
    ['date + time: that moment', { date: '15.03.2026', time: '10:00' }, '2026-03-15T10:00:00'],
    ['date + time + delay', { date: '15.03.2026', time: '10:00', delay: { amount: 1, unit: 'days' } }, '2026-03-16T10:00:00'],
    ['date + time passed, flag off: not planned', { date: '10.03.2026', time: '10:00' }, 'in-the-past'],
    [
      'date + time passed, but not with the delay added',
      { date: '10.03.2026', time: '10:00', delay: { amount: 3, unit: 'hours' } },
      '2026-03-10T13:00:00',
    ],
    ['date + time passed, flag on: tomorrow', { date: '10.03.2026', time: '10:00', sendIfPassed: true }, '2026-03-11T10:00:00'],
    [
      'long passed, time still ahead, flag on: later today',
      { date: '01.02.2025', time: '18:00', sendIfPassed: true },
      '2026-03-10T18:00:00',
    ],
    ['a date ahead, flag on: the flag does not matter', { date: '15.03.2026', time: '10:00', sendIfPassed: true }, '2026-03-15T10:00:00'],
    ['one digit is enough', { date: '5.4.2026', time: '9:05' }, '2026-04-05T09:05:00'],
    ['seconds are no part of HH:MM', { time: '09:05:00' }, 'bad-time'],
    ['not a time', { time: '24:00' }, 'bad-time'],
    ['not a date', { date: '29.02.2026' }, 'bad-date'],
    ['a month: the same day', { delay: { amount: 1, unit: 'months' } }, '2026-04-10T12:00:00'],
    ['half a day', { delay: { amount: 1.5, unit: 'days' } }, '2026-03-12T00:00:00'],
    ['ten years', { delay: { amount: 120, unit: 'months' } }, '2036-03-10T12:00:00'],
    ['a negative delay', { delay: { amount: -1, unit: 'days' } }, 'bad-delay'],
    ['no number', { delay: { amount: Number.NaN, unit: 'days' } }, 'bad-delay'],
    ['beyond the calendar', { delay: { amount: 1e9, unit: 'days' } }, 'bad-delay'],
    ['beyond numbers', { delay: { amount: 1e300, unit: 'seconds' } }, 'bad-delay'],
  ])('%s', (_, fields, expected) => {
    expect(due(fields)).toBe(expected)
  })

  it('a month is clipped to its last day', () => {
    expect(due({ delay: { amount: 1, unit: 'months' } }, Date.parse('2026-01-31T12:00:00+03:00'))).toBe('2026-02-28T12:00:00')
  })
})

describe('clock changes (reliability-promises, P3.4)', () => {
  const berlin = (fields: Partial<TimerFields>, now: string): string => {
    const moment = dueMoment({ delay: none, time: '', date: '', sendIfPassed: false, ...fields }, Date.parse(now), 'Europe/Berlin')
    return 'due' in moment ? new Date(moment.due).toISOString() : moment.refused
  }

  it('a day is a day of the calendar, 24 hours are hours', () => {
    const saturday = '2026-03-28T12:00:00+01:00'
    expect(berlin({ delay: { amount: 1, unit: 'days' } }, saturday)).toBe('2026-03-29T10:00:00.000Z')
    expect(berlin({ delay: { amount: 24, unit: 'hours' } }, saturday)).toBe('2026-03-29T11:00:00.000Z')
  })

  it('a time that the night skips is the first instant after the gap, one that comes twice its first', () => {
    expect(berlin({ time: '02:30' }, '2026-03-28T12:00:00+01:00')).toBe('2026-03-29T01:00:00.000Z')
    expect(berlin({ time: '02:30' }, '2026-10-24T12:00:00+02:00')).toBe('2026-10-25T00:30:00.000Z')
  })
})

it('is never before now, whatever is asked', () => {
  const text = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'))
  const time = fc.oneof(
    fc.constant(''),
    fc.tuple(text(25), text(61)).map((parts) => parts.join(':')),
  )
  const date = fc.oneof(
    fc.constant(''),
    fc.tuple(text(32), text(13), fc.integer({ min: 2020, max: 2040 })).map((parts) => parts.join('.')),
  )
  const delay = fc.record({
    amount: fc.double({ min: 0, max: 1000 }),
    unit: fc.constantFrom('seconds', 'minutes', 'hours', 'days', 'months'),
  })
  const zone = fc.constantFrom('Europe/Moscow', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu')
  fc.assert(
    fc.property(
      fc.record({ time, date, delay, sendIfPassed: fc.boolean() }),
      fc.integer({ min: 1.7e9, max: 2.2e9 }),
      zone,
      (fields, seconds, name) => {
        const moment = dueMoment(fields, seconds * 1000, name)
        if ('due' in moment) expect(moment.due).toBeGreaterThanOrEqual(seconds * 1000)
      },
    ),
  )
})
