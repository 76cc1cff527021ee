import Database from 'better-sqlite3'
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { refuseNewer } from './migrate.ts'

/** The file is no database of ours, or is damaged. */
export class BadDatabase extends Error {
  override readonly name = 'BadDatabase'
}

/**
 * Copies a database consistently, also while a server works on it, and checks the copy. It appears under its name only when it is whole. Gives
 * its size in bytes.
 */
export async function backUp(from: string, to: string): Promise<number> {
  const unfinished = `${to}.part`
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    await source.backup(unfinished)
    chmodSync(unfinished, 0o600)
    checkDatabase(unfinished)
    renameSync(unfinished, to)
  } finally {
    source.close()
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + rest, { force: true })
  }
  return statSync(to).size
}

/**
 * Puts a copy in the place of a database that nobody has open. What was there is kept beside it under `aside`. The copy is checked first: when it is
 * damaged or from a newer program, nothing is changed. Gives whether there was something to keep.
 */
export function restore(copy: string, database: string, aside: string): boolean {
  checkDatabase(copy)
  const arriving = `${database}.part`
  copyFileSync(copy, arriving)
  chmodSync(arriving, 0o600)
  const kept = existsSync(database)
  // What the log still holds belongs to the database it was written for.
  if (kept) closeLog(database)
  if (kept) renameSync(database, aside)
  for (const rest of ['-wal', '-shm']) rmSync(database + rest, { force: true })
  renameSync(arriving, database)
  return kept
}

/** Throws `BadDatabase` or `NewerDatabase`. */
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
