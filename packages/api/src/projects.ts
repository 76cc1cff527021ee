import { crmSchema, editSchema, projectSchema } from '@voronka/flow'
import { z } from 'zod'
import { done, endpoint, id, moment, timezone } from './endpoint.ts'

export const versionSchema = z.object({
  number: z.int(),
  note: z.string(),
  author: z.string(),
  publishedAt: moment,
  blocks: z.int(),
  arrows: z.int(),
})
export type Version = z.infer<typeof versionSchema>

export const projectSummarySchema = z.object({
  id: z.int(),
  name: z.string(),
  /** Revision of the draft: counts every accepted change. */
  revision: z.int(),
  updatedAt: moment,
  /** The version that clients run; null: never published. */
  published: versionSchema.nullable(),
  /** True when the draft differs from the published version. */
  changed: z.boolean(),
})
export type ProjectSummary = z.infer<typeof projectSummarySchema>

const project = { projectId: id }
const tag = 'Projects'

export const listProjects = endpoint({
  name: 'listProjects',
  method: 'get',
  path: '/api/projects',
  access: 'person',
  tag,
  summary: 'The projects that one is a member of, the latest changed first.',
  output: z.object({ projects: z.array(projectSummarySchema) }),
})

/** From nothing, from a starter (`starter` and `language`), or from a project file (`file`, validated by the server). */
/** Names of employees whom the file calls members of its project, and whom no member of this one is: they come in as known in booking only. */
const notMembers = z.array(z.string())

export const createProject = endpoint({
  name: 'createProject',
  method: 'post',
  path: '/api/projects',
  access: 'installation',
  tag,
  summary: 'Creates a project: empty, from a starter or from a file.',
  body: z.object({
    name: z.string().trim().max(255).optional(),
    starter: z.string().max(100).optional(),
    language: z.enum(['ru', 'en']).default('ru'),
    timezone: timezone.optional(),
    file: z.unknown().optional(),
  }),
  output: projectSummarySchema.extend({ notMembers: notMembers.optional() }),
})

export const getProject = endpoint({
  name: 'getProject',
  method: 'get',
  path: '/api/projects/:projectId',
  access: 'project',
  tag,
  summary: 'One project.',
  params: project,
  output: projectSummarySchema,
})

export const deleteProject = endpoint({
  name: 'deleteProject',
  method: 'delete',
  path: '/api/projects/:projectId',
  access: 'owner',
  tag,
  summary: 'Puts the project into the bin: its bot stops. `restoreProject` takes it back.',
  params: project,
  output: done,
})

export const restoreProject = endpoint({
  name: 'restoreProject',
  method: 'post',
  path: '/api/projects/:projectId/restore',
  access: 'owner',
  tag,
  summary: 'Takes a project out of the bin.',
  params: project,
  output: projectSummarySchema,
})

export const getDraft = endpoint({
  name: 'getDraft',
  method: 'get',
  path: '/api/projects/:projectId/draft',
  access: { section: 'funnel', level: 'view' },
  tag,
  summary: 'The draft: the document that is being edited.',
  params: project,
  output: z.object({ revision: z.int(), project: projectSchema }),
})

/**
 * Small changes against a revision. When others changed something since, their edits come back in `missed` (merge by block); when they changed the
 * same things, nothing is saved and the answer is 409 `draft-conflict` with `details: {revision, edits}`.
 */
export const editDraft = endpoint({
  name: 'editDraft',
  method: 'post',
  path: '/api/projects/:projectId/draft/edits',
  access: { section: 'funnel', level: 'edit' },
  tag,
  summary: 'Saves small changes of the draft.',
  params: project,
  body: z.object({
    revision: z.int().nonnegative(),
    /** Random name of the editing page, so that it recognises its own edits in the event stream. */
    editor: z.string().min(1).max(100),
    edits: z.array(editSchema).min(1).max(20_000),
  }),
  output: z.object({ revision: z.int(), missed: z.array(editSchema) }),
})

/** The project as a file: canonical, so that a text diff reads; what `createProject` takes as `file`. */
export const downloadFile = endpoint({
  name: 'downloadFile',
  method: 'get',
  path: '/api/projects/:projectId/file',
  access: { section: 'funnel', level: 'view' },
  tag,
  summary: 'The project file: of the draft, or of one version.',
  params: project,
  query: { version: id.optional() },
  output: projectSchema.extend({ crm: crmSchema }),
})

const numberPairs = z.array(z.tuple([z.int(), z.int()]))

/**
 * Pipelines with states, lists, labels, task columns, quick replies and callbacks of a project file. What has the same name here stays as it is, the rest is
 * added, nothing is removed; again, it adds nothing. The flow of the file comes by `editDraft`, with the numbers that are answered here in its actions and scripts.
 */
export const importCrm = endpoint({
  name: 'importCrm',
  method: 'post',
  path: '/api/projects/:projectId/file/crm',
  access: { section: 'settings', level: 'edit' },
  tag,
  summary: 'Brings in what a project file says of the CRM.',
  params: project,
  body: z.object({ crm: crmSchema }),
  output: z.object({
    /** Number in the file, number here. */
    states: numberPairs,
    lists: numberPairs,
    labels: numberPairs,
    added: z.object({ pipelines: z.int(), states: z.int(), lists: z.int(), labels: z.int(), booking: z.int(), others: z.int() }),
    notMembers,
  }),
})

export const publishDraft = endpoint({
  name: 'publishDraft',
  method: 'post',
  path: '/api/projects/:projectId/publish',
  access: { section: 'funnel', level: 'edit' },
  tag,
  summary:
    'Freezes the draft as a numbered version; clients run it from their next event on. 422 `draft-has-errors` when blocking problems exist.',
  params: project,
  body: z.object({ revision: z.int().nonnegative(), note: z.string().max(1000).default('') }),
  output: versionSchema,
})

export const listVersions = endpoint({
  name: 'listVersions',
  method: 'get',
  path: '/api/projects/:projectId/versions',
  access: { section: 'funnel', level: 'view' },
  tag,
  summary: 'Published versions, the newest first.',
  params: project,
  output: z.object({ versions: z.array(versionSchema) }),
})

export const getVersion = endpoint({
  name: 'getVersion',
  method: 'get',
  path: '/api/projects/:projectId/versions/:version',
  access: { section: 'funnel', level: 'view' },
  tag,
  summary: 'The document of one version.',
  params: { ...project, version: id },
  output: z.object({ version: versionSchema, project: projectSchema }),
})

export const restoreVersion = endpoint({
  name: 'restoreVersion',
  method: 'post',
  path: '/api/projects/:projectId/versions/:version/restore',
  access: { section: 'funnel', level: 'edit' },
  tag,
  summary: 'Makes the draft equal to that version, as an ordinary change that can be undone.',
  params: { ...project, version: id },
  body: z.object({ revision: z.int().nonnegative(), editor: z.string().min(1).max(100) }),
  output: z.object({ revision: z.int(), project: projectSchema }),
})

/** Variables of the project as they are now: one value for everybody (section 13 of builder-and-runtime). */
export const listProjectVariables = endpoint({
  name: 'listProjectVariables',
  method: 'get',
  path: '/api/projects/:projectId/variables',
  access: { section: 'settings', level: 'view' },
  tag,
  summary: 'Project variables with their present values.',
  params: project,
  output: z.object({ variables: z.array(z.object({ name: z.string(), value: z.string() })) }),
})

export const setProjectVariable = endpoint({
  name: 'setProjectVariable',
  method: 'put',
  path: '/api/projects/:projectId/variables',
  access: { section: 'settings', level: 'edit' },
  tag,
  summary: 'Sets a project variable; an empty value deletes it.',
  params: project,
  body: z.object({ name: z.string().min(1).max(500), value: z.string().max(100_000) }),
  output: done,
})

export const channelSchema = z.object({
  key: z.string(),
  kind: z.enum(['web', 'test']),
  name: z.string(),
  enabled: z.boolean(),
  path: z.string(),
})
export type ChannelInfo = z.infer<typeof channelSchema>

export const listChannels = endpoint({
  name: 'listChannels',
  method: 'get',
  path: '/api/projects/:projectId/channels',
  access: 'project',
  tag,
  summary: 'Where people can talk to the published funnel.',
  params: project,
  output: z.object({ channels: z.array(channelSchema) }),
})

export const updateChannel = endpoint({
  name: 'updateChannel',
  method: 'patch',
  path: '/api/projects/:projectId/channels/:key',
  access: { section: 'settings', level: 'edit' },
  tag,
  summary: 'Renames, opens or closes a channel.',
  params: { ...project, key: z.string().max(64) },
  body: z.object({ name: z.string().max(255).optional(), enabled: z.boolean().optional() }),
  output: channelSchema,
})

/** The project's log: what an owner should look at (errors of scripts, limits, refused imports...). */
export const logEntrySchema = z.object({
  id: z.int(),
  at: moment,
  level: z.enum(['warning', 'error']),
  code: z.string(),
  client: z.int().nullable(),
  block: z.int().nullable(),
  arrow: z.int().nullable(),
  facts: z.record(z.string(), z.string()),
  count: z.int(),
})
export const listLog = endpoint({
  name: 'listLog',
  method: 'get',
  path: '/api/projects/:projectId/log',
  access: { section: 'funnel', level: 'view' },
  tag,
  summary: 'The latest entries of the project log.',
  params: project,
  output: z.object({ entries: z.array(logEntrySchema) }),
})
