import {
  checkAhead,
  checkProject,
  explainProblem,
  readProject,
  readProjectInPieces,
  writeProject,
  writeProjectInPieces,
  type Crm,
  type Edit,
  type Project,
} from '@voronka/flow'
import { settle, type Step } from '@voronka/flow/engine'
import { toText } from '@voronka/calculator'
import { secretName } from '../audit/audit-value.ts'
import { starters } from '@voronka/flow/starters'
import type { ProjectSummary, Version } from '@voronka/api'
import { randomBytes } from 'node:crypto'
import { failure, failureWith } from '../errors.ts'
import { inSlices } from '../in-slices.ts'
import { consoleActor, type Actor } from '../http/actor.ts'
import type { MembersStore } from '../members/members.store.ts'
import type { WorkContext } from '../worker/context.ts'
import { prepareFlow } from '../worker/flows.ts'
import type { BroughtIn, CrmSetup } from '../crm-setup/crm-setup.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { DraftChange, Drafts } from './drafts.ts'
import { projectsStore } from './projects.store.ts'

export interface NewProject {
  readonly name?: string
  /** Id of a starter project. */
  readonly starter?: string
  readonly language: 'ru' | 'en'
  readonly timezone?: string
  /** A project file: JSON, or its text. */
  readonly file?: unknown
}

export type Projects = ReturnType<typeof createProjects>

interface ProjectsParts {
  readonly drafts: Drafts
  readonly live: LiveHub
  readonly members: MembersStore
  readonly crm: CrmSetup
}

export const testChannelOf = (project: number): string => `test-${project}`

/** What can be done with projects: each verb is one transaction, and tells open pages after it. */
export function createProjects(context: WorkContext, { drafts, live, members, crm }: ProjectsParts) {
  const { db, clock, flows, channels, variables, audit } = context
  const store = projectsStore(db)

  /** A change of one project: what is kept in memory of it is forgotten when it was not committed. */
  async function change<T>(project: number, work: () => Step<T>): Promise<T> {
    try {
      return await db.transaction(function* () {
        yield* store.lock(project)
        return yield* work()
      })
    } catch (error) {
      drafts.forget(project)
      variables.forget()
      throw error
    }
  }

  const read = <T>(work: () => Step<T>): Promise<T> => db.transaction(work)

  return {
    /** Those that an account is a member of. */
    list: (account: number) => read(() => store.list(account)),

    find: (id: number) =>
      read(function* () {
        yield* store.present(id)
        return yield* store.summary(id)
      }),

    /** Whoever creates a project owns it. */
    async create(asked: NewProject, actor: Actor = consoleActor): Promise<ProjectSummary & { notMembers?: string[] }> {
      const { document, setup, pays } = await documentOf(asked)
      const written = await inSlices(writeProjectInPieces(document))
      const summary = await db.transaction(function* () {
        const now = clock.now()
        const id = yield* store.insert(document.settings.name, written, now)
        yield* addChannel(id, randomBytes(8).toString('base64url'), 'web', document.settings.name, now)
        yield* addChannel(id, testChannelOf(id), 'test', '', now)
        yield* startVariables(id, document)
        if (actor.account !== null) yield* members.add(id, actor.account, { role: 'owner', role_id: null }, now)
        yield* audit(actor, { action: 'project.created', project: id, subject: document.settings.name })
        const { notMembers = [] } = setup ? yield* crm.bringIn(id, setup, now, { fresh: true }) : {}
        if (!setup) yield* firstPipeline(id, document.settings.language)
        return { ...(yield* store.summary(id)), ...(notMembers.length && { notMembers: [...notMembers] }) }
      })
      drafts.hold(summary.id, { project: document, revision: summary.revision })
      if (pays) await context.connections.create(actor, summary.id, { kind: 'test-payments', name: '', fields: {} })
      return summary
    },

    async remove(id: number, actor: Actor = consoleActor): Promise<void> {
      await change(id, function* () {
        const { name } = yield* store.present(id)
        yield* store.setDeleted(id, clock.now())
        yield* audit(actor, { action: 'project.deleted', project: id, subject: name })
      })
      flows.invalidate(id)
      live.publish(id, { type: 'project-changed' })
    },

    async restore(id: number, actor: Actor = consoleActor): Promise<ProjectSummary> {
      const summary = await change(id, function* () {
        yield* store.setDeleted(id, null)
        const summary = yield* store.summary(id)
        yield* audit(actor, { action: 'project.restored', project: id, subject: summary.name })
        return summary
      })
      flows.invalidate(id)
      live.publish(id, { type: 'project-changed' })
      return summary
    },

    draft: (id: number) =>
      read(function* () {
        yield* store.present(id)
        return yield* presentDraft(id)
      }),

    /** The whole project as its file has it: what is being edited, or one version of it. */
    file: (id: number, version?: number) =>
      read(function* () {
        yield* store.present(id)
        const document = version === undefined ? (yield* presentDraft(id)).project : parsed((yield* store.version(id, version)).document)
        return writeProject(document, yield* crm.write(id))
      }),

    /** The CRM of a file into the project that is there; its flow comes as edits of the draft. */
    async bringInCrm(id: number, setup: Crm, actor: Actor = consoleActor): Promise<BroughtIn> {
      const brought = await change(id, function* () {
        yield* store.present(id)
        const brought = yield* crm.bringIn(id, setup, clock.now())
        yield* audit(actor, { action: 'crm.imported', project: id, subject: '', after: brought.added })
        return brought
      })
      for (const type of ['pipelines-changed', 'lists-changed', 'labels-changed', 'task-columns-changed'] as const)
        live.publish(id, { type })
      live.publish(id, { type: 'booking-setup-changed', branch: null })
      return brought
    },

    async edit(id: number, edit: DraftChange): Promise<{ revision: number; missed: Edit[] }> {
      const { draft, missed, repeated } = await change(id, function* () {
        yield* store.present(id)
        return yield* drafts.edit(id, edit, clock.now())
      })
      if (!repeated) live.publish(id, { type: 'draft-edited', revision: draft.revision, editor: edit.editor, edits: [...edit.edits] })
      return { revision: draft.revision, missed }
    },

    async publish(id: number, { revision, note }: { revision: number; note: string }, actor: Actor = consoleActor): Promise<Version> {
      // What takes long is done ahead, between the turns of clients; the transaction finds it done unless somebody edits meanwhile.
      const ahead = await read(() => presentDraft(id))
      if (ahead.revision !== revision) throw failure('draft-outdated')
      await inSlices(checkAhead(ahead.project))
      const written = await inSlices(writeProjectInPieces(ahead.project))
      const ready = await prepareFlow(written, 0)
      const version = await change(id, function* () {
        yield* store.present(id)
        const draft = yield* presentDraft(id)
        if (draft.revision !== revision) throw failure('draft-outdated')
        refuseErrors(draft.project)
        const { blocks, arrows } = draft.project
        const sizes = { blocks: blocks.length, arrows: arrows.length }
        yield* startVariables(id, draft.project)
        const document = draft.project === ahead.project ? written : writeProject(draft.project)
        const frozen = { document, revision, note, author: actor.name, ...sizes }
        const version = yield* store.publish(id, frozen, clock.now())
        yield* audit(actor, { action: 'funnel.published', project: id, subject: String(version.number), after: { note, ...sizes } })
        return version
      })
      flows.invalidate(id)
      await flows.keep(id, { ...ready, version: version.number })
      live.publish(id, { type: 'published', version })
      return version
    },

    versions: (id: number) =>
      read(function* () {
        yield* store.present(id)
        return yield* store.versions(id)
      }),

    version: (id: number, number: number) =>
      read(function* () {
        yield* store.present(id)
        const { version, document } = yield* store.version(id, number)
        return { version, project: parsed(document) }
      }),

    async restoreVersion(
      id: number,
      number: number,
      { revision, editor }: { revision: number; editor: string },
      actor: Actor = consoleActor,
    ) {
      const draft = await change(id, function* () {
        yield* store.present(id)
        if ((yield* presentDraft(id)).revision !== revision) throw failure('draft-outdated')
        const { document } = yield* store.version(id, number)
        yield* audit(actor, { action: 'funnel.version-restored', project: id, subject: String(number) })
        return yield* drafts.replace(id, parsed(document), editor, clock.now())
      })
      live.publish(id, { type: 'draft-replaced', revision: draft.revision, editor })
      return { revision: draft.revision, project: draft.project }
    },

    variables: (id: number) =>
      read(function* () {
        yield* store.present(id)
        return yield* variables.all(id, false)
      }),

    setVariable: (id: number, name: string, value: string, actor: Actor = consoleActor) =>
      change(id, function* () {
        yield* store.present(id)
        const before = (yield* variables.all(id, false)).get(name)
        const was = before === undefined ? null : toText(before)
        // Some variables are keys of other services: their values are nobody's business later.
        const [old, now] = secretName.test(name) ? [null, null] : [was, value === '' ? null : value]
        yield* audit(actor, { action: 'variable.changed', project: id, subject: name, before: old, after: now })
        yield* variables.set(id, false, name, value === '' ? undefined : value)
      }),

    channels: (id: number) =>
      read(function* () {
        yield* store.present(id)
        return yield* channelsOf(id)
      }),

    async updateChannel(id: number, key: string, fields: { name?: string; enabled?: boolean }, actor: Actor = consoleActor) {
      const updated = await change(id, function* () {
        yield* store.present(id)
        const { name, enabled } = fields
        const before = (yield* channelsOf(id)).find((channel) => channel.key === key)
        const set = { ...(name !== undefined && { name }), ...(enabled !== undefined && { enabled: Number(enabled) }) }
        if (Object.keys(set).length) {
          yield* settle(
            db.run(db.build.updateTable('channels').set(set).where('key', '=', key).where('project_id', '=', id).where('kind', '=', 'web')),
          )
        }
        const after = (yield* channelsOf(id)).find((channel) => channel.key === key)
        if (before && after) yield* audit(actor, { action: 'channel.changed', project: id, subject: after.name, before, after })
        return after
      })
      if (!updated) throw failure('channel-not-found')
      channels.invalidate(key)
      return updated
    },

    log: (id: number) =>
      read(function* () {
        yield* store.present(id)
        return yield* context.log.latest(id, 200)
      }),
  }

  function* presentDraft(id: number) {
    const draft = yield* drafts.load(id)
    if (!draft) throw failure('project-not-found', id)
    return { revision: draft.revision, project: draft.project }
  }

  function* addChannel(project: number, key: string, kind: 'web' | 'test', name: string, now: number): Step<void> {
    yield* settle(db.run(db.build.insertInto('channels').values({ key, project_id: project, kind, name, enabled: 1, created_at: now })))
  }

  function* channelsOf(id: number) {
    const query = db.build
      .selectFrom('channels')
      .select(['key', 'kind', 'name', 'enabled'])
      .where('project_id', '=', id)
      .where('kind', '=', 'web')
      // People of messengers that are not connected have a channel of their own, which is no chat.
      .where('contact', 'is', null)
      .orderBy('created_at')
    const rows = yield* settle(db.all<{ key: string; kind: 'web' | 'test'; name: string; enabled: number }>(query))
    return rows.map(({ enabled, ...channel }) => ({ ...channel, enabled: enabled === 1, path: `/chat/${channel.key}` }))
  }

  /** What the funnel collects is seen on a board from the start; the names are there to be changed. */
  function* firstPipeline(id: number, language: 'ru' | 'en'): Step<void> {
    const { pipelines } = context.orders
    const { name, currency, states } = firstPipelines[language]
    const pipeline = yield* pipelines.add(id, { name, currency })
    for (const state of states) yield* pipelines.addState(id, pipeline, state)
  }

  /** A project variable that has no value yet gets its starting value; what flows wrote since is never overwritten. */
  function* startVariables(id: number, { settings }: Project): Step<void> {
    const present = yield* variables.all(id, false)
    for (const { name, value } of settings.variables) {
      if (value !== '' && !present.has(name)) yield* variables.set(id, false, name, value)
    }
  }
}

const firstPipelines = {
  ru: {
    name: 'Продажи',
    currency: '₽',
    states: [
      { name: 'Новая', color: 'blue' },
      { name: 'В работе', color: 'yellow' },
    ],
  },
  en: {
    name: 'Sales',
    currency: '$',
    states: [
      { name: 'New', color: 'blue' },
      { name: 'In work', color: 'yellow' },
    ],
  },
} as const

function refuseErrors(project: Project): void {
  const errors = checkProject(project).filter(({ severity }) => severity === 'error')
  if (!errors.length) return
  const problems = errors
    .slice(0, 100)
    .map((problem) => ({ ...problem, message: explainProblem(problem, project.settings.language).message }))
  throw failureWith('draft-has-errors', { problems }, errors.length)
}

/** What a new project is made of; `setup`: only a file says anything of its CRM. */
interface Beginning {
  readonly document: Project
  readonly setup: Crm | undefined
  /** It is connected to the test page for payments. */
  readonly pays?: boolean | undefined
}

async function documentOf({ name, starter, language, timezone, file }: NewProject): Promise<Beginning> {
  const { document, setup, pays } = file === undefined ? fromStarter(starter, language) : await parsedFile(file)
  const settings = { ...document.settings, ...(timezone && { timezone }), ...(file === undefined && { language }) }
  const named = { ...settings, name: name || settings.name || { ru: 'Новая воронка', en: 'New funnel' }[language] }
  return { document: { ...document, settings: named }, setup, pays }
}

function fromStarter(id: string | undefined, language: 'ru' | 'en'): Beginning {
  if (id === undefined) return { document: parsed({ format: 1 }), setup: undefined }
  const starter = starters.find((each) => each.id === id)
  if (!starter) throw failure('starter-not-found', id)
  return { document: starter.projects[language], setup: starter.crm[language], pays: starter.pays }
}

async function parsedFile(file: unknown): Promise<Beginning> {
  const read = await inSlices(readProjectInPieces(file))
  if (read.ok) return { document: read.project, setup: read.crm }
  const [first] = read.problems
  throw failureWith('bad-file', { problems: read.problems }, first ? `${first.path ? `${first.path}: ` : ''}${first.message.en}` : '')
}

function parsed(document: unknown): Project {
  const read = readProject(document)
  if (!read.ok) throw new Error(`A stored document cannot be read: ${read.problems[0]?.path}: ${read.problems[0]?.message.en}`)
  return read.project
}
