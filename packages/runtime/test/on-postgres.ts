/** Before each test file that runs on PostgreSQL: every `talk` and every `serve` gets a database of its own there, which is dropped after the file. */
import { afterAll } from 'vitest'
import type { Db } from '../src/db/contract.ts'
import { openPostgres } from '../src/db/postgres.ts'
import { postgresDatabase, type TestDatabase } from '../src/db/postgres-database.ts'
import { openElsewhere } from './new-database.ts'

const opened: { readonly db: Db; readonly database: TestDatabase }[] = []

openElsewhere(async () => {
  const database = await postgresDatabase()
  const db = await openPostgres(database.url)
  // The installation closes it where a test closes that; the rest is closed here.
  let closed: void | Promise<void>
  const once: Db = { ...db, close: () => (closed ??= db.close()) }
  opened.push({ db: once, database })
  return once
})

afterAll(async () => {
  await Promise.all(
    opened.splice(0).map(async ({ db, database }) => {
      await db.close()
      await database.drop()
    }),
  )
})
