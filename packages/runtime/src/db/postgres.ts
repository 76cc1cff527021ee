import { settle } from '@voronka/flow/engine'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type Compilable } from 'kysely'
import type { Pool, QueryConfig, QueryResult } from 'pg'
import type { Db, Prepared } from './contract.ts'
import { differences } from './differences.ts'
import { placeholders } from './placeholders.ts'
import { migratePostgres } from './postgres-migrate.ts'
import { asRefusal, connected, postgresPool, type PostgresOptions } from './postgres-pool.ts'
import { postgresTransactions } from './postgres-transaction.ts'
import type { Schema } from './schema.ts'

export interface PostgresDb extends Db {
  readonly url: string
  /** The connections themselves: for jobs and whatever else is no query of a store. */
  readonly pool: Pool
  close(): Promise<void>
}

/**
 * Opens a PostgreSQL database (`postgres://user:password@host/name`) and brings it to the present form. Queries inside a transaction use its connection,
 * whichever store asks; all others use any.
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<PostgresDb> {
  const pool = postgresPool(url, options)
  try {
    const client = await connected(pool)
    await migratePostgres(client).finally(() => client.release())
    return postgresDb(url, pool)
  } catch (error) {
    await pool.end()
    throw error
  }
}

function postgresDb(url: string, pool: Pool): PostgresDb {
  const build = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const transactions = postgresTransactions(pool)
  const nameOf = statementNames()

  async function outside(query: QueryConfig): Promise<QueryResult> {
    try {
      return await pool.query(query)
    } catch (error) {
      throw asRefusal(error)
    }
  }

  const execute = (query: QueryConfig): Promise<QueryResult> => transactions.running()?.query(query) ?? outside(query)

  const compiled = (query: Compilable<unknown>): QueryConfig => {
    const { sql, parameters } = query.compile()
    return { text: sql, values: parameters.map(storable) }
  }

  return {
    url,
    pool,
    build,
    can: differences.postgres,
    transaction: transactions.run,
    nested: transactions.nested,
    *claim(name) {
      // The number is made of the name: two names may share one, which costs waiting and nothing else.
      yield* settle(execute({ name: 'claim', text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [name] }))
    },
    lost: (name) => transactions.running()?.lost.has(name) ?? false,
    all: async <Row>(query: Compilable<Row>) => (await execute(compiled(query))).rows as Row[],
    first: async <Row>(query: Compilable<Row>) => (await execute(compiled(query))).rows[0] as Row | undefined,
    run: async (query) => changes(await execute(compiled(query))),
    prepare<Params extends object, Row>(shape: (db: Kysely<Schema>, params: Params) => Compilable<Row>): Prepared<Params, Row> {
      const { sql, bind } = placeholders<Params>((params) => shape(build, params).compile())
      const name = nameOf(sql)
      const ask = (params: Params) => execute({ name, text: sql, values: bind(params).map(storable) })
      return {
        all: async (params) => (await ask(params)).rows as Row[],
        first: async (params) => (await ask(params)).rows[0] as Row | undefined,
        run: async (params) => changes(await ask(params)),
      }
    },
    close: () => pool.end(),
  }
}

const changes = ({ rowCount }: QueryResult) => ({ changes: rowCount ?? 0 })

/** A text of PostgreSQL holds every character but this one. */
const storable = (value: unknown): unknown => (typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value)

/** Connections remember prepared statements by name. */
function statementNames(): (sql: string) => string {
  const names = new Map<string, string>()
  return (sql) => {
    const name = names.get(sql) ?? `v${names.size}`
    names.set(sql, name)
    return name
  }
}
