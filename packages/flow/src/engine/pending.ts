import type { CancelledWhy, Pending } from './contract.ts'
import type { OpenTurn } from './open-turn.ts'

/** Takes out every planned transition that `which` picks, those of this turn's automatic queue too; gives how many (section 10.3). */
export function cancel(turn: OpenTurn, which: (entry: Pending) => boolean, why: CancelledWhy): number {
  const stored = turn.session.pending.filter(which)
  const automatic = turn.automatic.filter(which)
  if (stored.length > 0) turn.session.pending = turn.session.pending.filter((entry) => !stored.includes(entry))
  if (automatic.length > 0) turn.automatic = turn.automatic.filter((entry) => !automatic.includes(entry))
  for (const pending of [...automatic, ...stored]) turn.trace.push({ type: 'cancelled', pending, why })
  for (const { id } of stored) turn.effects.push({ type: 'cancel', pending: id })
  return stored.length + automatic.length
}

/** "Cancel timer messages" of an arrow (10.3 rows 1, 3, 4, 9): everything but what must be kept. */
export function cancelTimers(turn: OpenTurn, why: Extract<CancelledWhy, 'arrow-cancels-timers' | 'replanned'>): void {
  cancel(turn, ({ keep }) => !keep, why)
}

/** The position changed to a different block: "cancel if left the block", which "do not cancel" does not outweigh. */
export function cancelLeft(turn: OpenTurn, left: number): void {
  cancel(turn, ({ cancelIfLeft, from }) => cancelIfLeft && from === left, 'left-the-block')
}
