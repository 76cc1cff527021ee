/**
 * Set-up of online booking (booking, sections 1 and 2). A branch is a pipeline with booking switched on: its id is that of the pipeline. Days and times are
 * those of the branch's clock: `YYYY-MM-DD` and `HH:MM`, the end of a day is `24:00`.
 */
import { z } from 'zod'
import { employeeSchema } from './booking-employees.ts'
import { color, name, photo, text } from './booking-fields.ts'
import { groupingSchema } from './booking-groupings.ts'
import { scheduleSchema } from './booking-hours.ts'
import { serviceSchema } from './booking-services.ts'
import { done, endpoint, id, timezone } from './endpoint.ts'
import { siteSchema } from './site.ts'

const tag = 'Booking'
const project = { projectId: id }
const branch = { ...project, branch: id }
const view = { section: 'booking', level: 'view' } as const
const edit = { section: 'booking', level: 'edit' } as const
/** What strangers see of the branch, and whether there is one, is a setting of the project. */
const settings = { section: 'settings', level: 'edit' } as const

/** When a message about a visit is sent, and what it says. The text may hold the variables of `notificationVariables` as `#{name}`. */
const notification = z.object({ on: z.boolean(), text: z.string().max(4000) })
export const notificationVariables = [
  'booking_id',
  'booking_date',
  'booking_time',
  'booking_duration',
  'total_cost',
  'services',
  'employee_name',
  'job_title',
  'company_name',
  'company_address',
  'client_name',
] as const

export const notificationsSchema = z.object({
  /** "Notify clients". */
  on: z.boolean(),
  /** `auto`: into the client's dialogue where he has one, else by e-mail. */
  channel: z.enum(['auto', 'dialogue', 'email']),
  created: notification,
  /** `before`: minutes before the visit begins. */
  reminder: notification.extend({ before: z.int().min(1).max(44_640) }),
  cancelled: notification,
})
export type BookingNotifications = z.infer<typeof notificationsSchema>

/** The public page of the branch, which is also its widget. Empty captions: the usual words in the language of the project. */
export const bookingPageSchema = z.object({
  on: z.boolean(),
  title: text(255),
  subtitle: text(1000),
  logo: photo,
  colors: z.object({ background: color, brand: color, text: color, buttonText: color }).nullable(),
  captions: z.object({ services: text(100), specialist: text(100) }),
  /** Sites that may show it in a frame. */
  domains: z.array(siteSchema).max(50),
  /** What a client has to tell of himself beside his name; one of the two he always has to. */
  phone: z.enum(['required', 'optional', 'hidden']),
  email: z.enum(['required', 'optional', 'hidden']),
  /** The latest a visit can be booked before it begins, minutes. */
  noticeMinutes: z.int().min(0).max(44_640),
  /** Until so many minutes before it begins a client may move or cancel his visit by its link. */
  changeNoticeMinutes: z.int().min(0).max(44_640),
})
export type BookingPage = z.infer<typeof bookingPageSchema>

export const branchSchema = z.object({
  /** That of the pipeline. */
  id: z.int(),
  name: z.string(),
  address: z.string(),
  photo: z.string(),
  /** "Online booking": off, it is offered nowhere, and what was booked stays. */
  on: z.boolean(),
  /** Its public page is `/book/<key>`. */
  key: z.string(),
  /** null: that of the project. */
  timezone: z.string().nullable(),
  currency: z.string(),
  /** Days that the public page shows. */
  horizonDays: z.int(),
  /** Minutes between the times that the public page and operators are offered. */
  step: z.int(),
  /** The state where new visits are put; null: the first. */
  state: z.int().nullable(),
  notifications: notificationsSchema,
  page: bookingPageSchema,
})
export type Branch = z.infer<typeof branchSchema>

export const branchSetupSchema = z.object({
  branch: branchSchema,
  categories: z.array(groupingSchema),
  jobTitles: z.array(groupingSchema),
  services: z.array(serviceSchema),
  employees: z.array(employeeSchema),
})
export type BranchSetup = z.infer<typeof branchSetupSchema>

export const listBranches = endpoint({
  name: 'listBranches',
  method: 'get',
  path: '/api/projects/:projectId/booking/branches',
  access: view,
  tag,
  summary: 'The branches of the project, those that are switched off too, in the order of the pipelines.',
  params: project,
  output: z.object({ branches: z.array(branchSchema) }),
})

/** Makes a pipeline with one state, or switches booking on for one that is there. */
export const createBranch = endpoint({
  name: 'createBranch',
  method: 'post',
  path: '/api/projects/:projectId/booking/branches',
  access: settings,
  tag,
  summary: 'Adds a branch: a new pipeline of this name, or the one that `pipeline` names.',
  params: project,
  body: z.union([
    z.object({ pipeline: z.int().positive(), address: text(500).optional() }),
    z.object({ name: name.max(100), address: text(500).default('') }),
  ]),
  output: branchSchema,
})

export const bookingBeginningSchema = z.object({
  name: name.max(100),
  address: text(500).default(''),
  service: serviceSchema.pick({ title: true, price: true, duration: true }),
  /** Somebody who is known in booking only; `week` as in a schedule. */
  employee: z.object({ name, week: scheduleSchema.shape.week }),
  /** The public page is opened, too. */
  open: z.boolean(),
})
export type BookingBeginning = z.infer<typeof bookingBeginningSchema>

/** 409 `booking-begun` when the project has a branch. */
export const beginBooking = endpoint({
  name: 'beginBooking',
  method: 'post',
  path: '/api/projects/:projectId/booking/begin',
  access: settings,
  tag,
  summary: 'The first branch with one service and one employee who renders it, all at once.',
  params: project,
  body: bookingBeginningSchema,
  output: branchSchema,
})

export const getBranch = endpoint({
  name: 'getBranch',
  method: 'get',
  path: '/api/projects/:projectId/booking/branches/:branch',
  access: view,
  tag,
  summary: 'A branch with its whole set-up.',
  params: branch,
  output: branchSetupSchema,
})

export const changeBranch = endpoint({
  name: 'changeBranch',
  method: 'patch',
  path: '/api/projects/:projectId/booking/branches/:branch',
  access: settings,
  tag,
  summary: 'Changes what is given of a branch.',
  params: branch,
  body: z.object({
    name: name.max(100).optional(),
    address: text(500).optional(),
    photo: photo.optional(),
    on: z.boolean().optional(),
    /** What its public page is called in addresses: `/book/<key>`. */
    key: z
      .string()
      .regex(/^[a-z0-9](-?[a-z0-9])*$/, 'Small letters, digits and single hyphens')
      .min(3)
      .max(60)
      .optional(),
    timezone: timezone.nullable().optional(),
    horizonDays: z.int().min(1).max(366).optional(),
    step: z.int().min(5).max(1440).optional(),
    state: z.int().positive().nullable().optional(),
    notifications: notificationsSchema.optional(),
    page: bookingPageSchema.optional(),
  }),
  output: branchSchema,
})

/** Its bookings are destroyed with it. `confirm` repeats its name. The pipeline goes, too, unless other orders are in it. */
export const deleteBranch = endpoint({
  name: 'deleteBranch',
  method: 'post',
  path: '/api/projects/:projectId/booking/branches/:branch/delete',
  access: settings,
  tag,
  summary: 'Deletes a branch with its services, employees and bookings, for good.',
  params: branch,
  body: z.object({ confirm: z.string().max(255) }),
  output: done,
})

export const changeBranchNotifications = endpoint({
  name: 'changeBranchNotifications',
  method: 'put',
  path: '/api/projects/:projectId/booking/branches/:branch/notifications',
  access: edit,
  tag,
  summary: 'What clients of the branch are told, when and where.',
  params: branch,
  body: notificationsSchema,
  output: notificationsSchema,
})

export const bookingSettingsSchema = z.object({
  /** So long a time is held for a client who is about to book it; 0: not at all. */
  holdMinutes: z.int().min(0).max(120),
})
export type BookingSettings = z.infer<typeof bookingSettingsSchema>

export const getBookingSettings = endpoint({
  name: 'getBookingSettings',
  method: 'get',
  path: '/api/projects/:projectId/settings/booking',
  access: view,
  tag,
  summary: 'What holds for all branches.',
  params: project,
  output: bookingSettingsSchema,
})

export const changeBookingSettings = endpoint({
  name: 'changeBookingSettings',
  method: 'put',
  path: '/api/projects/:projectId/settings/booking',
  access: settings,
  tag,
  summary: 'Sets what holds for all branches.',
  params: project,
  body: bookingSettingsSchema,
  output: bookingSettingsSchema,
})

export const bookingEvents = [
  /** The set-up of a branch: load it again. Null: which branches there are. */
  z.object({ type: z.literal('booking-setup-changed'), branch: z.int().nullable() }),
  /** A visit came, went, or changed; `days`: those that it was and is on. */
  z.object({ type: z.literal('booking-changed'), branch: z.int(), order: z.int(), days: z.array(z.string()) }),
] as const
