import Database from 'better-sqlite3'
import { refuseNewer } from './migrate.ts'

/** The file is no database of ours, or is damaged. */
export class BadDatabase extends Error {
  override readonly name = 'BadDatabase'
}

/** Reads every page. Throws `BadDatabase` or `NewerDatabase`. */
export function checkDatabase(path: string): void {
  let database: Database.Database | undefined
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    const found = database.pragma('integrity_check(1)', { simple: true })
    if (found !== 'ok') throw new BadDatabase(`${path} is damaged: ${String(found)}.`)
    if (!database.prepare("select 1 from sqlite_master where type = 'table' and name = 'projects'").get()) {
      throw new BadDatabase(`${path} is no database of Voronka.`)
    }
    refuseNewer(database)
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new BadDatabase(`${path} cannot be read as a database: ${error.message}.`)
    throw error
  } finally {
    database?.close()
  }
}

/** The number of the form that a database has; 0: none yet. */
export function formOf(path: string): number {
  const database = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    return Number(database.pragma('user_version', { simple: true }))
  } finally {
    database.close()
  }
}
