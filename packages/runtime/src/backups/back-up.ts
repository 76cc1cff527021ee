import Database from 'better-sqlite3'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { databaseOf, filesOf } from '../config/data-folder.ts'
import { BadDatabase, checkDatabase } from '../db/check-database.ts'
import { createInstallation } from '../installation.ts'
import { copyDatabase } from './copy-database.ts'
import { brokenInvariants } from './invariants.ts'
import { packFiles, unpackFiles, wrongFiles } from './files-in-backup.ts'

export interface Backup {
  readonly bytes: number
  /** How many uploaded files are in it. */
  readonly files: number
  /** Files that the database names and the folder does not have: they are missing already. */
  readonly missing: readonly string[]
}

/**
 * Copies the data folder consistently into one file, also while a server works on it, and checks the copy (reliability-promises, P4.6). Uploaded files never
 * change, so those that the copied database names are copied after it. The copy appears under its name only when it is whole.
 */
export async function backUp(data: string, to: string): Promise<Backup> {
  const { packed, missing } = await copyDatabase(databaseOf(data), to, (copy) => packFiles(copy, filesOf(data)))
  return { bytes: statSync(to).size, files: packed, missing }
}

/**
 * Puts a backup in the place of what lies in a data folder that nobody has open. What was there is kept beside it, under names that end with `aside`. The
 * backup is checked first: when it is damaged or from a newer program, nothing is changed. A copy of the database alone, as it is made before a migration,
 * leaves the uploaded files where they are. Gives what was kept.
 */
export function restore(backup: string, data: string, aside: string): readonly string[] {
  checkDatabase(backup)
  const [database, files] = [databaseOf(data), filesOf(data)]
  const arriving = `${database}.part`
  const arrivingFiles = `${files}.part`
  rmSync(arrivingFiles, { recursive: true, force: true })
  let withFiles: boolean
  try {
    copyFileSync(backup, arriving)
    chmodSync(arriving, 0o600)
    withFiles = unpackFiles(arriving, arrivingFiles)
  } catch (error) {
    rmSync(arriving, { force: true })
    rmSync(arrivingFiles, { recursive: true, force: true })
    throw error
  }
  // What the log still holds belongs to the database it was written for.
  if (existsSync(database)) closeLog(database)
  const kept = [database, ...(withFiles ? [files] : [])].filter((path) => existsSync(path))
  for (const path of kept) renameSync(path, path + aside)
  for (const rest of ['-wal', '-shm']) rmSync(database + rest, { force: true })
  if (existsSync(arrivingFiles)) renameSync(arrivingFiles, files)
  renameSync(arriving, database)
  return kept.map((path) => path + aside)
}

/**
 * Restores a backup into a folder of its own beside it, opens it as a server would and looks at everything: what cannot be restored is no backup. Throws
 * `BadDatabase` with what is wrong, and then the file is called `.bad`.
 */
export async function rehearse(backup: string): Promise<void> {
  const scratch = mkdtempSync(join(dirname(backup), 'rehearsal-'))
  try {
    restore(backup, scratch, '.before')
    const [wrong] = wrongFiles(databaseOf(scratch), filesOf(scratch)).filter((id) => existsSync(join(filesOf(scratch), id.slice(0, 2), id)))
    if (wrong !== undefined) throw new BadDatabase(`The uploaded file ${wrong} is not what it was.`)
    // Opening brings it to the present form, as the next start would.
    await createInstallation({ database: databaseOf(scratch), files: filesOf(scratch) }).close()
    const [fault] = brokenInvariants(databaseOf(scratch))
    if (fault) throw new BadDatabase(`${fault.says} (${fault.count} times).`)
  } catch (error) {
    renameSync(backup, `${backup}.bad`)
    throw error
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Writes what the log holds into the database file, as opening and closing it does. A damaged one is kept as it is. */
function closeLog(path: string): void {
  try {
    const database = new Database(path)
    database.pragma('wal_checkpoint(truncate)')
    database.close()
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
  }
}
