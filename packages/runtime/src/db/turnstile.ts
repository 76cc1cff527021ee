import type { Urgency } from './contract.ts'

interface Waiting {
  enter(): void
  refuse(error: unknown): void
}

const urgencies = ['now', 'later'] as const

/**
 * Lets so many in at the same time; whoever comes later waits for somebody to leave, in order. Who can wait comes after everybody who cannot and gets at most
 * `forLater` of the places, but one of them always, so that a crowd does not starve him (reliability-promises, P5.2).
 */
export function turnstile(places: number, forLater = places) {
  const inside: Record<Urgency, number> = { now: 0, later: 0 }
  const waiting: Record<Urgency, Waiting[]> = { now: [], later: [] }

  const hasRoom = (urgency: Urgency): boolean => inside.now + inside.later < places && (urgency === 'now' || inside.later < forLater)

  function letIn(urgency: Urgency): boolean {
    if (!waiting[urgency].length || !hasRoom(urgency)) return false
    inside[urgency]++
    waiting[urgency].shift()?.enter()
    return true
  }

  function admit(): void {
    if (inside.later === 0) letIn('later')
    for (const urgency of urgencies) while (letIn(urgency));
  }

  return {
    enter: (urgency: Urgency = 'now') =>
      new Promise<void>((enter, refuse) => {
        waiting[urgency].push({ enter, refuse })
        admit()
      }),
    leave(urgency: Urgency = 'now'): void {
      inside[urgency]--
      admit()
    },
    /** Sends everybody away who waits. */
    refuse(error: unknown): void {
      for (const urgency of urgencies) for (const { refuse } of waiting[urgency].splice(0)) refuse(error)
    },
  }
}
