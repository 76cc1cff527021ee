/** What groups the services and the employees of a branch: categories and job titles (booking, section 2). */
import { z } from 'zod'
import { longText, name, order, sorted } from './booking-fields.ts'
import { done, endpoint, id } from './endpoint.ts'

const tag = 'Booking'
const project = { projectId: id }
const branch = { ...project, branch: id }
const edit = { section: 'booking', level: 'edit' } as const

export const groupingSchema = z.object({ id: z.int(), name: z.string(), description: z.string() })
/** A category of services, or a job title. */
export type Grouping = z.infer<typeof groupingSchema>

const grouping = { name, description: longText.default('') }
const groupingChange = z.object({ name: name.optional(), description: longText.optional() })

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
