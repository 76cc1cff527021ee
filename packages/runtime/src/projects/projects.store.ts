import type { ProjectSummary, Version } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { forUpdate } from '../db/differences.ts'
import { failure } from '../errors.ts'

interface ProjectRow {
  id: number
  name: string
  revision: number
  published: number | null
  published_revision: number | null
  updated_at: number
  deleted_at: number | null
}

interface VersionRow {
  project_id: number
  number: number
  note: string
  author: string
  published_at: number
  blocks: number
  arrows: number
}

const projectColumns = ['id', 'name', 'revision', 'published', 'published_revision', 'updated_at', 'deleted_at'] as const
const versionColumns = ['project_id', 'number', 'note', 'author', 'published_at', 'blocks', 'arrows'] as const

export function projectsStore(db: Db) {
  function* row(id: number): Step<ProjectRow> {
    const found = yield* settle(db.first<ProjectRow>(db.build.selectFrom('projects').select(projectColumns).where('id', '=', id)))
    if (!found) throw failure('project-not-found', id)
    return found
  }

  function* version(id: number, number: number): Step<VersionRow> {
    const query = db.build.selectFrom('versions').select(versionColumns).where('project_id', '=', id).where('number', '=', number)
    const found = yield* settle(db.first<VersionRow>(query))
    if (!found) throw failure('version-not-found', number)
    return found
  }

  function* summary(id: number): Step<ProjectSummary> {
    const project = yield* row(id)
    return toSummary(project, project.published === null ? null : yield* version(id, project.published))
  }

  return {
    summary,

    /** For whoever goes on to change it: nobody else does until the transaction ends. */
    *lock(id: number): Step<void> {
      if (db.can.shared) yield* settle(db.first(forUpdate(db, db.build.selectFrom('projects').select('id').where('id', '=', id))))
    },

    /** Not in the bin; throws `project-not-found`. */
    *present(id: number): Step<ProjectRow> {
      const project = yield* row(id)
      if (project.deleted_at !== null) throw failure('project-not-found', id)
      return project
    },

    *list(account: number): Step<ProjectSummary[]> {
      const query = db.build
        .selectFrom('projects')
        .innerJoin('members', 'members.project_id', 'projects.id')
        .select('projects.id')
        .where('members.account_id', '=', account)
        .where('projects.deleted_at', 'is', null)
        .orderBy('projects.updated_at', 'desc')
        .orderBy('projects.id', 'desc')
      const summaries: ProjectSummary[] = []
      for (const { id } of yield* settle(db.all<{ id: number }>(query))) summaries.push(yield* summary(id))
      return summaries
    },

    *insert(name: string, draft: string, now: number): Step<number> {
      const query = db.build
        .insertInto('projects')
        .values({ name, draft, revision: 0, published: null, published_revision: null, created_at: now, updated_at: now, deleted_at: null })
        .returning('id')
      const inserted = yield* settle(db.first<{ id: number }>(query))
      if (!inserted) throw new Error('A project was inserted and did not come back.')
      return inserted.id
    },

    *setDeleted(id: number, at: number | null): Step<void> {
      yield* settle(db.run(db.build.updateTable('projects').set({ deleted_at: at }).where('id', '=', id)))
    },

    /** Freezes a document as the next version and makes it the one that clients run. */
    *publish(
      id: number,
      frozen: { document: string; revision: number; note: string; author: string; blocks: number; arrows: number },
      now: number,
    ): Step<Version> {
      const { document, revision, note, author, blocks, arrows } = frozen
      const highest = db.build
        .selectFrom('versions')
        .select((select) => select.fn.max('number').as('number'))
        .where('project_id', '=', id)
      const number = ((yield* settle(db.first<{ number: number | null }>(highest)))?.number ?? 0) + 1
      yield* settle(
        db.run(
          db.build.insertInto('versions').values({ project_id: id, number, document, note, author, published_at: now, blocks, arrows }),
        ),
      )
      yield* settle(
        db.run(
          db.build.updateTable('projects').set({ published: number, published_revision: revision, updated_at: now }).where('id', '=', id),
        ),
      )
      return toVersion(yield* version(id, number))
    },

    *versions(id: number): Step<Version[]> {
      const query = db.build.selectFrom('versions').select(versionColumns).where('project_id', '=', id).orderBy('number', 'desc')
      return (yield* settle(db.all<VersionRow>(query))).map(toVersion)
    },

    *version(id: number, number: number): Step<{ version: Version; document: string }> {
      const found = yield* version(id, number)
      const query = db.build.selectFrom('versions').select('document').where('project_id', '=', id).where('number', '=', number)
      const document = (yield* settle(db.first<{ document: string }>(query)))?.document ?? ''
      return { version: toVersion(found), document }
    },
  }
}

const toSummary = (row: ProjectRow, published: VersionRow | null): ProjectSummary => ({
  id: row.id,
  name: row.name,
  revision: row.revision,
  updatedAt: new Date(row.updated_at).toISOString(),
  published: published && toVersion(published),
  changed: row.published_revision !== row.revision,
})

const toVersion = ({ number, note, author, published_at, blocks, arrows }: VersionRow): Version => ({
  number,
  note,
  author,
  publishedAt: new Date(published_at).toISOString(),
  blocks,
  arrows,
})
