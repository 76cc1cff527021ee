import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  freeStarts,
  hasFreeStart,
  isFree,
  piecesOf,
  readClock,
  readDay,
  weekdayOf,
  worksThrough,
  writeClock,
  writeDay,
  type Busy,
  type Span,
} from './booking-slots.ts'

const at = (time: string): number => readClock(time) ?? (time === '24:00' ? 1440 : Number.NaN)
const span = (from: string, to: string): Span => [at(from), at(to)]
const visit = (from: string, duration: number, service: number | null = null): Busy => ({
  from: at(from),
  to: at(from) + duration,
  service,
})
const starts = (pieces: readonly Span[], busy: readonly Busy[], duration: number, step = 30, after?: number): string[] =>
  freeStarts(pieces, busy, { duration }, { step, after }).map(writeClock)
const day = [span('09:00', '18:00')]

describe('the worked examples (booking, section 6)', () => {
  it('1: durations are added, and a visit before the end of the day does not fit any more', () => {
    const found = starts(day, [visit('16:00', 60)], 105)
    expect([found[0], found.at(-1), found.length]).toEqual(['09:00', '14:00', 11])
  })

  it('2: the grid is not shifted by a visit', () => {
    const found = starts(day, [visit('09:00', 105)], 105)
    expect([found[0], found.at(-1)]).toEqual(['11:00', '16:00'])
  })

  it('3: what fits exactly is offered', () => expect(starts(day, [visit('16:00', 60)], 60)).toContain('17:00'))

  it('5: the grid begins anew after a break', () => {
    expect(starts(piecesOf(day, [span('13:00', '13:30')]), [], 60, 60)).toEqual([
      '09:00',
      '10:00',
      '11:00',
      '12:00',
      '13:30',
      '14:30',
      '15:30',
      '16:30',
    ])
  })

  it('6: the minute that runs is over', () => expect(starts(day, [], 60, 30, at('11:30'))[0]).toBe('12:00'))
})

it.each([
  [[span('09:00', '18:00')], [], ['09:00-18:00']],
  [[span('09:00', '18:00')], [span('08:00', '10:00'), span('17:00', '19:00')], ['10:00-17:00']],
  [[span('09:00', '18:00')], [span('12:00', '13:00'), span('12:30', '14:00')], ['09:00-12:00', '14:00-18:00']],
  [[span('09:00', '18:00')], [span('00:00', '24:00')], []],
  [[span('09:00', '12:00'), span('12:00', '15:00')], [], ['09:00-12:00', '12:00-15:00']],
])('takes breaks out of hours', (hours, breaks, expected) => {
  expect(piecesOf(hours, breaks).map(([from, to]) => `${writeClock(from)}-${writeClock(to)}`)).toEqual(expected)
})

describe('group services', () => {
  const group = { service: 7, capacity: 2 }
  const free = (busy: readonly Busy[], start: string) => isFree(busy, at(start), { duration: 60, group })

  it('share a start until they are full, and nothing else', () => {
    expect(free([visit('10:00', 60, 7)], '10:00')).toBe(true)
    expect(free([visit('10:00', 60, 7), visit('10:00', 60, 7)], '10:00')).toBe(false)
    expect(free([visit('10:00', 60, 7)], '10:30')).toBe(false)
    expect(free([visit('10:00', 60, 8)], '10:00')).toBe(false)
    expect(free([visit('10:00', 60, null)], '10:00')).toBe(false)
    expect(free([visit('10:00', 60, 7), visit('10:30', 60, 8)], '10:00')).toBe(false)
    expect(free([visit('09:00', 60, 8), visit('11:00', 60, 8)], '10:00')).toBe(true)
  })
})

it('works through pieces that touch, and not through gaps', () => {
  const pieces = [span('12:00', '15:00'), span('09:00', '12:00'), span('16:00', '18:00')]
  expect(worksThrough(pieces, at('11:30'), 60)).toBe(true)
  expect(worksThrough(pieces, at('14:30'), 60)).toBe(false)
  expect(worksThrough(pieces, at('08:59'), 10)).toBe(false)
  expect(worksThrough(pieces, at('17:00'), 60)).toBe(true)
  expect(worksThrough([], at('17:00'), 60)).toBe(false)
})

it.each([
  ['05.02.2024', '2024-02-05'],
  ['5.2.2024', '2024-02-05'],
  ['29.02.2024', '2024-02-29'],
  ['31.02.2024', undefined],
  ['29.02.2023', undefined],
  ['00.01.2024', undefined],
  ['2024-02-05', undefined],
  ['05.02.24', undefined],
  ['05/02/2024', undefined],
  ['', undefined],
])('reads the day %j as %j', (text, expected) => expect(readDay(text)).toBe(expected))

it.each([
  ['09:00', 540],
  ['9:00', 540],
  ['23:59', 1439],
  ['24:00', undefined],
  ['9:0', undefined],
  ['09:60', undefined],
  ['09.00', undefined],
  ['09:00:00', undefined],
])('reads the time %j as %j', (text, expected) => expect(readClock(text)).toBe(expected))

it('knows the days of the week', () => {
  expect(['2024-02-05', '2024-02-11', '2000-01-02'].map(weekdayOf)).toEqual([1, 7, 7])
  expect(writeDay('2024-02-05')).toBe('05.02.2024')
})

const minute = fc.integer({ min: 0, max: 1440 })
const anySpan = fc.tuple(minute, minute).filter(([a, b]) => a < b)
const anyBusy = fc
  .record({ from: minute, duration: fc.integer({ min: 1, max: 300 }), service: fc.constantFrom(null, 1, 2) })
  .map(({ from, duration, service }) => ({ from, to: from + duration, service }))
const anyDay = fc.record({
  hours: fc.array(anySpan, { maxLength: 4 }),
  breaks: fc.array(anySpan, { maxLength: 4 }),
  busy: fc.array(anyBusy, { maxLength: 12 }),
  duration: fc.integer({ min: 1, max: 400 }),
  step: fc.integer({ min: 1, max: 240 }),
  after: fc.integer({ min: -1, max: 1440 }),
  capacity: fc.integer({ min: 1, max: 3 }),
})

describe('whatever the day', () => {
  it('offers what can be booked, and not what was booked', () => {
    fc.assert(
      fc.property(anyDay, ({ hours, breaks, busy, duration, step, after, capacity }) => {
        const pieces = piecesOf(hours, breaks)
        const wanted = { duration, ...(capacity > 1 && { group: { service: 1, capacity } }) }
        const found = freeStarts(pieces, busy, wanted, { step, after })
        expect(hasFreeStart(pieces, busy, wanted, { step, after })).toBe(found.length > 0)
        for (const start of found) {
          expect(start).toBeGreaterThan(after)
          expect(worksThrough(pieces, start, duration)).toBe(true)
          expect(isFree(busy, start, wanted)).toBe(true)
          // Booked to the last seat, it is offered no more.
          const full = [...busy, ...Array.from({ length: capacity }, () => ({ from: start, to: start + duration, service: 1 }))]
          expect(freeStarts(pieces, full, wanted, { step, after })).not.toContain(start)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('agrees with looking at every minute', () => {
    fc.assert(
      fc.property(anyDay, ({ hours, breaks, busy, duration, step, after }) => {
        const pieces = piecesOf(hours, breaks)
        const worked = (each: number, of: readonly Span[]) => of.some(([from, to]) => each >= from && each < to)
        const slow = new Set<number>()
        for (const [from, to] of pieces)
          for (let start = from; start + duration <= to; start += step) {
            const minutes = Array.from({ length: duration }, (_, index) => start + index)
            if (start > after && minutes.every((each) => !busy.some((one) => each >= one.from && each < one.to))) slow.add(start)
          }
        expect(freeStarts(pieces, busy, { duration }, { step, after })).toEqual([...slow].toSorted((a, b) => a - b))
        for (let each = 0; each < 1440; each += 7) expect(worked(each, pieces)).toBe(worked(each, hours) && !worked(each, breaks))
      }),
      { numRuns: 100 },
    )
  })
})
