/** Who works at a branch, and when (booking, section 2). */
import { z } from 'zod'
import { ids, longText, name, order, photo, sorted } from './booking-fields.ts'
import { bookingDay, overrideSchema, scheduleSchema } from './booking-hours.ts'
import { done, endpoint, id } from './endpoint.ts'

const tag = 'Booking'
const project = { projectId: id }
const branch = { ...project, branch: id }
const employee = { ...project, employee: id }
const edit = { section: 'booking', level: 'edit' } as const

const employeeFields = {
  /** `staff`: a member of the project, `account`. In several branches, he is busy in all of them at once. */
  kind: z.enum(['staff', 'freelance']),
  account: z.int().positive().nullable(),
  name,
  information: longText,
  jobTitle: z.int().positive().nullable(),
  photo,
  active: z.boolean(),
  services: ids,
}
export const employeeSchema = z.object({
  id: z.int(),
  ...employeeFields,
  schedule: scheduleSchema,
  /** From yesterday on. */
  overrides: z.array(overrideSchema),
  /** Address of his calendar as iCalendar (`/book-calendar/<secret>.ics`); null: he has none. Who knows it can read the calendar. */
  feed: z.string().nullable(),
})
export type Employee = z.infer<typeof employeeSchema>

const employeeBase = {
  kind: employeeFields.kind,
  account: employeeFields.account,
  name: employeeFields.name,
  information: employeeFields.information,
  jobTitle: employeeFields.jobTitle,
  photo: employeeFields.photo,
  active: employeeFields.active,
  services: employeeFields.services,
}

export const createEmployee = endpoint({
  name: 'createEmployee',
  method: 'post',
  path: '/api/projects/:projectId/booking/branches/:branch/employees',
  access: edit,
  tag,
  summary: 'Adds an employee at the end.',
  params: branch,
  body: z.object({
    ...employeeBase,
    kind: employeeBase.kind.default('freelance'),
    account: employeeBase.account.default(null),
    information: employeeBase.information.default(''),
    jobTitle: employeeBase.jobTitle.default(null),
    photo: employeeBase.photo.default(''),
    active: employeeBase.active.default(true),
    services: employeeBase.services.default([]),
    schedule: scheduleSchema.optional(),
  }),
  output: employeeSchema,
})

export const sortEmployees = endpoint({
  name: 'sortEmployees',
  method: 'put',
  path: '/api/projects/:projectId/booking/branches/:branch/employees/order',
  access: edit,
  tag,
  summary: 'Puts the employees into this order; it names each once.',
  params: branch,
  body: order,
  output: sorted,
})

export const changeEmployee = endpoint({
  name: 'changeEmployee',
  method: 'patch',
  path: '/api/projects/:projectId/booking/employees/:employee',
  access: edit,
  tag,
  summary: 'Changes what is given of an employee.',
  params: employee,
  body: z.object(employeeBase).partial(),
  output: employeeSchema,
})

/** 409 `employee-has-visits` with their number when somebody is booked with him from now on. */
export const deleteEmployee = endpoint({
  name: 'deleteEmployee',
  method: 'delete',
  path: '/api/projects/:projectId/booking/employees/:employee',
  access: edit,
  tag,
  summary: 'Deletes an employee with whom nobody is booked any more; what was booked stays in the orders.',
  params: employee,
  output: done,
})

export const setSchedule = endpoint({
  name: 'setSchedule',
  method: 'put',
  path: '/api/projects/:projectId/booking/employees/:employee/schedule',
  access: edit,
  tag,
  summary: 'Sets the weekly hours and breaks of an employee.',
  params: employee,
  body: scheduleSchema,
  output: employeeSchema,
})

/** Holidays, vacations, other hours: the same on every day of the range. */
export const setOverrides = endpoint({
  name: 'setOverrides',
  method: 'put',
  path: '/api/projects/:projectId/booking/employees/:employee/overrides',
  access: edit,
  tag,
  summary: 'Sets other hours for days in a row: none (`[]`) are days off, `null` are the usual ones again.',
  params: employee,
  body: z
    .object({ from: bookingDay, to: bookingDay, intervals: overrideSchema.shape.intervals.nullable() })
    .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 366 * 86_400_000, {
      path: ['to'],
      message: 'Within a year after the first day',
    }),
  output: employeeSchema,
})

export const renewFeed = endpoint({
  name: 'renewFeed',
  method: 'post',
  path: '/api/projects/:projectId/booking/employees/:employee/feed',
  access: edit,
  tag,
  summary: "Gives the employee's calendar a new secret address; the one before ends.",
  params: employee,
  output: employeeSchema,
})

export const removeFeed = endpoint({
  name: 'removeFeed',
  method: 'delete',
  path: '/api/projects/:projectId/booking/employees/:employee/feed',
  access: edit,
  tag,
  summary: "Ends the secret address of the employee's calendar.",
  params: employee,
  output: employeeSchema,
})
