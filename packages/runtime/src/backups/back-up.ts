import Database from 'better-sqlite3'
import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { databaseOf, filesOf } from '../config/data-folder.ts'
import { BadDatabase, checkDatabase } from '../db/check-database.ts'
import { createInstallation } from '../installation.ts'
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
  const unfinished = `${to}.part`
  const source = new Database(databaseOf(data), { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    await source.backup(unfinished)
    chmodSync(unfinished, 0o600)
    const { packed, missing } = packFiles(unfinished, filesOf(data))
    checkDatabase(unfinished)
    syncFile(unfinished)
    renameSync(unfinished, to)
    return { bytes: statSync(to).size, files: packed, missing }
  } finally {
    source.close()
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + rest, { force: true })
  }
}

/**
 * Puts a backup in the place of what lies in a data folder that nobody has open. What was there is kept beside it, under names that end with `aside`. The
 * backup is checked first: when it is damaged or from a newer program, nothing is changed. Gives what was kept.
 */
export function restore(backup: string, data: string, aside: string): readonly string[] {
  checkDatabase(backup)
  const [database, files] = [databaseOf(data), filesOf(data)]
  const arriving = `${database}.part`
  const arrivingFiles = `${files}.part`
  rmSync(arrivingFiles, { recursive: true, force: true })
  try {
    copyFileSync(backup, arriving)
    chmodSync(arriving, 0o600)
    unpackFiles(arriving, arrivingFiles)
  } catch (error) {
    rmSync(arriving, { force: true })
    rmSync(arrivingFiles, { recursive: true, force: true })
    throw error
  }
  // What the log still holds belongs to the database it was written for.
  if (existsSync(database)) closeLog(database)
  const kept = [database, files].filter((path) => existsSync(path))
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

function syncFile(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
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
