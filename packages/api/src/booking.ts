/**
 * Set-up of online booking (booking, sections 1 and 2). A branch is a pipeline with booking switched on: its id is that of the pipeline. Days and times are
 * those of the branch's clock: `YYYY-MM-DD` and `HH:MM`, the end of a day is `24:00`.
 */
import { z } from 'zod'
import { done, endpoint, id, timezone } from './endpoint.ts'
import { siteSchema } from './site.ts'

const tag = 'Booking'
const project = { projectId: id }
const branch = { ...project, branch: id }
const view = { section: 'booking', level: 'view' } as const
const edit = { section: 'booking', level: 'edit' } as const
/** What strangers see of the branch, and whether there is one, is a setting of the project. */
const settings = { section: 'settings', level: 'edit' } as const

export const bookingDay = z.iso.date()
export const bookingTime = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'A time like 09:00')
const endTime = z.string().regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/, 'A time like 18:00; the end of the day is 24:00')
const text = (most: number) => z.string().trim().max(most)
const name = z.string().trim().min(1).max(255)
const longText = text(5000)
/** Address of a stored file, or of a picture on the network; empty: none. */
const photo = text(4000)
const ids = z.array(z.int().positive()).max(1000)

/** From (inclusive) to (exclusive) on one day. A night shift is two intervals on two days. */
export const intervalSchema = z
  .tuple([bookingTime, endTime])
  .refine(([from, to]) => from < to, 'The end has to be after the beginning')
  .readonly()
export type Interval = z.infer<typeof intervalSchema>
const intervals = z.array(intervalSchema).max(20)

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

const color = z.string().regex(/^#[0-9a-f]{6}$/i, 'A colour like #2f6fed')

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

export const groupingSchema = z.object({ id: z.int(), name: z.string(), description: z.string() })
/** A category of services, or a job title. */
export type Grouping = z.infer<typeof groupingSchema>

const serviceFields = {
  title: name,
  description: longText,
  /** null: in none. */
  category: z.int().positive().nullable(),
  price: z.number().min(0).max(1e12),
  /** Minutes. */
  duration: z.int().min(1).max(1440),
  /** Clients at once; above 1 it is a group service. */
  capacity: z.int().min(1).max(10_000),
  /** Colour of its plates in the calendar; empty: the usual one. */
  color: z.union([color, z.literal('')]),
  photo,
  active: z.boolean(),
}
export const serviceSchema = z.object({ id: z.int(), ...serviceFields })
export type Service = z.infer<typeof serviceSchema>

export const breakSchema = z
  .object({
    /** 1 (Monday) to 7; null: every day. */
    weekday: z.int().min(1).max(7).nullable(),
    from: bookingTime,
    to: endTime,
  })
  .refine(({ from, to }) => from < to, 'The end has to be after the beginning')

export const scheduleSchema = z.object({
  /** Seven days from Monday on; none: he does not work. */
  week: z.array(intervals).length(7),
  breaks: z.array(breakSchema).max(100),
})
export type Schedule = z.infer<typeof scheduleSchema>

/** A day with other hours than its weekday has; no interval: a day off. Breaks hold on it, too. */
export const overrideSchema = z.object({ date: bookingDay, intervals })

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

const grouping = { name, description: longText.default('') }
const groupingChange = z.object({ name: name.optional(), description: longText.optional() })
const order = z.object({ ids: ids.max(10_000) })
const sorted = z.object({ ids: z.array(z.int()) })

export const createServiceCategory = endpoint({
  name: 'createServiceCategory',
  method: 'post',
  path: '/api/projects/:projectId/booking/branches/:branch/categories',
  access: edit,
  tag,
  summary: 'Adds a category of services at the end.',
  params: branch,
  body: z.object(grouping),
  output: groupingSchema,
})

export const sortServiceCategories = endpoint({
  name: 'sortServiceCategories',
  method: 'put',
  path: '/api/projects/:projectId/booking/branches/:branch/categories/order',
  access: edit,
  tag,
  summary: 'Puts the categories into this order; it names each once.',
  params: branch,
  body: order,
  output: sorted,
})

export const changeServiceCategory = endpoint({
  name: 'changeServiceCategory',
  method: 'patch',
  path: '/api/projects/:projectId/booking/categories/:category',
  access: edit,
  tag,
  summary: 'Changes what is given of a category.',
  params: { ...project, category: id },
  body: groupingChange,
  output: groupingSchema,
})

export const deleteServiceCategory = endpoint({
  name: 'deleteServiceCategory',
  method: 'delete',
  path: '/api/projects/:projectId/booking/categories/:category',
  access: edit,
  tag,
  summary: 'Deletes a category; its services are in none then.',
  params: { ...project, category: id },
  output: done,
})

export const createJobTitle = endpoint({
  name: 'createJobTitle',
  method: 'post',
  path: '/api/projects/:projectId/booking/branches/:branch/job-titles',
  access: edit,
  tag,
  summary: 'Adds a job title at the end.',
  params: branch,
  body: z.object(grouping),
  output: groupingSchema,
})

export const sortJobTitles = endpoint({
  name: 'sortJobTitles',
  method: 'put',
  path: '/api/projects/:projectId/booking/branches/:branch/job-titles/order',
  access: edit,
  tag,
  summary: 'Puts the job titles into this order; it names each once.',
  params: branch,
  body: order,
  output: sorted,
})

export const changeJobTitle = endpoint({
  name: 'changeJobTitle',
  method: 'patch',
  path: '/api/projects/:projectId/booking/job-titles/:jobTitle',
  access: edit,
  tag,
  summary: 'Changes what is given of a job title.',
  params: { ...project, jobTitle: id },
  body: groupingChange,
  output: groupingSchema,
})

export const deleteJobTitle = endpoint({
  name: 'deleteJobTitle',
  method: 'delete',
  path: '/api/projects/:projectId/booking/job-titles/:jobTitle',
  access: edit,
  tag,
  summary: 'Deletes a job title; who had it has none then.',
  params: { ...project, jobTitle: id },
  output: done,
})

export const createService = endpoint({
  name: 'createService',
  method: 'post',
  path: '/api/projects/:projectId/booking/branches/:branch/services',
  access: edit,
  tag,
  summary: 'Adds a service at the end.',
  params: branch,
  body: z.object({
    title: serviceFields.title,
    description: serviceFields.description.default(''),
    category: serviceFields.category.default(null),
    price: serviceFields.price.default(0),
    duration: serviceFields.duration,
    capacity: serviceFields.capacity.default(1),
    color: serviceFields.color.default(''),
    photo: serviceFields.photo.default(''),
    active: serviceFields.active.default(true),
    /** Who renders it. */
    employees: ids.default([]),
  }),
  output: serviceSchema,
})

export const sortServices = endpoint({
  name: 'sortServices',
  method: 'put',
  path: '/api/projects/:projectId/booking/branches/:branch/services/order',
  access: edit,
  tag,
  summary: 'Puts the services into this order; it names each once.',
  params: branch,
  body: order,
  output: sorted,
})

export const changeService = endpoint({
  name: 'changeService',
  method: 'patch',
  path: '/api/projects/:projectId/booking/services/:service',
  access: edit,
  tag,
  summary: 'Changes what is given of a service. What was booked keeps its duration and price.',
  params: { ...project, service: id },
  body: z.object({
    title: serviceFields.title.optional(),
    description: serviceFields.description.optional(),
    category: serviceFields.category.optional(),
    price: serviceFields.price.optional(),
    duration: serviceFields.duration.optional(),
    capacity: serviceFields.capacity.optional(),
    color: serviceFields.color.optional(),
    photo: serviceFields.photo.optional(),
    active: serviceFields.active.optional(),
    employees: ids.optional(),
  }),
  output: serviceSchema,
})

export const deleteService = endpoint({
  name: 'deleteService',
  method: 'delete',
  path: '/api/projects/:projectId/booking/services/:service',
  access: edit,
  tag,
  summary: 'Deletes a service; what was booked stays.',
  params: { ...project, service: id },
  output: done,
})

/** Columns by their headers, in Russian or English, in any order: title, description, category, price, duration, capacity. Bytes come as base64. */
export const servicesCsvSchema = z.object({
  content: z.base64().max(14_000_000),
  /** Only look: nothing is changed. */
  dryRun: z.boolean(),
})

export const servicesReportSchema = z.object({
  rows: z.int(),
  /** A row whose title is known changes that service. */
  created: z.int(),
  changed: z.int(),
  /** Names of categories that are made on the way. */
  categories: z.array(z.string()),
  /** The first rows as they were understood. */
  preview: z.array(
    z.object({
      line: z.int(),
      title: z.string(),
      category: z.string(),
      price: z.number(),
      duration: z.int(),
      capacity: z.int(),
      known: z.boolean(),
    }),
  ),
  rejected: z.array(
    z.object({
      line: z.int(),
      why: z.enum(['no-title', 'bad-price', 'bad-duration', 'bad-capacity', 'twice', 'unreadable']),
      text: z.string(),
    }),
  ),
})
export type ServicesReport = z.infer<typeof servicesReportSchema>

export const importServices = endpoint({
  name: 'importServices',
  method: 'post',
  path: '/api/projects/:projectId/booking/branches/:branch/services/csv',
  access: edit,
  tag,
  summary: 'Adds and changes services by a CSV file: all good rows, or, `dryRun`, none.',
  params: branch,
  body: servicesCsvSchema,
  output: servicesReportSchema,
})

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

const employee = { ...project, employee: id }

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
    .object({ from: bookingDay, to: bookingDay, intervals: intervals.nullable() })
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
