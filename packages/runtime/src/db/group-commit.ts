import { drive, isPromise, type Step } from '@voronka/flow/engine'
import type Database from 'better-sqlite3'

/**
 * Transactions that wait at the same time share one commit, so that durability does not cost a disk flush each. Every one runs behind a savepoint
 * of its own: a failing one is rolled back alone. The promises settle only after the commit is on disk.
 */
export function groupCommit(connection: Database.Database) {
  const begin = connection.prepare('begin immediate')
  const commit = connection.prepare('commit')
  const rollback = connection.prepare('rollback')
  const save = connection.prepare('savepoint job')
  const release = connection.prepare('release job')
  const rollbackJob = connection.prepare('rollback to job')
  let waiting: Job[] = []

  const runJob = (job: Job): void => {
    save.run()
    try {
      job.finish = job.work()
      release.run()
    } catch (error) {
      if (connection.inTransaction) {
        rollbackJob.run()
        release.run()
      }
      job.finish = () => job.reject(error)
    }
  }

  const flush = (): void => {
    const jobs = waiting
    waiting = []
    if (!jobs.length) return
    try {
      begin.run()
      jobs.forEach(runJob)
      commit.run()
    } catch (error) {
      if (connection.inTransaction) rollback.run()
      for (const job of jobs) job.reject(error)
      return
    }
    for (const job of jobs) job.finish?.()
  }

  return {
    run<T>(work: () => Step<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({
          reject,
          work() {
            const value = drive(work())
            if (isPromise(value)) throw new Error('A transaction on SQLite waited for something outside the database: all turns share its commit.')
            return () => resolve(value)
          },
        })
        if (waiting.length === 1) setImmediate(flush)
      })
    },
    /** Runs what still waits, at once. */
    finish: flush,
  }
}

interface Job {
  work(): () => void
  finish?: () => void
  reject(error: unknown): void
}
