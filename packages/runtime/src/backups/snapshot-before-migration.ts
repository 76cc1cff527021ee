import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { formOf } from '../db/check-database.ts'
import { newestForm } from '../db/migrate.ts'
import { copyDatabase } from './copy-database.ts'
import { backupsOf, removeUnfinished } from './scheduled-backups.ts'

const kept = 3
const snapshot = /^before-\d+-(.+)\.db$/

/**
 * When this program is about to bring a database to a newer form, a checked copy of it as it is goes into the folder `backups` first, as
 * `before-<form>-<moment>.db` (reliability-promises, P4.7); a few are kept. Uploaded files are not in it: no migration touches them, and `restore` leaves
 * them where they are. Gives the copy; undefined when there is nothing to be changed. What it throws means that nothing may be changed.
 */
export async function snapshotBeforeMigration(database: string, at = Date.now()): Promise<string | undefined> {
  if (!existsSync(database)) return undefined
  const present = formOf(database)
  if (present === 0 || present >= newestForm()) return undefined
  const data = dirname(database)
  const folder = backupsOf(data)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  removeUnfinished(data)
  const file = join(folder, `before-${newestForm()}-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}.db`)
  await copyDatabase(database, file, () => undefined)
  for (const old of snapshotsIn(folder).slice(kept)) rmSync(join(folder, old), { force: true })
  return file
}

/** Latest first. */
const snapshotsIn = (folder: string): string[] => {
  const momentOf = (name: string): string => snapshot.exec(name)?.[1] ?? ''
  return readdirSync(folder)
    .filter((name) => snapshot.test(name))
    .sort((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1))
}
