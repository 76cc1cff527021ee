import { afterAll, beforeAll, describe } from 'vitest'
import type { Db } from './contract.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import { postgresDatabase } from './postgres-database.ts'

/** Runs the tests of a store against each database that we ship: a driver is finished when it is green. `db()` is fresh for each suite. */
export function onEveryDatabase(name: string, tests: (db: () => Db) => void): void {
  describe.each(databases)(`${name} on $database`, ({ open }) => {
    let opened: Opened | undefined
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened?.close())
    tests(() => {
      if (!opened) throw new Error('The database is open only while a test runs.')
      return opened.db
    })
  })
}

interface Opened {
  readonly db: Db
  close(): void | Promise<void>
}

async function sqlite(): Promise<Opened> {
  const db = openSqlite(':memory:')
  return { db, close: () => db.close() }
}

async function postgres(): Promise<Opened> {
  const { url, drop } = await postgresDatabase()
  const db = await openPostgres(url)
  return {
    db,
    async close() {
      await db.close()
      await drop()
    },
  }
}

const databases: readonly { readonly database: string; open(): Promise<Opened> }[] = [
  { database: 'SQLite', open: sqlite },
  { database: 'PostgreSQL', open: postgres },
]
