/** The set-up of online booking as a project file holds it (booking, section 1): branches with what they offer and who works when, never visits. */
import { z } from 'zod'

const number = z.int().positive().max(1_000_000_000)
const name = z.string().trim().min(1).max(255)
const text = z.string().trim().max(5000).default('')
const photo = z.string().trim().max(4000).default('')

const interval = z
  .tuple([
    z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'A time like 09:00'),
    z.string().regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/, 'A time like 18:00; the end of the day is 24:00'),
  ])
  .refine(([from, to]) => from < to, 'The end has to be after the beginning')
const intervals = z.array(interval).max(20)

const grouping = z.object({ id: number, name, description: text })

export const fileServiceSchema = z.object({
  id: number,
  title: name,
  description: text,
  /** Id of a category of the branch. */
  category: number.nullable().default(null),
  price: z.number().min(0).max(1e12).default(0),
  /** Minutes. */
  duration: z.int().min(1).max(1440),
  /** Clients at once. */
  capacity: z.int().min(1).max(10_000).default(1),
  color: z
    .string()
    .regex(/^(#[0-9a-f]{6})?$/i)
    .default(''),
  photo,
  active: z.boolean().default(true),
})

export const fileEmployeeSchema = z.object({
  id: number,
  name,
  /** Name of the member of the project who he is; left out: he is known in booking only. Of people no more stands in a file. */
  member: name.optional(),
  information: text,
  jobTitle: number.nullable().default(null),
  photo,
  active: z.boolean().default(true),
  /** Ids of services of the branch. */
  services: z.array(number).max(1000).default([]),
  /** Seven days from Monday on. */
  week: z.array(intervals).length(7).default([[], [], [], [], [], [], []]),
  /** `weekday` 1 (Monday) to 7; null: every day. */
  breaks: z
    .array(z.object({ weekday: z.int().min(1).max(7).nullable().default(null), at: interval }))
    .max(100)
    .default([]),
  /** Days with other hours than their weekday has. */
  exceptions: z
    .array(z.object({ date: z.iso.date(), intervals: intervals.default([]) }))
    .max(1000)
    .default([]),
})

/** What is written to clients, and the public page: as the contract of the server has them, which checks them. Left out: what is usual. */
const document = z.record(z.string(), z.unknown()).optional()

export const fileBranchSchema = z.object({
  /** Id of the pipeline that it is. */
  pipeline: number,
  on: z.boolean().default(true),
  address: text,
  photo,
  /** null: that of the project. */
  timezone: z.string().max(100).nullable().default(null),
  horizonDays: z.int().min(1).max(366).default(14),
  step: z.int().min(5).max(1440).default(30),
  /** Id of the state where new visits are put; null: the first. */
  state: number.nullable().default(null),
  notifications: document,
  page: document,
  categories: z.array(grouping).max(1000).default([]),
  jobTitles: z.array(grouping).max(1000).default([]),
  services: z.array(fileServiceSchema).max(10_000).default([]),
  employees: z.array(fileEmployeeSchema).max(10_000).default([]),
})
export type FileBranch = z.infer<typeof fileBranchSchema>

export const fileBookingSchema = z.object({
  /** So long a time is held for a client who is about to book it; 0: not at all. Left out: as usual. */
  holdMinutes: z.int().min(0).max(120).optional(),
  branches: z.array(fileBranchSchema).max(1000).default([]),
})
export type FileBooking = z.infer<typeof fileBookingSchema>
