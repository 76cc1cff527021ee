/** What a branch offers (booking, section 2). */
import { z } from 'zod'
import { color, ids, longText, name, order, photo, sorted } from './booking-fields.ts'
import { done, endpoint, id } from './endpoint.ts'

const tag = 'Booking'
const project = { projectId: id }
const branch = { ...project, branch: id }
const edit = { section: 'booking', level: 'edit' } as const

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
  /** Headers of columns that mean nothing here: they are passed over. */
  unknown: z.array(z.string()),
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
      why: z.enum([
        'no-title',
        'bad-price',
        'bad-duration',
        'bad-capacity',
        'twice',
        'unreadable',
        'no-title-column',
        'no-duration-column',
      ]),
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
