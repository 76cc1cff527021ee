import { readProjectInPieces, whole, type Pieces, type Project } from '@voronka/flow'
import { compileFlowInPieces, drive, settle, type CompiledFlow, type Step } from '@voronka/flow/engine'
import type { Value } from '@voronka/calculator'
import type { Db } from '../db/contract.ts'
import { createKept } from '../db/kept.ts'
import { inSlices } from '../in-slices.ts'
import { noNotices, type Notices } from '../processes/notices.ts'

/** A project document ready to run. */
export interface RunnableFlow {
  readonly project: Project
  readonly compiled: CompiledFlow
  readonly constants: ReadonlyMap<string, Value>
  /** Number of the published version; null: the draft. */
  readonly version: number | null
  /** Somewhere it speaks of `main_client_id`, which is then looked up. */
  readonly namesMain: boolean
}

export interface Flows {
  /** What clients run; undefined: nothing was published, or the project is in the bin. */
  published(project: number): Step<RunnableFlow | undefined>
  /** The same, never inside a transaction: a large one that is not kept is made ready between the turns of others (reliability-promises, P11.2). */
  publishedAhead(project: number): Step<RunnableFlow | undefined>
  /** Keeps what was made ready of a version with `prepareFlow`, if that is the published one: call it after `invalidate`. */
  keep(project: number, flow: RunnableFlow): Promise<void>
  /** What the test chat runs. */
  draft(project: number): Step<RunnableFlow | undefined>
  /** A certain version, for a turn that began with it. */
  version(project: number, number: number): Step<RunnableFlow | undefined>
  /** Forgets what is kept of a project: call it after every committed change of what is published there, or whether it is in the bin. */
  invalidate(project: number): void
}

/** Keeps documents compiled while they are in use, so that a turn neither parses nor compiles one. */
export function createFlows(db: Db, loadDraft: (project: number) => Step<Project | undefined>, notices: Notices = noNotices): Flows {
  const published = createKept<number, RunnableFlow | undefined>(mostKept, () => notices.hears)
  /** By the document itself: whoever holds the draft knows whether it is still the same. */
  const drafts = new WeakMap<Project, RunnableFlow>()
  /** Large versions that are being made ready: whoever else wants one waits for the same. */
  const underWay = new Map<number, Promise<RunnableFlow | undefined>>()

  async function readAhead(project: number): Promise<RunnableFlow | undefined> {
    const row = await drive(settle(db.first(publishedDocument(db, project))))
    return row && prepareFlow(row.document, row.number)
  }

  function* shared(project: number): Step<RunnableFlow | undefined> {
    const reading = underWay.get(project) ?? readAhead(project)
    underWay.set(project, reading)
    try {
      return yield* settle(reading)
    } finally {
      if (underWay.get(project) === reading) underWay.delete(project)
    }
  }

  function forget(project: number): void {
    published.forget(project)
    underWay.delete(project)
  }

  notices.hear((notice) => {
    if (notice.type === 'flow') forget(notice.project)
    if (notice.type !== 'missed') return
    published.forgetAll()
    underWay.clear()
  })

  return {
    published: (project) =>
      published.get(project, function* () {
        const row = yield* settle(db.first(publishedDocument(db, project)))
        return row && whole(runnable(row.document, row.number))
      }),
    publishedAhead: (project) => published.get(project, () => shared(project)),
    async keep(project, flow) {
      await drive(
        published.get(project, function* () {
          const row = yield* settle(db.first(publishedNumber(db, project)))
          return row?.number === flow.version ? flow : undefined
        }),
      )
    },
    *draft(project) {
      const draft = yield* loadDraft(project)
      if (!draft) return undefined
      const flow = drafts.get(draft) ?? whole(compiled(draft, null, JSON.stringify(draft)))
      drafts.set(draft, flow)
      return flow
    },
    *version(project, number) {
      const query = db.build.selectFrom('versions').select('document').where('project_id', '=', project).where('number', '=', number)
      const row = yield* settle(db.first<{ document: string }>(query))
      return row && whole(runnable(row.document, number))
    },
    invalidate(project) {
      forget(project)
      notices.tell({ type: 'flow', project })
    },
  }
}

const mostKept = 200

const ofPublished = (db: Db, project: number) =>
  db.build
    .selectFrom('versions')
    .innerJoin('projects', (join) =>
      join.onRef('projects.id', '=', 'versions.project_id').onRef('projects.published', '=', 'versions.number'),
    )
    .where('projects.id', '=', project)
    .where('projects.deleted_at', 'is', null)

const publishedDocument = (db: Db, project: number) => ofPublished(db, project).select(['versions.document', 'versions.number'])
const publishedNumber = (db: Db, project: number) => ofPublished(db, project).select('versions.number')

/** Makes a version ready to run, between the turns of others. */
export const prepareFlow = (document: string, version: number): Promise<RunnableFlow> => inSlices(runnable(document, version))

function* runnable(document: string, version: number): Pieces<RunnableFlow> {
  const read = yield* readProjectInPieces(document)
  if (!read.ok) throw new Error(`A stored version cannot be read: ${read.problems[0]?.path}: ${read.problems[0]?.message.en}`)
  return yield* compiled(read.project, version, document)
}

function* compiled(project: Project, version: number | null, document: string): Pieces<RunnableFlow> {
  const constants = new Map(project.settings.constants.map(({ name, value }) => [name, value]))
  const flow = yield* compileFlowInPieces(project)
  return { project, version, compiled: flow, constants, namesMain: document.includes('main_client_id') }
}
