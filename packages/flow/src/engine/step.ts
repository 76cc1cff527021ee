import type { CompiledFlow } from './compile-flow.ts'
import type { Event, Session, Tools, Turn } from './contract.ts'
import { dueTimer } from './due-timer.ts'
import { hear } from './hear.ts'
import { log } from './log.ts'
import { OpenTurn } from './open-turn.ts'
import { operate } from './operate.ts'
import { cancel } from './pending.ts'
import type { Step } from './steps.ts'
import { speakPlain } from './speak.ts'
import { enter, runAutomatic } from './travel.ts'
import { leaveOrder } from './visit-order.ts'

/**
 * One event in; the next session, the effects to carry out and the trace come out (architecture, section 2, step 4). Changes nothing that it
 * is handed but project variables, which belong to everybody; reads no clock and throws no dice of its own, so the same input with the same
 * draws gives the same turn. Waits only where a tool answers with a promise: `drive(step(...))` gives the turn at once otherwise.
 */
export function step(flow: CompiledFlow, session: Session, event: Event, tools: Tools): Step<Turn> {
  return beginStep(flow, session, event, tools).run
}

export interface BegunStep {
  readonly run: Step<Turn>
  soFar(): Turn
  /** The block that it entered last. */
  block(): number | null
}

/** The same in pieces, for who gives up a run that waits for an answer from outside: `soFar` is what it has come to. It must not go on after that. */
export function beginStep(flow: CompiledFlow, session: Session, event: Event, tools: Tools): BegunStep {
  const turn = new OpenTurn(flow, session, event, tools)
  return {
    run: whole(turn, event),
    soFar: () => turn.close(),
    block: () => turn.trace.findLast((entry) => entry.type === 'entered')?.block ?? null,
  }
}

function* whole(turn: OpenTurn, event: Event): Step<Turn> {
  yield* happen(turn, event)
  // No block has handled the callback that came with one.
  yield* leaveOrder(turn)
  yield* runAutomatic(turn)
  return turn.close()
}

function* happen(turn: OpenTurn, event: Event): Step<void> {
  switch (event.kind) {
    case 'text':
    case 'button':
    case 'callback':
    case 'attachment':
    case 'unsubscribed':
      return yield* hear(turn, event)
    case 'timer':
      return yield* dueTimer(turn, event.pending)
    case 'send-block':
      return yield* sendBlock(turn, event)
    case 'say':
      return yield* sayText(turn, event)
    case 'operator':
      return yield* operate(turn, event.does)
    case 'cancel-pending':
      cancel(turn, ({ id }) => id === event.pending, 'operator')
      return
    case 'reschedule-pending':
      return reschedule(turn, event)
    default:
      return event satisfies never
  }
}

/** Somebody puts the client into a block. A pause stops the bot's own answers, not people's commands; broadcasts skip who left (section 18). */
function* sendBlock(turn: OpenTurn, { block, by }: Extract<Event, { kind: 'send-block' }>): Step<void> {
  const { session, trace } = turn
  const skipped = session.blocked ? 'blocked' : by === 'broadcast' && session.unsubscribed ? 'unsubscribed' : undefined
  if (skipped) {
    trace.push({ type: 'ignored', why: skipped })
    return
  }
  const target = turn.flow.blocks.get(block)
  if (target) yield* enter(turn, target, by)
  else log(turn, { code: 'no-such-block', block })
}

/** A free text changes no position (section 18). */
function* sayText(turn: OpenTurn, { text, attachments, buttons = [] }: Extract<Event, { kind: 'say' }>): Step<void> {
  const { session, trace } = turn
  if (session.blocked || session.unsubscribed) {
    trace.push({ type: 'ignored', why: session.blocked ? 'blocked' : 'unsubscribed' })
    return
  }
  yield* speakPlain(turn, text, attachments, buttons)
}

/** A person moves a planned entry to another moment (10.2). */
function reschedule({ session, effects, trace }: OpenTurn, { pending: id, due }: Extract<Event, { kind: 'reschedule-pending' }>): void {
  if (!session.pending.some((entry) => entry.id === id)) return
  session.pending = session.pending.map((entry) => (entry.id === id ? { ...entry, due } : entry))
  effects.push({ type: 'postpone', pending: id, until: due })
  trace.push({ type: 'postponed', pending: id, until: due, why: 'rescheduled' })
}
