import type { Logger } from 'pino'
import { snapshotBeforeMigration } from '../backups/snapshot-before-migration.ts'
import { NewerDatabase } from '../db/migrate.ts'
import { DamagedDatabase } from '../db/sqlite.ts'
import { storageFault } from '../db/storage-state.ts'
import { createInstallation, type Installation } from '../installation.ts'
import type { TestMode } from '../test-mode/test-mode.ts'
import { CannotStart } from './cannot-start.ts'
import type { DataFolder } from './data-folder.ts'
import { withoutPassword, type Settings } from './settings.ts'

/** Opens the PostgreSQL database of the settings, or else what lies in the data folder, bringing it to the present form. Throws `CannotStart`. */
export async function openInstallation(
  { database: file, files }: Pick<DataFolder, 'database' | 'files'>,
  { databaseUrl, egressAllow, publicUrl }: Pick<Settings, 'databaseUrl' | 'egressAllow' | 'publicUrl'>,
  log: Logger,
  secretKey?: Uint8Array,
  test: TestMode['options'] = {},
): Promise<Installation> {
  const onError = (err: unknown, about: object) => log.error({ err, ...about }, 'a turn failed')
  const options = { onError, files, egressAllow, address: publicUrl, ...(secretKey && { secretKey }) }
  try {
    if (databaseUrl === '') {
      await snapshot(file, log)
      return createInstallation({ ...options, ...test, database: file })
    }
    // Its libraries are loaded by who needs them: most installations have SQLite, and start without.
    const { openSharedInstallation } = await import('./open-shared-installation.ts')
    return await openSharedInstallation(databaseUrl, options, log)
  } catch (error) {
    if (error instanceof CannotStart) throw error
    if (error instanceof NewerDatabase || error instanceof DamagedDatabase) throw new CannotStart(error.message)
    throw new CannotStart(databaseUrl === '' ? unopened(file, error) : unreachable(databaseUrl, error))
  }
}

async function snapshot(file: string, log: Logger): Promise<void> {
  try {
    const copy = await snapshotBeforeMigration(file)
    if (copy !== undefined) log.info({ file: copy }, 'copied the database before it is brought to a newer form')
  } catch (error) {
    if (storageFault(error) === 'damaged') throw new DamagedDatabase(file, error)
    throw new CannotStart(
      `The database ${file} is of an earlier version, and no copy of it could be made before changing it: ${told(error)}. ` +
        'Nothing was changed; make room in the data folder, or restore a backup if the database is damaged.',
    )
  }
}

const unopened = (file: string, error: unknown): string =>
  `The database ${file} cannot be opened: ${told(error)}. Nothing was written into it; restore a backup if it is damaged.`

function unreachable(url: string, error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? ` ${told(error.cause)}.` : ''
  return `The database ${withoutPassword(url)} cannot be opened: ${told(error)}${cause} Check that it runs, and the address in DATABASE_URL.`
}

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error))
