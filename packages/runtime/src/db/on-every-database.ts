import { afterAll, beforeAll, describe } from 'vitest'
import type { Db } from './contract.ts'
import { openSqlite } from './sqlite.ts'

/** Runs the tests of a store against each database that we ship: a driver is finished when it is green. `db()` is fresh for each suite. */
export function onEveryDatabase(name: string, tests: (db: () => Db) => void): void {
  describe.each(databases)(`${name} on $database`, ({ open }) => {
    let db: Db | undefined
    beforeAll(() => {
      db = open()
    })
    afterAll(() => db?.close())
    tests(() => {
      if (!db) throw new Error('The database is open only while a test runs.')
      return db
    })
  })
}

const databases: readonly { readonly database: string; open(): Db }[] = [{ database: 'SQLite', open: () => openSqlite(':memory:') }]
