/** Leads: people who left a request somewhere and of whom nothing else is known yet (leads-api, sections 2 and 7). */
import { z } from 'zod'
import { done, endpoint, id, moment } from './endpoint.ts'
import { employeeOrNobody, period } from './list-filters.ts'

const tag = 'Leads'
const project = { projectId: id }
const lead = { ...project, lead: id }
const view = { section: 'leads', level: 'view' } as const
const edit = { section: 'leads', level: 'edit' } as const

/** By their numbers in the leads API: 0, 1, 2, 3. */
export const leadStatuses = ['open', 'work', 'processed', 'closed'] as const
export type LeadStatus = (typeof leadStatuses)[number]
/** 1, 2, 3, 4 there. */
export const leadResults = ['spam', 'duplicate', 'other', 'not-target'] as const
export type LeadResult = (typeof leadResults)[number]
export const utmMarks = ['source', 'medium', 'campaign', 'term', 'content', 'referrer'] as const

const text = z.string()

export const leadSchema = z.object({
  id: z.int(),
  createdAt: moment,
  doneAt: moment.nullable(),
  status: z.enum(leadStatuses),
  result: z.enum(leadResults).nullable(),
  title: text,
  email: text,
  phone: text,
  site: text,
  company: text,
  description: text,
  ip: text,
  city: text,
  country: text,
  responsible: z.object({ account: z.int(), name: z.string() }).nullable(),
  source: z.object({ id: z.int(), name: z.string() }).nullable(),
  partner: z.object({ id: z.int(), site: z.string() }).nullable(),
  client: z.object({ id: z.int(), name: z.string() }).nullable(),
  order: z.int().nullable(),
  comment: text,
  utm: z.object({ source: text, medium: text, campaign: text, term: text, content: text, referrer: text }),
  revision: z.int(),
})
export type Lead = z.infer<typeof leadSchema>

export const listLeads = endpoint({
  name: 'listLeads',
  method: 'get',
  path: '/api/projects/:projectId/leads',
  access: view,
  tag,
  summary: 'Leads, the newest first, page by page.',
  params: project,
  query: {
    status: z.enum([...leadStatuses, 'all']).default('all'),
    ...period,
    responsible: employeeOrNobody,
    source: id.optional(),
    q: z.string().max(200).optional(),
    /** From the answer before. */
    cursor: z.string().max(40).optional(),
  },
  output: z.object({ leads: z.array(leadSchema), next: z.string().nullable(), total: z.int() }),
})

/** `open`: those that nobody has taken. */
export const countLeads = endpoint({
  name: 'countLeads',
  method: 'get',
  path: '/api/projects/:projectId/leads/count',
  access: view,
  tag,
  summary: 'How many leads are open, in work, and the like.',
  params: project,
  output: z.object({ open: z.int(), work: z.int(), processed: z.int(), closed: z.int() }),
})

export const getLead = endpoint({
  name: 'getLead',
  method: 'get',
  path: '/api/projects/:projectId/leads/:lead',
  access: view,
  tag,
  summary: 'One lead, with the clients who have its phone or e-mail.',
  params: lead,
  output: z.object({ lead: leadSchema, known: z.array(z.object({ id: z.int(), name: z.string(), phone: z.string(), email: z.string() })) }),
})

/** 409 `lead-changed`: somebody else took, processed or closed it meanwhile. */
export const takeLead = endpoint({
  name: 'takeLead',
  method: 'post',
  path: '/api/projects/:projectId/leads/:lead/take',
  access: { ...edit, by: 'person' },
  tag,
  summary: 'The caller becomes responsible and the lead is in work.',
  params: lead,
  body: z.object({ revision: z.int() }),
  output: leadSchema,
})

export const assignLead = endpoint({
  name: 'assignLead',
  method: 'post',
  path: '/api/projects/:projectId/leads/:lead/assign',
  access: edit,
  tag,
  summary: 'Hands a lead to somebody, or to nobody.',
  params: lead,
  body: z.object({ account: z.int().positive().nullable(), revision: z.int() }),
  output: leadSchema,
})

export const closeLead = endpoint({
  name: 'closeLead',
  method: 'post',
  path: '/api/projects/:projectId/leads/:lead/close',
  access: edit,
  tag,
  summary: 'Closes a lead that will not become an order, with the reason.',
  params: lead,
  body: z.object({ result: z.enum(leadResults), comment: z.string().trim().max(2000).default(''), revision: z.int() }),
  output: leadSchema,
})

export const reopenLead = endpoint({
  name: 'reopenLead',
  method: 'post',
  path: '/api/projects/:projectId/leads/:lead/reopen',
  access: edit,
  tag,
  summary: 'A closed lead is open again, or in work where somebody is responsible.',
  params: lead,
  body: z.object({ revision: z.int() }),
  output: leadSchema,
})

/** Without a client, one with the phone or e-mail is found or made. 400 `client-needed` when there is neither. */
export const processLead = endpoint({
  name: 'processLead',
  method: 'post',
  path: '/api/projects/:projectId/leads/:lead/process',
  access: edit,
  tag,
  summary: 'Makes a client and an order of a lead.',
  params: lead,
  body: z.object({
    client: z.int().positive().optional(),
    name: z.string().trim().max(255).default(''),
    phone: z.string().trim().max(40).default(''),
    email: z.string().trim().max(255).default(''),
    order: z.object({
      name: z.string().trim().max(255).default(''),
      description: z.string().trim().max(5000).default(''),
      budget: z.number().nullable().default(null),
      /** Null: unsorted. */
      state: z.int().positive().nullable().default(null),
    }),
    revision: z.int(),
  }),
  output: leadSchema,
})

export const leadSettingsSchema = z.object({
  /** Who gets what the rule gives to nobody. */
  coordinator: z.int().positive().nullable().default(null),
  /** `even`: whoever got the fewest this month; `shift`: somebody of those on shift, at random. */
  rule: z.enum(['none', 'even', 'shift']).default('none'),
  /** Who takes part; empty: all members. */
  operators: z.array(z.int().positive()).max(1000).default([]),
  /** An order at once, in the first state of the first pipeline, and the callback `new_lead_added`. */
  createOrder: z.boolean().default(false),
})
export type LeadSettings = z.infer<typeof leadSettingsSchema>

export const getLeadSettings = endpoint({
  name: 'getLeadSettings',
  method: 'get',
  path: '/api/projects/:projectId/lead-settings',
  access: view,
  tag,
  summary: 'How leads are distributed, and the key and form that bring them.',
  params: project,
  output: leadSettingsSchema.extend({ keyEnding: z.string().nullable(), formKey: z.string().nullable() }),
})

export const setLeadSettings = endpoint({
  name: 'setLeadSettings',
  method: 'put',
  path: '/api/projects/:projectId/lead-settings',
  access: { section: 'settings', level: 'edit' },
  tag,
  summary: 'Changes how leads are distributed.',
  params: project,
  body: leadSettingsSchema,
  output: leadSettingsSchema,
})

export const renewLeadKey = endpoint({
  name: 'renewLeadKey',
  method: 'post',
  path: '/api/projects/:projectId/lead-settings/key',
  access: { section: 'settings', level: 'edit', by: 'person' },
  tag,
  summary: 'Makes a new key of the leads API, which is shown once; the former one ends.',
  params: project,
  output: z.object({ key: z.string() }),
})

/** Who has the key of the form can add leads and nothing else: it stands in the pages of foreign sites. */
export const renewLeadForm = endpoint({
  name: 'renewLeadForm',
  method: 'post',
  path: '/api/projects/:projectId/lead-settings/form',
  access: { section: 'settings', level: 'edit', by: 'person' },
  tag,
  summary: 'Makes a new key of the form for other sites; the former one ends.',
  params: project,
  output: z.object({ formKey: z.string() }),
})

/** A source or a partner, and how many leads name it. */
export const leadNameSchema = z.object({ id: z.int(), name: z.string(), leads: z.int() })
const name = z.string().trim().min(1).max(100)

export const listLeadSources = endpoint({
  name: 'listLeadSources',
  method: 'get',
  path: '/api/projects/:projectId/lead-sources',
  access: view,
  tag,
  summary: 'The sources that leads come from.',
  params: project,
  output: z.object({ sources: z.array(leadNameSchema) }),
})

/** 409 `name-taken`. */
export const createLeadSource = endpoint({
  name: 'createLeadSource',
  method: 'post',
  path: '/api/projects/:projectId/lead-sources',
  access: edit,
  tag,
  summary: 'Adds a source.',
  params: project,
  body: z.object({ name }),
  output: leadNameSchema,
})

export const renameLeadSource = endpoint({
  name: 'renameLeadSource',
  method: 'patch',
  path: '/api/projects/:projectId/lead-sources/:source',
  access: edit,
  tag,
  summary: 'Renames a source.',
  params: { ...project, source: id },
  body: z.object({ name }),
  output: leadNameSchema,
})

export const deleteLeadSource = endpoint({
  name: 'deleteLeadSource',
  method: 'delete',
  path: '/api/projects/:projectId/lead-sources/:source',
  access: edit,
  tag,
  summary: 'Deletes a source; its leads stay, without one.',
  params: { ...project, source: id },
  output: done,
})

export const listLeadPartners = endpoint({
  name: 'listLeadPartners',
  method: 'get',
  path: '/api/projects/:projectId/lead-partners',
  access: view,
  tag,
  summary: 'The partners whose sites may be named by leads.',
  params: project,
  output: z.object({ partners: z.array(leadNameSchema) }),
})

/** 409 `name-taken`. */
export const createLeadPartner = endpoint({
  name: 'createLeadPartner',
  method: 'post',
  path: '/api/projects/:projectId/lead-partners',
  access: edit,
  tag,
  summary: 'Registers the site of a partner.',
  params: project,
  body: z.object({ name }),
  output: leadNameSchema,
})

export const deleteLeadPartner = endpoint({
  name: 'deleteLeadPartner',
  method: 'delete',
  path: '/api/projects/:projectId/lead-partners/:partner',
  access: edit,
  tag,
  summary: 'Takes a partner out; his leads stay, without one.',
  params: { ...project, partner: id },
  output: done,
})
