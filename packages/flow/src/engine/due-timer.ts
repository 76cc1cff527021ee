import type { TraceEntry } from './contract.ts'
import { isPaused } from './hear.ts'
import type { OpenTurn } from './open-turn.ts'
import type { Step } from './steps.ts'
import { fire } from './travel.ts'

const dayMs = 86_400_000

/** While the whole bot is off nobody says until when, so a due entry is tried again this often. */
const retryMs = 60_000

/** Later than this is told in the trace (reliability-promises, P3.1: normally within 2 s). */
const lateMs = 5000

/** A planned entry falls due (sections 10.2, 10.3 rows 14, 17-19). */
export function* dueTimer(turn: OpenTurn, id: number): Step<void> {
  const { session, trace, tools } = turn
  const pending = session.pending.find((entry) => entry.id === id)
  if (!pending) return
  const by = tools.now - pending.due
  if (by > lateMs) trace.push({ type: 'late', pending: id, by })
  const until = waitUntil(turn)
  if (until !== undefined && tools.now - pending.due <= dayMs) {
    turn.effects.push({ type: 'postpone', pending: id, until })
    trace.push({ type: 'postponed', pending: id, until, why: 'paused' })
    return
  }
  session.pending = session.pending.filter((entry) => entry !== pending)
  const why = whyDropped(turn, pending.due, until !== undefined)
  if (why) trace.push({ type: 'dropped', pending, why })
  else yield* fire(turn, pending, 'timer')
}

/** Undefined: the bot is working for this client. */
function waitUntil(turn: OpenTurn): number | undefined {
  const { session, tools } = turn
  if (session.blocked) return undefined
  if (!tools.project.enabled) return tools.now + retryMs
  return isPaused(turn) ? (session.pausedUntil ?? undefined) : undefined
}

/** An entry that had to wait for the end of a pause runs if that came at most a day late; the server's own absence is no reason to drop it. */
function whyDropped({ session }: OpenTurn, due: number, waits: boolean): Extract<TraceEntry, { type: 'dropped' }>['why'] | undefined {
  if (session.blocked) return 'blocked'
  const resumed = session.pausedUntil
  return waits || (resumed !== null && resumed - due > dayMs) ? 'too-late' : undefined
}
