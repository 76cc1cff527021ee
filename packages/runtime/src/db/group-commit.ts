import type { Step } from '@voronka/flow/engine'
import type Database from 'better-sqlite3'

/** Long work is spread over several commits, so that nobody waits much longer than this for somebody else's. */
const longestGroupMs = 20

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
  const saveNested = connection.prepare('savepoint nested')
  const releaseNested = connection.prepare('release nested')
  const rollbackNested = connection.prepare('rollback to nested')
  let waiting: Job[] = []

  function runJob(job: Job): void {
    save.run()
    try {
      job.finish = job.work()
      release.run()
    } catch (error) {
      // A full disk or a damaged file makes SQLite give up the whole transaction: nothing of the neighbours is left either.
      if (!connection.inTransaction) throw error
      rollbackJob.run()
      release.run()
      job.finish = () => job.reject(error)
    }
  }

  function flush(): void {
    if (!waiting.length) return
    const jobs = waiting
    let done = 0
    try {
      begin.run()
      const end = performance.now() + longestGroupMs
      for (const job of jobs) {
        runJob(job)
        done++
        if (performance.now() > end) break
      }
      commit.run()
    } catch (error) {
      if (connection.inTransaction) rollback.run()
      waiting = []
      for (const job of jobs) job.reject(error)
      return
    }
    waiting = jobs.slice(done)
    if (waiting.length) setImmediate(flush)
    for (const job of jobs.slice(0, done)) job.finish?.()
  }

  return {
    run<T>(work: () => Step<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({
          reject,
          work() {
            const value = atOnce(work())
            return () => resolve(value)
          },
        })
        if (waiting.length === 1) setImmediate(flush)
      })
    },
    *nested<T>(work: () => Step<T>): Step<T> {
      saveNested.run()
      try {
        const value = yield* work()
        releaseNested.run()
        return value
      } catch (error) {
        if (!connection.inTransaction) throw error
        rollbackNested.run()
        releaseNested.run()
        throw error
      }
    },
    /** Runs what still waits, at once. */
    finish(): void {
      while (waiting.length) flush()
    },
  }
}

interface Job {
  work(): () => void
  finish?: () => void
  reject(error: unknown): void
}

/** Stopped where it waits: what came after the answer would be written outside the transaction. */
function atOnce<T>(step: Step<T>): T {
  const { done, value } = step.next()
  if (done) return value
  const error = new Error('A transaction on SQLite waited for something outside the database, while all turns share its commit.')
  step.throw(error)
  throw error
}
