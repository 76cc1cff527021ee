import { readProject, type Project } from '@voronka/flow'
import { compileFlow, settle, type CompiledFlow, type Step } from '@voronka/flow/engine'
import type { Value } from '@voronka/calculator'
import type { Db } from '../db/contract.ts'
import { createKept } from '../db/kept.ts'
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
  /** What the test chat runs. */
  draft(project: number): Step<RunnableFlow | undefined>
  /** A certain version, for a turn that began with it. */
  version(project: number, number: number): Step<RunnableFlow | undefined>
  /** Forgets what is kept of a project: call it after every committed change of its draft, versions or state. */
  invalidate(project: number): void
}

/** Keeps documents compiled while they are in use, so that a turn neither parses nor compiles one. */
export function createFlows(db: Db, loadDraft: (project: number) => Step<Project | undefined>, notices: Notices = noNotices): Flows {
  const published = createKept<number, RunnableFlow | undefined>(mostKept, () => notices.hears)
  /** By the document itself: whoever holds the draft knows whether it is still the same. */
  const drafts = new WeakMap<Project, RunnableFlow>()
  notices.hear((notice) => {
    if (notice.type === 'flow') published.forget(notice.project)
    if (notice.type === 'missed') published.forgetAll()
  })

  return {
    published: (project) =>
      published.get(project, function* () {
        const row = yield* settle(db.first(publishedDocument(db, project)))
        return row && runnable(row.document, row.number)
      }),
    *draft(project) {
      const draft = yield* loadDraft(project)
      if (!draft) return undefined
      const flow = drafts.get(draft) ?? compiled(draft, null)
      drafts.set(draft, flow)
      return flow
    },
    *version(project, number) {
      const query = db.build.selectFrom('versions').select('document').where('project_id', '=', project).where('number', '=', number)
      const row = yield* settle(db.first<{ document: string }>(query))
      return row && runnable(row.document, number)
    },
    invalidate(project) {
      published.forget(project)
      notices.tell({ type: 'flow', project })
    },
  }
}

const mostKept = 200

const publishedDocument = (db: Db, project: number) =>
  db.build
    .selectFrom('versions')
    .innerJoin('projects', (join) =>
      join.onRef('projects.id', '=', 'versions.project_id').onRef('projects.published', '=', 'versions.number'),
    )
    .select(['versions.document', 'versions.number'])
    .where('projects.id', '=', project)
    .where('projects.deleted_at', 'is', null)

function runnable(document: string, version: number): RunnableFlow {
  const read = readProject(document)
  if (!read.ok) throw new Error(`A stored version cannot be read: ${read.problems[0]?.path}: ${read.problems[0]?.message.en}`)
  return compiled(read.project, version)
}

function compiled(project: Project, version: number | null): RunnableFlow {
  const constants = new Map(project.settings.constants.map(({ name, value }) => [name, value]))
  return { project, version, compiled: compileFlow(project), constants, namesMain: JSON.stringify(project).includes('main_client_id') }
}
