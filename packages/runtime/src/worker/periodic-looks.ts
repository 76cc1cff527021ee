import type { Notices } from '../processes/notices.ts'
import type { Clock } from './contract.ts'

/** Where several processes work on one database, each looks so often: what one of them planned and does not live to do is for the others. */
const everyMs = 5000

/** Work of which other processes, too, may have planned something: each kind of it is looked at anew by what it added. */
export interface PeriodicLooks {
  add(look: () => void): void
  /** Looks at everything now and, on a shared database, again and again. */
  start(): void
  stop(): void
}

/**
 * Whoever plans something waits for it himself; this is for what he cannot do any more. Looked is when it starts, when notices of others may have been
 * missed (a process that died is told so), and every few seconds.
 */
export function createPeriodicLooks({ clock, notices, shared }: { clock: Clock; notices: Notices; shared: boolean }): PeriodicLooks {
  const looks: (() => void)[] = []
  let callOff: (() => void) | undefined

  function all(): void {
    for (const look of looks) look()
  }

  notices.hear((notice) => {
    if (notice.type === 'missed' && callOff) all()
  })

  return {
    add: (look) => void looks.push(look),
    start() {
      all()
      callOff = shared ? clock.every(everyMs, all) : () => undefined
    },
    stop() {
      callOff?.()
      callOff = undefined
    },
  }
}
