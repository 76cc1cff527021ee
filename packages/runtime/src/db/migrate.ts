import Database from 'better-sqlite3'
import { allMigrations } from './migrations/all.ts'

/** Thrown when the database was written by a newer program (reliability-promises, P4.7). */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'
}

/** The number of the form that this program brings a database to. */
export const newestForm = (): number => allMigrations.at(-1)?.number ?? 0

export const newerThanKnown = (present: number): NewerDatabase =>
  new NewerDatabase(
    `The database has form ${present}, this program knows forms up to ${newestForm()}. Start the newer program that wrote it, or restore a backup.`,
  )

/** Gives the number of the database's form; throws `NewerDatabase` when this program does not know it. */
export function refuseNewer(connection: Database.Database): number {
  const present = Number(connection.pragma('user_version', { simple: true }))
  if (present > newestForm()) throw newerThanKnown(present)
  return present
}

/** Whether a database file needs no migration. */
export function isPresentForm(path: string): boolean {
  const connection = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return refuseNewer(connection) === newestForm()
  } finally {
    connection.close()
  }
}

/** Brings the database to the present form, all that is missing or nothing. A database that is already there costs one read. */
export function migrate(connection: Database.Database): { applied: readonly string[] } {
  const present = refuseNewer(connection)
  const missing = allMigrations.filter(({ number }) => number > present)
  if (missing.length) {
    connection.transaction(() => {
      for (const { sql } of missing) connection.exec(sql)
      connection.pragma(`user_version = ${newestForm()}`)
    })()
  }
  return { applied: missing.map(({ name }) => name) }
}
