import type { Trace } from '@voronka/flow/engine'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

export interface ChangedVariable {
  readonly scope: 'order' | 'client' | 'project'
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

export interface StoredTurn {
  readonly id: number
  readonly at: number
  readonly took: number
  readonly trace: Trace
  readonly changed: readonly ChangedVariable[]
}

export interface NewTurn {
  readonly project: number
  readonly client: number
  readonly version: number | null
  readonly at: number
  readonly took: number
  readonly trace: Trace
  readonly changed: readonly ChangedVariable[]
  /** Number of the HTTP request that brought its event. */
  readonly request?: string | null
}

export type TurnsStore = ReturnType<typeof turnsStore>

export function turnsStore(db: Db) {
  const insert = db.prepare(
    (
      build,
      row: {
        project: number
        client: number
        version: number | null
        at: number
        took: number
        trace: string
        changed: string
        request: string | null
      },
    ) =>
      build
        .insertInto('turns')
        .values({
          project_id: row.project,
          client_id: row.client,
          version: row.version,
          at: row.at,
          took: row.took,
          trace: row.trace,
          changed: row.changed,
          request: row.request,
        })
        .returning('id'),
  )
  const rewrite = db.prepare((build, row: { id: number; took: number; trace: string; changed: string }) =>
    build.updateTable('turns').set({ took: row.took, trace: row.trace, changed: row.changed }).where('id', '=', row.id),
  )
  const latest = db.prepare((build, key: { client: number; limit: number }) =>
    build
      .selectFrom('turns')
      .select(['id', 'at', 'took', 'trace', 'changed'])
      .where('client_id', '=', key.client)
      .orderBy('id', 'desc')
      .limit(key.limit),
  )
  return {
    *add(turn: NewTurn): Step<number> {
      const row = yield* settle(
        insert.first({
          ...turn,
          trace: JSON.stringify(turn.trace),
          changed: turn.changed.length ? JSON.stringify(turn.changed) : '[]',
          request: turn.request ?? null,
        }),
      )
      if (!row) throw new Error('A turn was inserted and did not come back.')
      return row.id
    },
    *find(client: number, id: number): Step<StoredTurn | undefined> {
      const query = db.build
        .selectFrom('turns')
        .select(['id', 'at', 'took', 'trace', 'changed'])
        .where('client_id', '=', client)
        .where('id', '=', id)
      const row = yield* settle(db.first<{ id: number; at: number; took: number; trace: string; changed: string }>(query))
      return row && { ...row, trace: JSON.parse(row.trace) as Trace, changed: JSON.parse(row.changed) as ChangedVariable[] }
    },
    /** A turn that was stored as far as it had come goes on. `took` is added to what it took before. */
    *rewrite(id: number, { took, trace, changed }: Pick<NewTurn, 'took' | 'trace' | 'changed'>): Step<void> {
      yield* settle(rewrite.run({ id, took, trace: JSON.stringify(trace), changed: JSON.stringify(changed) }))
    },
    /** The latest turns, oldest first. */
    *latest(client: number, limit: number): Step<StoredTurn[]> {
      const rows = yield* settle(latest.all({ client, limit }))
      // Written by `add` above and by nobody else.
      return rows.reverse().map(({ trace, changed, ...row }) => ({
        ...row,
        trace: JSON.parse(trace) as Trace,
        changed: JSON.parse(changed) as ChangedVariable[],
      }))
    },
  }
}
