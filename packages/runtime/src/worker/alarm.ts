import type { Clock } from './contract.ts'
import type { ErrorReport } from './event-turn.ts'

export interface Alarm {
  /** Something is due at that moment (which may have passed): the alarm goes off then if not sooner. */
  wake(moment: number): void
  /** Looks from the beginning when the next thing is due. */
  look(): void
  stop(): void
}

/** After storage refused, it is tried again so soon. */
const retryMs = 1000

export interface AlarmOptions {
  readonly clock: Clock
  track(work: Promise<void>): Promise<void>
  readonly onError: ErrorReport
}

/**
 * Goes off whenever the earliest of many stored moments has come. The moments live in the database; only the earliest is waited for, so a million
 * of them cost nothing until they are due.
 */
export function createAlarm(
  source: { next(): Promise<number | undefined>; work(): Promise<void> },
  { clock, track, onError }: AlarmOptions,
): Alarm {
  let armed: { readonly moment: number; readonly off: () => void } | undefined
  let working = false
  let stopped = false

  function disarm(): void {
    armed?.off()
    armed = undefined
  }

  function arm(moment: number): void {
    if (stopped || working || (armed && armed.moment <= moment)) return
    disarm()
    armed = { moment, off: clock.at(moment, () => void track(ring())) }
  }

  async function ring(): Promise<void> {
    disarm()
    working = true
    let failed = false
    try {
      await source.work()
    } catch (error) {
      failed = true
      onError(error, { what: 'due work' })
    }
    working = false
    if (failed) arm(clock.now() + retryMs)
    else await look()
  }

  async function look(): Promise<void> {
    try {
      const next = stopped ? undefined : await source.next()
      if (next !== undefined) arm(next)
    } catch (error) {
      onError(error, { what: 'due work' })
      arm(clock.now() + retryMs)
    }
  }

  return {
    wake: arm,
    look: () => void track(look()),
    stop() {
      stopped = true
      disarm()
    },
  }
}
