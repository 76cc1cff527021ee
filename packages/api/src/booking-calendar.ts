/** The calendar of a branch (booking, section 2): visits as employees of the project see and change them. A visit is an order; its id is the order's number. */
import { z } from 'zod'
import { bookingDay, bookingTime, intervalSchema } from './booking-hours.ts'
import { done, endpoint, id } from './endpoint.ts'

const tag = 'Booking'
const project = { projectId: id }
const branch = { ...project, branch: id }
const visit = { ...project, visit: id }
const view = { section: 'booking', level: 'view' } as const
const edit = { section: 'booking', level: 'edit' } as const

export const visitStatuses = ['active', 'success', 'fail', 'archive', 'cancelled'] as const

export const visitSchema = z.object({
  /** Number of the order. */
  id: z.int(),
  branch: z.int(),
  /** Counts its changes: what is changed is changed at a version. */
  version: z.int(),
  /** The order's name: titles of the services, unless somebody renamed it. */
  name: z.string(),
  status: z.enum(visitStatuses),
  employee: z.object({ id: z.int(), name: z.string() }),
  date: bookingDay,
  time: z.string(),
  /** Until when, `HH:MM`; may be `24:00`. */
  until: z.string(),
  /** Minutes. */
  duration: z.int(),
  services: z.array(z.object({ id: z.int(), title: z.string(), color: z.string() })),
  cost: z.number(),
  /** The group service and how many it takes: visits of one start are shown as one plate. Null: an individual visit. */
  group: z.object({ service: z.int(), capacity: z.int() }).nullable(),
  /** Its time is not within the employee's working hours. */
  outsideHours: z.boolean(),
  source: z.enum(['bot', 'widget', 'operator', 'ai']),
  comment: z.string(),
  client: z.object({ id: z.int(), name: z.string(), phone: z.string(), email: z.string() }),
  createdAt: z.iso.datetime(),
})
export type Visit = z.infer<typeof visitSchema>

export const calendarSchema = z.object({
  branch: z.int(),
  timezone: z.string(),
  /** The branch's clock now. */
  today: bookingDay,
  now: z.string(),
  days: z.array(bookingDay),
  /** The active employees, and those who have visits on these days. */
  employees: z.array(z.object({ id: z.int(), name: z.string(), jobTitle: z.string(), photo: z.string(), active: z.boolean() })),
  /** Working time without the breaks. Days without any are left out. */
  hours: z.array(z.object({ employee: z.int(), date: bookingDay, intervals: z.array(intervalSchema) })),
  /** Those that take up time (active and successful), by day and time; also of other branches, where an employee works in several. */
  visits: z.array(visitSchema),
})
export type Calendar = z.infer<typeof calendarSchema>

/** All employees for one day, or one of them for up to a week. */
export const getCalendar = endpoint({
  name: 'getCalendar',
  method: 'get',
  path: '/api/projects/:projectId/booking/branches/:branch/calendar',
  access: view,
  tag,
  summary: 'Employees, their working hours and their visits on `days` days from `from` on.',
  params: branch,
  query: {
    from: bookingDay,
    days: z
      .string()
      .regex(/^[1-7]$/, '1 to 7')
      .transform(Number)
      .default(1),
    employee: id.optional(),
  },
  output: calendarSchema,
})

export const getVisit = endpoint({
  name: 'getVisit',
  method: 'get',
  path: '/api/projects/:projectId/booking/visits/:visit',
  access: view,
  tag,
  summary: 'One visit, whatever became of it.',
  params: visit,
  output: visitSchema,
})

const serviceIds = z.array(z.int().positive()).min(1).max(100)

/** Ids in a query: `844,845`. */
export const idList = z
  .string()
  .regex(/^[1-9][0-9]{0,14}(,[1-9][0-9]{0,14}){0,99}$/, 'Ids with commas between them')
  .transform((written) => written.split(',').map(Number))

export const getFreeTimes = endpoint({
  name: 'getFreeTimes',
  method: 'get',
  path: '/api/projects/:projectId/booking/branches/:branch/free-times',
  access: view,
  tag,
  summary: 'Free times of a day for services, of one employee or of anybody who renders them all.',
  params: branch,
  query: { services: idList, date: bookingDay, employee: id.optional() },
  output: z.object({ times: z.array(z.string()) }),
})

/**
 * 409 `slot-taken` with `details.times` (free ones of that day) when the time is taken, `outside-hours` when nobody works then and that was not allowed,
 * `time-passed` when it is over. Never over another visit.
 */
export const createVisit = endpoint({
  name: 'createVisit',
  method: 'post',
  path: '/api/projects/:projectId/booking/branches/:branch/visits',
  access: edit,
  tag,
  summary: 'Books a visit for a client: one who is known by his number, or by phone or e-mail (made if nobody has them).',
  params: branch,
  body: z.object({
    date: bookingDay,
    time: bookingTime,
    services: serviceIds,
    /** null: somebody who is free. */
    employee: z.int().positive().nullable().default(null),
    /** Minutes; without it that of the services. */
    duration: z.int().min(1).max(1440).optional(),
    client: z.int().positive().optional(),
    clientName: z.string().trim().max(255).default(''),
    phone: z.string().trim().max(40).default(''),
    email: z.union([z.email().max(254), z.literal('')]).default(''),
    comment: z.string().max(5000).default(''),
    allowOutsideHours: z.boolean().default(false),
  }),
  output: visitSchema,
})

/** 409 `visit-changed` with the visit as it is in `details.visit` when `version` is not its version any more; else as `createVisit`. */
export const changeVisit = endpoint({
  name: 'changeVisit',
  method: 'patch',
  path: '/api/projects/:projectId/booking/visits/:visit',
  access: edit,
  tag,
  summary: 'Moves a visit to another time or employee, stretches it, or changes its comment.',
  params: visit,
  body: z.object({
    version: z.int(),
    date: bookingDay.optional(),
    time: bookingTime.optional(),
    employee: z.int().positive().optional(),
    duration: z.int().min(1).max(1440).optional(),
    comment: z.string().max(5000).optional(),
    allowOutsideHours: z.boolean().default(false),
  }),
  output: visitSchema,
})

export const cancelVisit = endpoint({
  name: 'cancelVisit',
  method: 'post',
  path: '/api/projects/:projectId/booking/visits/:visit/cancel',
  access: edit,
  tag,
  summary: 'Cancels a visit: its time is free at once, its order is deleted from the board.',
  params: visit,
  body: z.object({ version: z.int() }),
  output: done,
})
