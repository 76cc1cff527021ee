import { describe, expect, it } from 'vitest'
import { isGoodDay, nextInterval, overrideRanges, usualWeek, weekText } from './schedule.ts'

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

describe('a week in one line', () => {
  it('joins days in a row with the same hours', () => {
    expect(weekText(usualWeek(), names)).toBe('Mon–Fri 09:00–18:00')
  })

  it('tells other days apart, and two in a row with a comma', () => {
    const week = [
      [],
      [['09:00', '12:00']],
      [['09:00', '12:00']],
      [],
      [
        ['10:00', '12:00'],
        ['13:00', '24:00'],
      ],
      [],
      [],
    ] as const
    expect(weekText(week, names)).toBe('Tue, Wed 09:00–12:00, Fri 10:00–12:00, 13:00–24:00')
  })

  it('is empty for who never works', () => {
    expect(weekText([[], [], [], [], [], [], []], names)).toBe('')
  })
})

it('makes one line of a vacation', () => {
  const off = (date: string) => ({ date, intervals: [] })
  expect(
    overrideRanges([off('2026-03-01'), off('2026-02-28'), off('2026-03-03'), { date: '2026-03-04', intervals: [['10:00', '12:00']] }]),
  ).toEqual([
    { from: '2026-02-28', to: '2026-03-01', intervals: [] },
    { from: '2026-03-03', to: '2026-03-03', intervals: [] },
    { from: '2026-03-04', to: '2026-03-04', intervals: [['10:00', '12:00']] },
  ])
})

it('sees intervals that lie over each other or end before they begin', () => {
  expect(
    isGoodDay([
      ['09:00', '12:00'],
      ['12:00', '13:00'],
    ]),
  ).toBe(true)
  expect(
    isGoodDay([
      ['12:00', '13:00'],
      ['09:00', '12:00'],
    ]),
  ).toBe(true)
  expect(
    isGoodDay([
      ['09:00', '12:00'],
      ['11:00', '13:00'],
    ]),
  ).toBe(false)
  expect(isGoodDay([['12:00', '09:00']])).toBe(false)
})

it('offers another interval after the last, until the day is full', () => {
  expect(nextInterval([])).toEqual(['09:00', '18:00'])
  expect(nextInterval([['09:00', '18:00']])).toEqual(['19:00', '23:00'])
  expect(nextInterval([['09:00', '24:00']])).toBeUndefined()
})
