import type { Logger } from 'pino'
import { openPostgres } from '../db/postgres.ts'
import { createInstallation, type Installation, type InstallationOptions } from '../installation.ts'
import { graphileJobs } from '../processes/graphile-jobs.ts'
import { postgresNotices } from '../processes/postgres-notices.ts'
import { systemClock } from '../worker/clocks.ts'

/** The installation on a PostgreSQL database, which other processes may use at the same time. */
export async function openSharedInstallation(
  url: string,
  options: Omit<InstallationOptions, 'database'> & Required<Pick<InstallationOptions, 'onError'>>,
  log: Logger,
): Promise<Installation> {
  const database = await openPostgres(url)
  const notices = postgresNotices(url, database.pool, (err) => log.warn({ err }, 'other processes cannot be heard'))
  try {
    const jobs = await graphileJobs({ db: database, clock: systemClock, notices, onError: options.onError })
    return createInstallation({ ...options, database, notices, jobs })
  } catch (error) {
    // What was opened would keep the process alive.
    await notices.close()
    await database.close()
    throw error
  }
}
