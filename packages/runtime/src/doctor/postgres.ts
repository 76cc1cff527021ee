import { withoutPassword } from '../config/settings.ts'
import { newestForm } from '../db/migrate.ts'
import { connected, postgresPool } from '../db/postgres-pool.ts'
import { error, ok, warning, type Examination, type Outcome } from './finding.ts'

/** 14 is the oldest that is still cared for. */
const oldest = 14

/** The PostgreSQL database of the settings; it is only read. */
export const postgresExaminations: readonly Examination[] = [
  { name: 'database-version', of: 'postgres', look: ({ settings }) => postgres(settings.databaseUrl) },
]

async function postgres(url: string): Promise<Outcome> {
  const pool = postgresPool(url, { connections: 1 })
  try {
    const client = await connected(pool)
    try {
      const { rows } = await client.query<{ version: string; table: string | null }>(
        `select current_setting('server_version') as version, to_regclass('installation_form')::text as table`,
      )
      const version = rows[0]?.version ?? ''
      const form =
        rows[0]?.table == null ? 0 : ((await client.query<{ form: number }>('select form from installation_form')).rows[0]?.form ?? 0)
      return told(version, form)
    } finally {
      client.release()
    }
  } catch (fault) {
    const cause = fault instanceof Error && fault.cause instanceof Error ? ` ${fault.cause.message}.` : ''
    return error(
      `${withoutPassword(url)}: ${fault instanceof Error ? fault.message : String(fault)}${cause}`,
      'Check that PostgreSQL runs and takes connections from here, and the address, user and password in DATABASE_URL.',
    )
  } finally {
    await pool.end()
  }
}

function told(version: string, form: number): Outcome {
  const says = `PostgreSQL ${version}; the database has form ${form}, this program knows ${newestForm()}.`
  if (form > newestForm()) return error(says, 'Start the newer program that wrote it, or restore a dump of before the upgrade.')
  if (parseInt(version, 10) < oldest) return warning(says, `Upgrade PostgreSQL to version ${oldest} or newer.`)
  if (form < newestForm()) return warning(says, 'Make a dump with pg_dump, then start Voronka: it brings the database to the present form.')
  return ok(says)
}
