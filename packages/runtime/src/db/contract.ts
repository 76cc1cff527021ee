/**
 * How the runtime talks to its database. Queries are built with Kysely, which here only builds: they are carried out by the driver below, which is
 * synchronous on SQLite (so that many turns share one commit without ever waiting) and asynchronous elsewhere. Code that uses it is
 * written once, as steps (`@voronka/flow/engine`, steps.ts): `const row = yield* settle(db.first(query))`.
 */
import type { Step } from '@voronka/flow/engine'
import type { Compilable, Kysely } from 'kysely'
import type { Schema } from './schema.ts'

export type MaybePromise<T> = T | PromiseLike<T>

export interface Db {
  /** Builds queries, typed by the schema. Never executes. */
  readonly build: Kysely<Schema>
  all<Row>(query: Compilable<Row>): MaybePromise<Row[]>
  first<Row>(query: Compilable<Row>): MaybePromise<Row | undefined>
  run(query: Compilable<unknown>): MaybePromise<{ readonly changes: number }>
  /** Compiles a query once, with named parameters; for everything on the path of a turn. */
  prepare<Params extends object, Row>(build: (db: Kysely<Schema>, params: Params) => Compilable<Row>): Prepared<Params, Row>
  /**
   * Runs the work in a transaction: all or nothing, on SQLite behind a savepoint of the commit that it shares with whoever waits at the same
   * time. Resolves only after the commit is on disk. On SQLite the work must not wait for anything but this database.
   */
  transaction<T>(work: () => Step<T>): Promise<T>
  /** Inside a transaction: work that may fail alone. When it throws, only its own changes are taken back, and the exception goes on. */
  nested<T>(work: () => Step<T>): Step<T>
  close(): void | Promise<void>
}

export interface Prepared<Params, Row> {
  all(params: Params): MaybePromise<Row[]>
  first(params: Params): MaybePromise<Row | undefined>
  run(params: Params): MaybePromise<{ readonly changes: number }>
}
