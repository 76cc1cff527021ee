import type { ClientBase } from 'pg'
import { newestForm, newerThanKnown } from './migrate.ts'
import { allMigrations } from './migrations/all.ts'
import { postgresDdl } from './postgres-ddl.ts'

/** A number of ours among the locks of the database: processes that start together migrate one after the other. */
const migrationLock = 836_201_001

/**
 * Brings the database to the present form, all that is missing in one transaction, while no other process does the same. Throws `NewerDatabase`, having
 * changed nothing, when a newer program wrote it.
 */
export async function migratePostgres(client: ClientBase): Promise<{ applied: readonly string[] }> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    await client.query('create table if not exists installation_form (form bigint not null)')
    const { rows } = await client.query<{ form: string }>('select form from installation_form')
    const present = Number(rows[0]?.form ?? 0)
    if (present > newestForm()) throw newerThanKnown(present)
    const missing = allMigrations.filter(({ number }) => number > present)
    for (const { sql } of missing) await client.query(postgresDdl(sql))
    if (missing.length) {
      await client.query('delete from installation_form')
      await client.query('insert into installation_form (form) values ($1)', [newestForm()])
    }
    await client.query('commit')
    return { applied: missing.map(({ name }) => name) }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
