/**
 * The public booking page `/book/<branch>`, which is also the widget: `:branch` is the branch's key. The page of a visit is `/book/<branch>/visit/<visit>`,
 * where `:visit` is the secret of the link that its client got. Strangers learn what the page shows, and nothing of anybody.
 */
import { z } from 'zod'
import { bookingPageSchema } from './booking.ts'
import { bookingDay, bookingTime } from './booking-hours.ts'
import { idList } from './booking-calendar.ts'
import { done, endpoint, id } from './endpoint.ts'

const tag = 'Booking page'
/** Of any form: a branch that cannot be is a branch that is not there. */
const branch = { branch: z.string() }
const visit = { ...branch, visit: z.string() }
const access = 'anybody'

export const publicBranchSchema = z.object({
  name: z.string(),
  address: z.string(),
  photo: z.string(),
  /** That of the project. */
  language: z.enum(['ru', 'en']),
  /** IANA name; all days and times are in it. */
  timezone: z.string(),
  currency: z.string(),
  today: bookingDay,
  horizonDays: z.int(),
  /** So long a chosen time is held; 0: not at all. */
  holdMinutes: z.int(),
  page: bookingPageSchema.omit({ on: true, domains: true }),
  categories: z.array(z.object({ id: z.int(), name: z.string(), description: z.string() })),
  services: z.array(
    z.object({
      id: z.int(),
      title: z.string(),
      description: z.string(),
      category: z.int().nullable(),
      price: z.number(),
      duration: z.int(),
      capacity: z.int(),
      photo: z.string(),
    }),
  ),
  /** Who renders at least one of them. */
  employees: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      information: z.string(),
      jobTitle: z.string(),
      photo: z.string(),
      services: z.array(z.int()),
    }),
  ),
})
export type PublicBranch = z.infer<typeof publicBranchSchema>

export const getBookingPage = endpoint({
  name: 'getBookingPage',
  method: 'get',
  path: '/api/book/:branch',
  access,
  tag,
  summary: 'What the public page of a branch shows.',
  params: branch,
  output: publicBranchSchema,
})

export const getBookingDates = endpoint({
  name: 'getBookingDates',
  method: 'get',
  path: '/api/book/:branch/dates',
  access,
  tag,
  summary: 'The days within the horizon with at least one free time.',
  params: branch,
  query: { services: idList, employee: id.optional() },
  output: z.object({ dates: z.array(bookingDay) }),
})

/** `hold`: the caller's own hold does not count as taken. */
export const getBookingTimes = endpoint({
  name: 'getBookingTimes',
  method: 'get',
  path: '/api/book/:branch/times',
  access,
  tag,
  summary: 'The free times of a day.',
  params: branch,
  query: { services: idList, date: bookingDay, employee: id.optional(), hold: z.string().max(100).optional() },
  output: z.object({ times: z.array(z.string()) }),
})

const slot = {
  services: z.array(z.int().positive()).min(1).max(100),
  date: bookingDay,
  time: bookingTime,
  /** null: anybody who is free. */
  employee: z.int().positive().nullable(),
}

/** 409 `slot-taken` with `details.times` when somebody was quicker. */
export const holdTime = endpoint({
  name: 'holdTime',
  method: 'post',
  path: '/api/book/:branch/holds',
  access,
  tag,
  summary: 'Keeps a time free for this visitor for some minutes; `replaces` is his hold before, which ends.',
  params: branch,
  body: z.object({ ...slot, replaces: z.string().max(100).optional() }),
  /** `hold` null: this project holds no times. */
  output: z.object({ hold: z.string().nullable(), until: z.iso.datetime().nullable(), employee: z.string() }),
})

export const releaseTime = endpoint({
  name: 'releaseTime',
  method: 'delete',
  path: '/api/book/:branch/holds/:hold',
  access,
  tag,
  summary: 'Ends a hold.',
  params: { ...branch, hold: z.string() },
  output: done,
})

export const ownVisitSchema = z.object({
  /** The secret of its link. */
  visit: z.string(),
  /** Number of the booking, to tell at the desk. */
  number: z.int(),
  /** `over`: its time has passed. */
  status: z.enum(['active', 'cancelled', 'over']),
  date: bookingDay,
  time: z.string(),
  until: z.string(),
  duration: z.int(),
  services: z.array(z.object({ id: z.int(), title: z.string() })),
  cost: z.number(),
  currency: z.string(),
  employee: z.object({ id: z.int(), name: z.string(), jobTitle: z.string(), photo: z.string() }),
  name: z.string(),
  branch: z.object({ name: z.string(), address: z.string(), timezone: z.string() }),
  /** Whether he may still move or cancel it, and until when. */
  mayChange: z.boolean(),
  changeUntil: z.iso.datetime(),
})
export type OwnVisit = z.infer<typeof ownVisitSchema>

/** The same `key` again (of the page's own making): the same visit, booked once. Failures as of `holdTime`, and `time-passed`. */
export const bookVisit = endpoint({
  name: 'bookVisit',
  method: 'post',
  path: '/api/book/:branch/visits',
  access,
  tag,
  summary: 'Books a visit; with `hold` the time that was held.',
  params: branch,
  body: z.object({
    ...slot,
    hold: z.string().max(100).optional(),
    key: z.string().min(8).max(100),
    name: z.string().trim().min(1).max(255),
    phone: z.string().trim().max(40).default(''),
    email: z.union([z.email().max(254), z.literal('')]).default(''),
    comment: z.string().trim().max(1000).default(''),
  }),
  output: ownVisitSchema,
})

export const getOwnVisit = endpoint({
  name: 'getOwnVisit',
  method: 'get',
  path: '/api/book/:branch/visits/:visit',
  access,
  tag,
  summary: 'The visit of a personal link.',
  params: visit,
  output: ownVisitSchema,
})

export const getOwnVisitTimes = endpoint({
  name: 'getOwnVisitTimes',
  method: 'get',
  path: '/api/book/:branch/visits/:visit/times',
  access,
  tag,
  summary: 'Where the visit could be moved: days, and with `date` the times of that day. Its own time counts as free.',
  params: visit,
  query: { date: bookingDay.optional() },
  output: z.object({ dates: z.array(bookingDay), times: z.array(z.string()) }),
})

/** 409 `too-late-to-change`; else as `holdTime`. */
export const moveOwnVisit = endpoint({
  name: 'moveOwnVisit',
  method: 'post',
  path: '/api/book/:branch/visits/:visit/move',
  access,
  tag,
  summary: 'Moves the visit of a personal link to another time with the same employee.',
  params: visit,
  body: z.object({ date: bookingDay, time: bookingTime }),
  output: ownVisitSchema,
})

export const cancelOwnVisit = endpoint({
  name: 'cancelOwnVisit',
  method: 'post',
  path: '/api/book/:branch/visits/:visit/cancel',
  access,
  tag,
  summary: 'Cancels the visit of a personal link.',
  params: visit,
  output: ownVisitSchema,
})

/** `GET` gives the calendar of an employee as iCalendar to whoever knows its address, the visit of a personal link to its client. */
export const employeeFeedPath = '/book-calendar/:feed.ics'
export const ownVisitFilePath = '/book/:branch/visit/:visit/visit.ics'
