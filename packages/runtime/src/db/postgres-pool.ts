import { Pool, types, type PoolClient } from 'pg'
import { StorageRefused } from './storage-refused.ts'

export interface PostgresOptions {
  /** Connections that this process opens at most, besides the few that it keeps for listening. */
  readonly connections?: number
}

/** What waits longer for a lock or a connection is told to come back (reliability-promises, P4.3). */
const longestWaitMs = 5000
const longestStatementMs = 30_000

/** A process that was frozen in the middle of a transaction holds up others no longer than this. */
const longestIdleMs = 10_000

const int8 = 20
const numeric = 1700

/** Counts, sums and numbers of rows as numbers: what is stored stays below 2^53. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === int8 || oid === numeric ? Number : types.getTypeParser(oid, format as 'text')

/** Connections to the database of that address. They are opened as they are needed, and one that broke is replaced by the next. */
export function postgresPool(url: string, { connections = 10 }: PostgresOptions = {}): Pool {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: longestWaitMs,
    statement_timeout: longestStatementMs,
    lock_timeout: longestWaitMs,
    idle_in_transaction_session_timeout: longestIdleMs,
    application_name: 'voronka',
    keepAlive: true,
    pipeline: true,
    types: { getTypeParser },
  })
  // A connection was cut: whoever used it hears that from his query, and the pool drops it.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** A connection of the pool; `StorageRefused` when there is none to be had. */
export async function connected(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw new StorageRefused('The database cannot be reached.', { cause: error })
  }
}

/** Tells a database that is away, or does not answer in time, from a statement that it refused. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  return passes(codeOf(error), error.message) ? new StorageRefused('The database does not answer.', { cause: error }) : error
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Connection lost or refused, shutting down or starting, too many connections, out of space, waited too long. */
function passes(code: string, message: string): boolean {
  return (
    /^(08|53|57P|58)|^(57014|55P03|25P03|25006)$/.test(code) ||
    /^E(CONN|PIPE|HOST|NET|TIMEDOUT|NOTFOUND|AI_AGAIN)/.test(code) ||
    /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(message)
  )
}
