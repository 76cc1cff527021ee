import { settle, type Step } from '@voronka/flow/engine'
import type { Selectable } from 'kysely'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'

export type FileRow = Selectable<Schema['files']>

export type FilesStore = ReturnType<typeof filesStore>

/** The rows of uploaded files. */
export function filesStore(db: Db) {
  const byId = db.prepare((build, key: { id: string }) => build.selectFrom('files').selectAll().where('id', '=', key.id))

  return {
    *add(row: FileRow): Step<void> {
      yield* settle(db.run(db.build.insertInto('files').values(row)))
    },

    find: (id: string) => settle(byId.first({ id })),

    /** The file at this address, when it is one of the project's. */
    *ofProject(project: number, url: string): Step<FileRow | undefined> {
      const id = idOf(url)
      const row = id === undefined ? undefined : yield* settle(byId.first({ id }))
      return row?.project_id === project ? row : undefined
    },

    /** Gives files to a client: what a visitor has uploaded and now sends, what a person sends him. They go with him. */
    *claim(project: number, client: number, urls: readonly string[]): Step<void> {
      const ids = urls.flatMap((url) => idOf(url) ?? [])
      if (!ids.length) return
      const rows = db.build.updateTable('files').set({ client_id: client })
      yield* settle(db.run(rows.where('id', 'in', ids).where('project_id', '=', project).where('client_id', 'is', null)))
    },

    /** Forgets what visitors uploaded before that moment and never sent. */
    *forgetUnclaimed(before: number): Step<number> {
      const old = db.build.deleteFrom('files').where('visitor', 'is not', null).where('client_id', 'is', null)
      return (yield* settle(db.run(old.where('created_at', '<', before)))).changes
    },

    /** Which of these there are. */
    *known(ids: readonly string[]): Step<ReadonlySet<string>> {
      const rows = yield* settle(db.all(db.build.selectFrom('files').select('id').where('id', 'in', ids)))
      return new Set(rows.map(({ id }) => id))
    },
  }
}

/** The id in the address of a file that we keep. */
export const idOf = (url: string): string | undefined => /^\/files\/([0-9a-f]{32})\//.exec(url)?.[1]
