/**
 * The CRM of a project as its file holds it: what is set up, never people's data (crm-and-tasks, sections 5, 7 to 11). Numbers are those that scripts and
 * actions name.
 */
import { z } from 'zod'
import { fileBookingSchema } from './booking.ts'
import type { Targets } from './checks/survey.ts'
import type { Project } from './flow.ts'

/** Colours of states, by name: a page shows each as its theme has it. */
export const stateColors = ['grey', 'blue', 'cyan', 'green', 'yellow', 'orange', 'red', 'pink', 'violet'] as const

/** What a card of the board can show besides the variables that are named one by one. */
export const cardFields = ['client', 'channel', 'name', 'description', 'budget', 'responsible', 'created'] as const

const number = z.int().positive().max(1_000_000_000)
const name = z.string().trim().min(1).max(255)
/** 0..9, the colours of labels (section 10). */
const color = z.int().min(0).max(9).default(0)

export const fileStateSchema = z.object({
  id: number,
  name,
  color: z.enum(stateColors).default('grey'),
  hidden: z.boolean().default(false),
  /** Ids of the states into which orders of this one may not be moved by hand. */
  forbidden: z.array(number).default([]),
})

export const filePipelineSchema = z.object({
  id: number,
  name,
  currency: z.string().trim().max(10).default(''),
  cardFields: z.array(z.enum(cardFields)).default([...cardFields]),
  cardVariables: z.array(z.string().min(1).max(500)).max(20).default([]),
  states: z.array(fileStateSchema).max(1000).default([]),
})

const orderCallbacks = z.object({
  /** Every state of these pipelines, and these states. */
  pipelines: z.array(number).default([]),
  states: z.array(number).default([]),
  system: z.boolean().default(false),
  responsible: z.boolean().default(false),
  removed: z.boolean().default(false),
})

const callbacks = z.object({
  orders: orderCallbacks.prefault({}),
  tasks: z
    .object({
      created: z.boolean().default(true),
      edited: z.boolean().default(true),
      done: z.boolean().default(true),
      deleted: z.boolean().default(true),
    })
    .prefault({}),
  lists: z.boolean().default(false),
  labels: z.boolean().default(false),
})

export const crmSchema = z.object({
  pipelines: z.array(filePipelineSchema).max(1000).default([]),
  lists: z
    .array(z.object({ number, name, folder: z.string().trim().max(255).default(''), color }))
    .max(10_000)
    .default([]),
  labels: z.array(z.object({ number, name, color })).max(10_000).default([]),
  taskColumns: z.array(z.object({ number, name, color })).max(1000).default([]),
  quickReplies: z
    .array(
      z.object({
        folder: z.string().trim().max(100).default(''),
        title: z.string().trim().min(1).max(255),
        text: z.string().min(1).max(16_000),
      }),
    )
    .max(10_000)
    .default([]),
  /** "Accept leads into the first state automatically". */
  acceptLeads: z.boolean().default(true),
  callbacks: callbacks.prefault({}),
  booking: fileBookingSchema.prefault({}),
})

export type Crm = z.infer<typeof crmSchema>
export type FilePipeline = Crm['pipelines'][number]

/** A whole project file; without `crm` it is a flow with its settings. */
export type ProjectFile = Project & { readonly crm?: Crm | undefined }

/** What the actions of a file's blocks can name. */
export const targetsOf = ({ pipelines, lists, labels }: Crm): Targets => ({
  lists: new Set(lists.map(({ number: id }) => id)),
  states: new Set(pipelines.flatMap(({ states }) => states.map(({ id }) => id))),
  labels: new Set(labels.map((label) => label.name)),
})
