import type { SelectQueryBuilder } from 'kysely'
import type { Db } from './contract.ts'
import type { Schema } from './schema.ts'

/** Where the databases differ: asked by the name of the capability, never by the name of the database. */
export interface Differences {
  /**
   * Others change the same rows at the same time: other processes, and other transactions of this one. What is read in order to be written again has
   * to be locked (`forUpdate`, `claim`), and what is kept in memory may be outdated.
   */
  readonly shared: boolean
  /** Each query is a trip to another program: one that changes a row and gives it back is better than two. */
  readonly remote: boolean
}

export const differences = {
  sqlite: { shared: false, remote: false },
  postgres: { shared: true, remote: true },
} as const satisfies Record<string, Differences>

/** Locks the rows that are read until the end of the transaction, where somebody else could change them before. */
export function forUpdate<Tables extends keyof Schema, Row>(
  { can }: Pick<Db, 'can'>,
  query: SelectQueryBuilder<Schema, Tables, Row>,
): SelectQueryBuilder<Schema, Tables, Row> {
  // The weakest lock that keeps others from writing: rows that refer to a locked one can still be added.
  return can.shared ? query.forNoKeyUpdate() : query
}
