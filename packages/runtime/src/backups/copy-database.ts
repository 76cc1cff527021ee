import Database from 'better-sqlite3'
import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { checkDatabase } from '../db/check-database.ts'

/**
 * Copies a database consistently, also while others work on it, and checks the copy. It is readable by its owner only, and appears under its name only
 * when it is whole and on the disk. `add` may put more into the copy before it is checked. Throws `BadDatabase`.
 */
export async function copyDatabase<T>(from: string, to: string, add: (copy: string) => T): Promise<T> {
  const unfinished = `${to}.part`
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    await source.backup(unfinished)
    chmodSync(unfinished, 0o600)
    doWithoutLog(unfinished)
    const added = add(unfinished)
    checkDatabase(unfinished)
    syncFile(unfinished)
    renameSync(unfinished, to)
    return added
  } finally {
    source.close()
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + rest, { force: true })
  }
}

/** With a write-ahead log of its own, as the original has one, whoever reads the copy would leave two more files beside it. */
function doWithoutLog(path: string): void {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
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
