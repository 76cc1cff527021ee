import Database from 'better-sqlite3'
import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

export interface DataFolder {
  readonly database: string
  /** Folder of the uploaded files; on PostgreSQL the one that all processes share. */
  readonly files: string
  release(): void
}

/** Where the database of a data folder lies. */
export const databaseOf = (folder: string): string => join(folder, 'voronka.db')

/** Where the uploaded files of a data folder lie. */
export const filesOf = (folder: string): string => join(folder, 'files')

/**
 * Makes the folder if it is missing and takes it for this process alone: what is kept in memory of it must not change behind our back
 * (reliability-promises, P2.2). The lock is one of the system's, taken through SQLite, so it is gone the moment the process is. With a database
 * elsewhere (`shared`) the folder holds files only, and any number of processes use it. Throws `CannotStart`.
 */
export function takeDataFolder(folder: string, { shared = false } = {}): DataFolder {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CannotStart(
      `The data folder ${folder} cannot be written (${why}). Give this user the right to, or name another folder with --data.`,
    )
  }
  const paths = { database: databaseOf(folder), files: filesOf(folder) }
  if (shared) return { ...paths, release: () => undefined }
  const lock = takeLock(join(folder, 'voronka.lock'), folder)
  return { ...paths, release: () => void lock.close() }
}

function takeLock(path: string, folder: string): Database.Database {
  let lock: Database.Database | undefined
  try {
    lock = new Database(path, { timeout: 0 })
    chmodSync(path, 0o600)
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock?.close()
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') {
      throw new CannotStart(`Another Voronka is running on the data folder ${folder}. Stop it first, or name another folder with --data.`)
    }
    throw new CannotStart(`The data folder ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
