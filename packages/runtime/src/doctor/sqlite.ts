import Database from 'better-sqlite3'
import { existsSync, statSync } from 'node:fs'
import { brokenInvariants } from '../backups/invariants.ts'
import { databaseOf } from '../config/data-folder.ts'
import { formOf } from '../db/check-database.ts'
import { newestForm } from '../db/migrate.ts'
import { error, ok, warning, type Examination, type Outcome, type Patient } from './finding.ts'

/** The SQLite database in the data folder; it is only read. */
export const sqliteExaminations: readonly Examination[] = [
  { name: 'database-version', of: 'sqlite', look: withDatabase(form) },
  { name: 'database-integrity', of: 'sqlite', look: withDatabase(integrity) },
  { name: 'write-ahead-log', of: 'sqlite', look: withDatabase(log) },
  { name: 'invariants', of: 'sqlite', look: withDatabase(invariants) },
]

function withDatabase(look: (path: string) => Outcome): (patient: Patient) => Outcome {
  return ({ settings }) => {
    const path = databaseOf(settings.data)
    return existsSync(path)
      ? look(path)
      : warning(`There is no database in ${settings.data}.`, 'Start Voronka, which makes it, or name the right folder with --data.')
  }
}

function form(path: string): Outcome {
  const present = formOf(path)
  const connection = new Database(':memory:')
  const version = String(connection.prepare('select sqlite_version()').pluck().get())
  connection.close()
  const says = `SQLite ${version}; the database has form ${present}, this program knows ${newestForm()}.`
  if (present > newestForm()) return error(says, 'Start the newer program that wrote it, or restore a backup of before the upgrade.')
  if (present < newestForm()) return warning(says, 'Start Voronka: it copies the database and brings it to the present form.')
  return ok(says)
}

const damaged = 'Stop Voronka, keep the data folder as it is, and restore the latest good backup: voronka restore FILE.'

function integrity(path: string): Outcome {
  try {
    const connection = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
    try {
      const found = String(connection.pragma('quick_check(1)', { simple: true }))
      return found === 'ok' ? ok(`A quick look through ${path} found no damage.`) : error(`${path} is damaged: ${found}.`, damaged)
    } finally {
      connection.close()
    }
  } catch (fault) {
    if (!(fault instanceof Database.SqliteError)) throw fault
    if (/^SQLITE_(BUSY|LOCKED)/.test(fault.code))
      return warning(`${path} is locked by another program.`, 'End what holds it, for example an open SQLite shell.')
    return error(`${path} cannot be read: ${fault.message}.`, damaged)
  }
}

const largestLog = 256_000_000

function log(path: string): Outcome {
  const wal = `${path}-wal`
  const size = existsSync(wal) ? statSync(wal).size : 0
  const says = `The write-ahead log has ${(size / 1e6).toFixed(1)} MB.`
  return size > largestLog
    ? warning(says, 'End other programs that have the database open, then restart Voronka: the log shrinks when nobody reads an old state.')
    : ok(says)
}

function invariants(path: string): Outcome {
  if (formOf(path) !== newestForm())
    return warning('The content was not looked at: the database has another form.', 'Start Voronka once, and ask the doctor again.')
  const broken = brokenInvariants(path)
  if (broken.length === 0) return ok('What is stored does not contradict itself.')
  return error(
    broken.map(({ name, says, count }) => `${says} (${name}, ${count} times).`).join(' '),
    'Restore the latest good backup, and report this with the names in brackets.',
  )
}
