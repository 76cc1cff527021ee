import type { Step } from '@voronka/flow/engine'
import type Database from 'better-sqlite3'
import type { Urgency } from './contract.ts'
import { storageFault, type StorageState } from './storage-state.ts'

/**
 * Long work is spread over several commits, so that nobody waits much longer than this for somebody else's. Where the disk takes longer than that for a commit
 * it is worth as much work, up to a bound: a slow disk would have to sync all the more often otherwise.
 */
const longestGroupMs = 20
const mostOnSlowDisksMs = 60

/** Work that can wait gets at most this much of a commit that people wait for. */
const longestForLaterMs = 8

/** How long a commit waits at most for others that are on their way to share it. */
const longestGatherMs = 0.6

/** Another program may hold the database so long before those who wait are told (reliability-promises, P4.3); the rest of the server goes on. */
const longestLockMs = 5000
const lookAgainMs = 25

/**
 * Transactions that wait at the same time share one commit, so that durability does not cost a disk flush each. Every one runs behind a savepoint
 * of its own: a failing one is rolled back alone. The promises settle only after the commit is on disk.
 */
export function groupCommit(connection: Database.Database) {
  const begin = connection.prepare('begin immediate')
  const beginReading = connection.prepare('begin')
  const written = connection.prepare<[], number>('select total_changes()').pluck()
  const commit = connection.prepare('commit')
  const rollback = connection.prepare('rollback')
  const save = connection.prepare('savepoint job')
  const release = connection.prepare('release job')
  const rollbackJob = connection.prepare('rollback to job')
  const saveNested = connection.prepare('savepoint nested')
  const releaseNested = connection.prepare('release nested')
  const rollbackNested = connection.prepare('rollback to nested')
  const gathering = gatherer()
  let now: Job[] = []
  let later: Job[] = []
  let scheduled = false
  let state: StorageState = 'ok'
  let lockedSince: number | undefined
  /** How long the disk took of late. */
  let commitMs = 0
  /** Something in the present commit met a fault of the storage. */
  let faulted = false
  const listeners = new Set<(milliseconds: number) => void>()

  /** Into a damaged database nothing is written any more (P4.5); what can be read of it is read. */
  function setState(next: StorageState): void {
    if (state === 'damaged') return
    state = next
    if (next === 'damaged') connection.pragma('query_only = on')
  }

  function runJob(job: Job): void {
    save.run()
    try {
      job.finish = job.work()
      release.run()
    } catch (error) {
      // A full disk or a damaged file makes SQLite give up the whole transaction: nothing of the neighbours is left either.
      if (!connection.inTransaction) throw error
      const fault = storageFault(error)
      if (fault) {
        faulted = true
        setState(fault)
      }
      rollbackJob.run()
      release.run()
      job.finish = () => job.reject(error)
    }
  }

  /** Runs the first of these jobs, and more of them until that moment. Gives how many it ran. */
  function runUntil(jobs: readonly Job[], end: number, ran: Job[]): number {
    const before = ran.length
    for (const job of jobs) {
      ran.push(job)
      runJob(job)
      if (performance.now() > end) break
    }
    return ran.length - before
  }

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    setImmediate(gather)
  }

  /** Whoever is on his way shares the commit: they come in the next turns of the event loop, which costs less than a commit of their own. */
  function gather(): void {
    if (now.length && gathering.goesOn(now.length)) return void setImmediate(gather)
    scheduled = false
    flush()
    if (now.length || later.length) schedule()
  }

  function flush(): void {
    if (!now.length && !later.length) return
    const ran: Job[] = []
    const start = performance.now()
    const impaired = state !== 'ok'
    const before = impaired ? written.get() : 0
    faulted = false
    try {
      if (state === 'damaged') beginReading.run()
      else begin.run()
      const groupMs = Math.min(Math.max(longestGroupMs, commitMs), mostOnSlowDisksMs)
      const ofNow = runUntil(now, start + groupMs, ran)
      const ofLater = runUntil(later, ofNow ? performance.now() + longestForLaterMs : start + groupMs, ran)
      const worked = performance.now()
      commit.run()
      commitMs += (performance.now() - worked - commitMs) / 8
      now = now.slice(ofNow)
      later = later.slice(ofLater)
      gathering.learn(ofNow)
    } catch (error) {
      refused(error, ran)
      return
    }
    lockedSince = undefined
    // Reading alone does not show that a full disk has room again.
    if (impaired && !faulted && written.get() !== before) setState('ok')
    for (const listener of listeners) listener(performance.now() - start)
    for (const job of ran) job.finish?.()
  }

  function refused(error: unknown, ran: readonly Job[]): void {
    if (connection.inTransaction) rollback.run()
    const fault = storageFault(error)
    if (fault === 'locked' && !ran.length) {
      lockedSince ??= performance.now()
      if (performance.now() - lockedSince < longestLockMs) {
        scheduled = true
        setTimeout(gather, lookAgainMs)
        return
      }
    }
    if (fault) setState(fault)
    lockedSince = undefined
    const lost = [...now, ...later]
    now = []
    later = []
    for (const job of lost) job.reject(error)
  }

  return {
    run<T>(work: () => Step<T>, urgency: Urgency = 'now'): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        const queue = urgency === 'now' ? now : later
        queue.push({
          reject,
          work() {
            const value = atOnce(work())
            return () => resolve(value)
          },
        })
        schedule()
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
      while (now.length || later.length) flush()
    },
    get state() {
      return state
    },
    /** The database was found to be damaged. */
    giveUp: () => setState('damaged'),
    /** Hears how long each commit took, with the work in it. */
    onCommit(call: (milliseconds: number) => void): void {
      listeners.add(call)
    },
  }
}

interface Job {
  work(): () => void
  finish?: () => void
  reject(error: unknown): void
}

/**
 * How many will share the next commit is guessed from the last ones: as many people as were answered together ask again together, a little apart.
 * Where one asks at a time, nothing waits.
 */
function gatherer() {
  let expected = 1
  let since: number | undefined
  return {
    goesOn(waiting: number): boolean {
      since ??= performance.now()
      return waiting < expected && performance.now() - since < longestGatherMs
    },
    learn(came: number): void {
      since = undefined
      expected = Math.max(came, expected - Math.ceil(expected / 8))
    },
  }
}

/** Stopped where it waits: what came after the answer would be written outside the transaction. */
function atOnce<T>(step: Step<T>): T {
  const { done, value } = step.next()
  if (done) return value
  const error = new Error('A transaction on SQLite waited for something outside the database, while all turns share its commit.')
  step.throw(error)
  throw error
}
