/** What the screens of booking ask of the server, each with the key under which it is remembered. */
import { getBookingSettings, getBranch, getCalendar, getFreeTimes, getVisit, listBranches } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

export const branchesQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['booking', projectId, 'branches'],
    queryFn: ({ signal }) => call(listBranches, { projectId }, { signal }).then(({ branches }) => branches),
  })

export const setupQuery = (projectId: number, branch: number) =>
  queryOptions({
    queryKey: ['booking', projectId, 'setup', branch],
    queryFn: ({ signal }) => call(getBranch, { projectId, branch }, { signal }),
  })

export interface CalendarAsked {
  readonly from: string
  readonly days: number
  readonly employee?: number
}

export const calendarsKey = (projectId: number, branch: number) => ['booking', projectId, 'calendar', branch] as const

export const calendarQuery = (projectId: number, branch: number, asked: CalendarAsked) =>
  queryOptions({
    queryKey: [...calendarsKey(projectId, branch), asked],
    queryFn: ({ signal }) => call(getCalendar, { projectId, branch, ...asked }, { signal }),
  })

export const visitQuery = (projectId: number, visit: number) =>
  queryOptions({
    queryKey: ['booking', projectId, 'visit', visit],
    queryFn: ({ signal }) => call(getVisit, { projectId, visit }, { signal }),
    gcTime: 0,
  })

export interface TimesAsked {
  readonly services: readonly number[]
  readonly date: string
  readonly employee?: number
}

export const freeTimesQuery = (projectId: number, branch: number, { services, date, employee }: TimesAsked) =>
  queryOptions({
    queryKey: ['booking', projectId, 'times', branch, services, date, employee],
    queryFn: ({ signal }) =>
      call(getFreeTimes, { projectId, branch, services: [...services], date, employee }, { signal }).then(({ times }) => times),
    enabled: services.length > 0 && date !== '',
    gcTime: 0,
  })

export const bookingSettingsQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['booking', projectId, 'settings'],
    queryFn: ({ signal }) => call(getBookingSettings, { projectId }, { signal }),
  })
