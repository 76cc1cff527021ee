/**
 * How the runtime talks to its database. Queries are built with Kysely, which here only builds: they are carried out by the driver below, which is
 * synchronous on SQLite (so that many turns share one commit without ever waiting) and asynchronous elsewhere. Code that uses it is
 * written once, as steps (`@voronka/flow/engine`, steps.ts): `const row = yield* settle(db.first(query))`.
 */
import type { Step } from '@voronka/flow/engine'
import type { Compilable, Kysely } from 'kysely'
import type { Differences } from './differences.ts'
import type { Schema } from './schema.ts'
import type { StorageState } from './storage-state.ts'

/** `later`: timers, broadcasts, clearing up. It shares commits with what people wait for and comes after it (reliability-promises, P5.2). */
export type Urgency = 'now' | 'later'

export type MaybePromise<T> = T | PromiseLike<T>

export interface Db {
  /** Builds queries, typed by the schema. Never executes. */
  readonly build: Kysely<Schema>
  /** What is different from one database to the other. */
  readonly can: Differences
  all<Row>(query: Compilable<Row>): MaybePromise<Row[]>
  first<Row>(query: Compilable<Row>): MaybePromise<Row | undefined>
  run(query: Compilable<unknown>): MaybePromise<{ readonly changes: number }>
  /** Compiles a query once, with named parameters; for everything on the path of a turn. */
  prepare<Params extends object, Row>(build: (db: Kysely<Schema>, params: Params) => Compilable<Row>): Prepared<Params, Row>
  /**
   * Runs the work in a transaction: all or nothing, on SQLite behind a savepoint of the commit that it shares with whoever waits at the same
   * time. Resolves only after the commit is on disk. On SQLite the work must not wait for anything but this database. On a shared database the work
   * may be called anew, when it lost a race against another transaction: it must not change anything outside of the database.
   */
  transaction<T>(work: () => Step<T>, urgency?: Urgency): Promise<T>
  /** What the storage is able to do just now; undefined: this driver does not know. */
  readonly storage?: StorageState
  /** Hears how many milliseconds each commit took, with the work in it. */
  onCommit?(call: (milliseconds: number) => void): void
  /** Inside a transaction: work that may fail alone. When it throws, only its own changes are taken back, and the exception goes on. */
  nested<T>(work: () => Step<T>): Step<T>
  /**
   * Inside a transaction: holds this name until the transaction ends; everybody else who claims it waits so long. For what no single row stands for, such
   * as the next number of a project. Claim late and hold briefly; rows of clients are locked before names are claimed.
   */
  claim(name: string): Step<void>
  /** Inside a transaction: whether an earlier attempt of it threw `LostRace` of this name. Who lost claims before he reads. */
  lost(name: string): boolean
  close(): void | Promise<void>
}

export interface Prepared<Params, Row> {
  all(params: Params): MaybePromise<Row[]>
  first(params: Params): MaybePromise<Row | undefined>
  run(params: Params): MaybePromise<{ readonly changes: number }>
}
