import Database from 'better-sqlite3'
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Compilable } from 'kysely'
import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Db, Prepared } from './contract.ts'
import { differences } from './differences.ts'
import { groupCommit } from './group-commit.ts'
import { migrate } from './migrate.ts'
import { placeholders } from './placeholders.ts'
import type { Schema } from './schema.ts'
import { storageFault } from './storage-state.ts'

export interface SqliteDb extends Db {
  /** The connection itself: for backups and checks of the whole file, never for queries. */
  readonly connection: Database.Database
}

/** Thrown when so much of a database is damaged that it cannot even be read (reliability-promises, P4.5). */
export class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase'
  constructor(path: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(`The database ${path} is damaged: ${why}. Keep it as it is, and restore the latest good backup: voronka restore FILE.`, { cause })
  }
}

/**
 * Opens a SQLite database and brings it to the present form; `:memory:` lives as long as it is open. The file is created readable by its owner
 * only. Commits are durable: write-ahead log, synced at each commit (reliability-promises, P1.1). Throws `DamagedDatabase`.
 */
export function openSqlite(path: string): SqliteDb {
  const onDisk = path !== ':memory:'
  if (onDisk) mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const connection = new Database(path, { timeout: 5000 })
  try {
    if (onDisk) chmodSync(path, 0o600)
    refuseBrokenVersions(connection)
    for (const pragma of pragmas) connection.pragma(pragma)
    migrate(connection)
  } catch (error) {
    connection.close()
    throw storageFault(error) === 'damaged' ? new DamagedDatabase(path, error) : error
  }
  // Opening may wait for somebody's lock; a running server must not stand still for it (group-commit.ts waits).
  connection.pragma('busy_timeout = 50')
  return sqliteDb(connection, onDisk && isDamaged(path, connection))
}

/** A database of this size is looked through in well under a second; a larger one shows its damage at the first error, or to `voronka doctor`. */
const largestChecked = 200_000_000

/** Whether a quick look through the file finds damage (reliability-promises, P4.5). */
function isDamaged(path: string, connection: Database.Database): boolean {
  if (statSync(path).size > largestChecked) return false
  try {
    return connection.pragma('quick_check(1)', { simple: true }) !== 'ok'
  } catch (error) {
    if (storageFault(error) === 'damaged') return true
    throw error
  }
}

const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  // 8 MB: what is read again and again stays; the rest the system has in its own cache.
  'cache_size = -8192',
  'temp_store = MEMORY',
  // 64 MB of log before it goes into the database file: pages that many turns change are written there once, and commits wait for that less often.
  'wal_autocheckpoint = 16000',
]

function sqliteDb(connection: Database.Database, damaged: boolean): SqliteDb {
  const build = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  const statement = statementCache(connection)
  const group = groupCommit(connection)
  if (damaged) group.giveUp()

  return {
    connection,
    build,
    can: differences.sqlite,
    transaction: group.run,
    get storage() {
      return group.state
    },
    onCommit: group.onCommit,
    nested: group.nested,
    // One transaction after the other: nobody else is there to claim anything, and no race can be lost.
    *claim() {},
    lost: () => false,
    all<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile()
      return statement<Row>(sql).all(...parameters)
    },
    first<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile()
      return statement<Row>(sql).get(...parameters)
    },
    run(query) {
      const { sql, parameters } = query.compile()
      return statement(sql).run(...parameters)
    },
    prepare<Params extends object, Row>(shape: (db: Kysely<Schema>, params: Params) => Compilable<Row>): Prepared<Params, Row> {
      const { sql, bind } = placeholders<Params>((params) => shape(build, params).compile())
      const insert = numberedInsert.exec(sql)?.[1]
      if (insert !== undefined) return numbered(connection.prepare(insert), bind)
      const prepared = connection.prepare<unknown[], Row>(sql)
      return {
        all: (params) => prepared.all(...bind(params)),
        first: (params) => prepared.get(...bind(params)),
        run: (params) => prepared.run(...bind(params)),
      }
    },
    close() {
      group.finish()
      connection.close()
    },
  }
}

/** An insert that gives back nothing but the number of its row. */
const numberedInsert = /^(insert into (?!.* do update ).*) returning "id"$/

/** The connection knows that number anyway, while to give back rows SQLite makes a table of them first. */
function numbered<Params extends object, Row>(statement: Database.Statement, bind: (params: Params) => unknown[]): Prepared<Params, Row> {
  const run = (params: Params) => statement.run(...bind(params))
  const first = (params: Params): Row | undefined => {
    const { changes, lastInsertRowid } = run(params)
    return changes === 0 ? undefined : ({ id: lastInsertRowid } as Row)
  }
  return {
    run,
    first,
    all: (params) => {
      const row = first(params)
      return row === undefined ? [] : [row]
    },
  }
}

const mostStatements = 500

/** Prepared once, used many times. The oldest go when dynamic queries have made too many. */
function statementCache(connection: Database.Database) {
  const statements = new Map<string, Database.Statement<unknown[], unknown>>()
  return <Row>(sql: string): Database.Statement<unknown[], Row> => {
    let statement = statements.get(sql)
    if (!statement) {
      statement = connection.prepare(sql)
      const [oldest] = statements.keys()
      if (statements.size >= mostStatements && oldest !== undefined) statements.delete(oldest)
      statements.set(sql, statement)
    }
    return statement as Database.Statement<unknown[], Row>
  }
}

/** 3.52.0 was withdrawn, and before 3.51.3 a checkpoint racing a writer could damage a write-ahead log. */
function refuseBrokenVersions(connection: Database.Database): void {
  const version = String(connection.prepare('select sqlite_version()').pluck().get())
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const number = major * 1e6 + minor * 1e3 + patch
  if (number >= 3_051_003 && number !== 3_052_000) return
  connection.close()
  throw new Error(
    `SQLite ${version} cannot be used: Voronka needs 3.51.3 or newer, but not 3.52.0. Reinstall the dependencies with "npm ci".`,
  )
}
