import type { CancelledWhy, Pending } from './contract.ts'
import type { OpenTurn } from './open-turn.ts'

/** Takes out every planned transition that `which` picks, those of this turn's automatic chains too; gives how many (section 10.3). */
export function cancel(turn: OpenTurn, which: (entry: Pending) => boolean, why: CancelledWhy): number {
  const stored = turn.session.pending.filter(which)
  const automatic = turn.automatic.flat().filter(which)
  const gone = new Set([...automatic, ...stored])
  if (stored.length > 0) turn.session.pending = turn.session.pending.filter((entry) => !gone.has(entry))
  if (automatic.length > 0) turn.automatic = turn.automatic.map((chain) => chain.filter((entry) => !gone.has(entry)))
  for (const pending of gone) turn.trace.push({ type: 'cancelled', pending, why })
  for (const { id } of stored) turn.effects.push({ type: 'cancel', pending: id })
  return gone.size
}

/**
 * The client went over an arrow with "cancel timer messages" (10.3 rows 1, 3, 4, 9): everything goes but what must be kept. Of zero-delay
 * transitions those that this one was planned with: they are alternatives, while an outer block's own ones all run (section 11).
 */
export function cancelTimers(turn: OpenTurn): void {
  const outer = new Set(turn.automatic.slice(0, -1).flat())
  cancel(turn, (entry) => !entry.keep && !outer.has(entry), 'arrow-cancels-timers')
}

/** Entries planned now replace those that were there before ("Details" of 10.3). */
export function replaceTimers(turn: OpenTurn): void {
  const automatic = new Set(turn.automatic.flat())
  cancel(turn, (entry) => !entry.keep && !automatic.has(entry), 'replanned')
}

/** The position changed to a different block: "cancel if left the block", which "do not cancel" does not outweigh. */
export function cancelLeft(turn: OpenTurn, left: number): void {
  cancel(turn, ({ cancelIfLeft, from }) => cancelIfLeft && from === left, 'left-the-block')
}
