import type { Logger } from 'pino'
import { NewerDatabase } from '../db/migrate.ts'
import { createInstallation, type Installation } from '../installation.ts'
import { CannotStart } from './cannot-start.ts'

/** Opens what lies in the data folder, bringing its database to the present form. Throws `CannotStart`. */
export function openInstallation(database: string, log: Logger, secretKey?: Uint8Array): Installation {
  try {
    const onError = (err: unknown, about: object) => log.error({ err, ...about }, 'a turn failed')
    return createInstallation({ database, ...(secretKey && { secretKey }), onError })
  } catch (error) {
    if (error instanceof NewerDatabase) throw new CannotStart(error.message)
    const why = error instanceof Error ? error.message : String(error)
    throw new CannotStart(
      `The database ${database} cannot be opened: ${why}. Nothing was written into it; restore a backup if it is damaged.`,
    )
  }
}
