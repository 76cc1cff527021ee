import { toNumber } from '@voronka/calculator'
import { Subject } from '../matcher/index.ts'
import type { CompiledArrow, CompiledBlock } from './compile-flow.ts'
import type { Pending, TraceEntry } from './contract.ts'
import { dueMoment, type TimerFields } from './due-moment.ts'
import { judge } from './judge.ts'
import { log } from './log.ts'
import type { OpenTurn } from './open-turn.ts'
import { replaceTimers } from './pending.ts'
import { render } from './render-text.ts'
import type { Step } from './steps.ts'

/**
 * Plans the timer arrows of a block that was just executed (builder-and-runtime, section 5 step 9, 8.3, "Details" of 10.3). Entries planned
 * together do not cancel each other, but one with "cancel timer messages" cancels those that were there before. Zero-delay ones go on in
 * this turn, before any that were waiting: a chain is finished before its siblings begin, so the last sibling decides the position.
 */
export function* planTimers(turn: OpenTurn, { timers }: CompiledBlock): Step<void> {
  if (timers.length === 0) return
  const batch: Timing[] = []
  for (const compiled of timers) {
    const timing = (yield* isWanted(turn, compiled)) ? yield* timingOf(turn, compiled) : undefined
    if (timing) batch.push(timing)
  }
  if (batch.some(({ of }) => of.arrow.cancelTimers)) replaceTimers(turn)
  const automatic: Pending[] = []
  for (const timing of batch) {
    if (timing.zero) automatic.push(entry(turn, timing))
    else store(turn, timing)
  }
  if (automatic.length > 0) turn.automatic = [...turn.automatic, automatic]
}

/** Plans an arrow with a condition and a delay that has just matched; `at-once` when its delay is 0 (8.3). */
export function* planMatched(turn: OpenTurn, compiled: CompiledArrow): Step<'planned' | 'at-once' | 'refused'> {
  const timing = yield* timingOf(turn, compiled)
  if (timing?.zero) return 'at-once'
  return timing && store(turn, timing) ? 'planned' : 'refused'
}

interface Timing {
  readonly of: CompiledArrow
  readonly due: number
  /** A delay of 0 and neither date nor time: it goes on by itself. */
  readonly zero: boolean
}

/** A comparison decides what gets planned, at this moment (8.3). */
function* isWanted(turn: OpenTurn, { arrow, matcher }: CompiledArrow): Step<boolean> {
  if (matcher.compare === undefined) return true
  const { matches, why } = yield* judge(turn, { ...matcher, ignore: undefined, deaf: false }, new Subject(''))
  if (why === 'comparison-error') log(turn, { code: 'comparison-error', arrow: arrow.id, facts: { source: matcher.compare } })
  if (!matches) refuse(turn, arrow.id, 'comparison')
  return matches
}

function* timingOf(turn: OpenTurn, of: CompiledArrow): Step<Timing | undefined> {
  const { arrow } = of
  if (!turn.flow.blocks.has(arrow.to)) return refuse(turn, arrow.id, 'no-target')
  if (arrow.once && turn.session.travelled.has(arrow.id)) return refuse(turn, arrow.id, 'used-once')
  const fields = yield* resolve(turn, of)
  const timed = arrow.time.trim() !== '' || arrow.date.trim() !== ''
  // A field whose variables gave nothing is wrong, not unused.
  if (arrow.time.trim() !== '' && fields.time === '') return refuse(turn, arrow.id, 'bad-time', arrow.time)
  if (arrow.date.trim() !== '' && fields.date === '') return refuse(turn, arrow.id, 'bad-date', arrow.date)
  const moment = dueMoment(fields, turn.tools.now, turn.tools.zone)
  if ('due' in moment) return { of, due: moment.due, zero: !timed && moment.due === turn.tools.now }
  const wrong = { 'in-the-past': undefined, 'bad-date': fields.date, 'bad-time': fields.time, 'bad-delay': String(arrow.delay?.value) }
  return refuse(turn, arrow.id, moment.refused, wrong[moment.refused])
}

function* resolve(turn: OpenTurn, { arrow: { delay, time, date, sendIfPassed } }: CompiledArrow): Step<TimerFields> {
  const written = delay?.value ?? 0
  const amount = typeof written === 'number' ? written : written.trim() === '' ? 0 : (toNumber(yield* render(turn, written)) ?? Number.NaN)
  return {
    delay: { amount, unit: delay?.unit ?? 'seconds' },
    time: (yield* render(turn, time)).trim(),
    date: (yield* render(turn, date)).trim(),
    sendIfPassed,
  }
}

function entry(turn: OpenTurn, { of: { arrow }, due }: Timing): Pending {
  const { session, tools } = turn
  const pending: Pending = {
    id: session.nextPending++,
    arrow: arrow.id,
    from: arrow.from,
    to: arrow.to,
    due,
    keep: arrow.doNotCancel,
    cancelIfLeft: arrow.cancelIfLeft,
    plannedAt: tools.now,
  }
  turn.trace.push({ type: 'planned', pending })
  return pending
}

/** False: the client has as many planned entries as the project allows (10.2). */
function store(turn: OpenTurn, timing: Timing): boolean {
  const { session, tools } = turn
  if (session.pending.length >= tools.project.pendingLimit) {
    refuse(turn, timing.of.arrow.id, 'limit', String(tools.project.pendingLimit))
    return false
  }
  const pending = entry(turn, timing)
  session.pending = [...session.pending, pending]
  turn.effects.push({ type: 'plan', entry: pending })
  return true
}

type Refusal = Extract<TraceEntry, { type: 'not-planned' }>['why']

/** `value`: what is wrong, where an owner should hear of it. */
function refuse(turn: OpenTurn, arrow: number, why: Refusal, value?: string): undefined {
  turn.trace.push({ type: 'not-planned', arrow, why })
  if (value !== undefined) turn.effects.push({ type: 'log', level: 'warning', code: why, arrow, facts: { value } })
}
