import type { Clock } from './contract.ts'

export interface Alarm {
  /** Something is due at that moment (which may have passed): the alarm goes off then if not sooner. */
  wake(moment: number): void
  /** Looks from the beginning when the next thing is due. */
  look(): void
  stop(): void
}

/**
 * Goes off whenever the earliest of many stored moments has come. The moments live in the database; only the earliest is waited for, so a million
 * of them cost nothing until they are due.
 */
export function createAlarm(
  clock: Clock,
  source: { next(): Promise<number | undefined>; work(): Promise<void> },
  track: (work: Promise<void>) => void,
): Alarm {
  let armed: { readonly moment: number; readonly off: () => void } | undefined
  let working = false
  let stopped = false

  const disarm = () => {
    armed?.off()
    armed = undefined
  }

  const arm = (moment: number) => {
    if (stopped || working || (armed && armed.moment <= moment)) return
    disarm()
    armed = { moment, off: clock.at(moment, () => track(ring())) }
  }

  const ring = async () => {
    disarm()
    working = true
    try {
      await source.work()
    } finally {
      working = false
    }
    await lookNow()
  }

  const lookNow = async () => {
    const next = stopped ? undefined : await source.next()
    if (next !== undefined) arm(next)
  }

  return {
    wake: arm,
    look: () => track(lookNow()),
    stop() {
      stopped = true
      disarm()
    },
  }
}
