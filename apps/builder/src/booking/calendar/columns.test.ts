import { describe, expect, it } from 'vitest'
import type { CalendarColumn } from './columns.ts'
import { columnsOf, shownHours, verdict } from './columns.ts'
import { visit } from './visit-for-tests.ts'

const anna = { id: 1, name: 'Anna', jobTitle: '', photo: '', active: true }
const boris = { ...anna, id: 2, name: 'Boris' }

const column = (some: Partial<CalendarColumn>): CalendarColumn => ({
  key: 'a',
  date: '2026-03-02',
  employee: anna,
  hours: [
    ['09:00', '13:00'],
    ['14:00', '18:00'],
  ],
  visits: [],
  ...some,
})

it('has a column for each employee of a day, with what is his', () => {
  const calendar = {
    branch: 1,
    timezone: 'UTC',
    today: '2026-03-02',
    now: '12:00',
    days: ['2026-03-02'],
    employees: [anna, boris],
    hours: [{ employee: 2, date: '2026-03-02', intervals: [['10:00', '12:00'] as const] }],
    visits: [visit({ id: 5, employee: { id: 1, name: 'Anna' } })],
  }
  const columns = columnsOf(calendar)
  expect(columns.map(({ employee, hours, visits }) => [employee.name, hours.length, visits.length])).toEqual([
    ['Anna', 0, 1],
    ['Boris', 1, 0],
  ])
  expect(shownHours(columns)).toEqual({ first: 9, last: 13 })
})

it('shows a usual day where nothing is worked or booked', () => {
  expect(shownHours([column({ hours: [] })])).toEqual({ first: 8, last: 20 })
})

describe('verdict', () => {
  const moved = [visit({ id: 1 })]

  it('takes what is free and worked, to the last minute', () => {
    expect(verdict(column({}), moved, { start: 540, duration: 240 })).toEqual({ is: 'free' })
    expect(verdict(column({}), moved, { start: 541, duration: 240 })).toEqual({ is: 'outside' })
  })

  it('refuses what another visit takes, and names it; its own place is no obstacle', () => {
    const other = visit({ id: 2, time: '10:00', until: '11:00' })
    expect(verdict(column({ visits: [other] }), moved, { start: 630, duration: 60 })).toEqual({ is: 'taken', by: other })
    expect(verdict(column({ visits: [other] }), moved, { start: 660, duration: 60 })).toEqual({ is: 'free' })
    expect(verdict(column({ visits: [visit({ id: 1 })] }), moved, { start: 630, duration: 60 })).toEqual({ is: 'free' })
  })

  it('lets a participant join the same group at its start only', () => {
    const group = { service: 7, capacity: 3 }
    const there = visit({ id: 2, time: '10:00', until: '11:00', group })
    const joining = [visit({ id: 1, group })]
    expect(verdict(column({ visits: [there] }), joining, { start: 600, duration: 60 })).toEqual({ is: 'free' })
    expect(verdict(column({ visits: [there] }), joining, { start: 630, duration: 60 })).toEqual({ is: 'taken', by: there })
  })

  it('refuses what would reach beyond the day', () => {
    expect(verdict(column({}), moved, { start: 1410, duration: 60 })).toEqual({ is: 'taken', by: undefined })
  })
})
