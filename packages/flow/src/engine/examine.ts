import { matchLiteral, type Subject } from '../matcher/index.ts'
import type { Element } from './compile-flow.ts'
import type { ExaminedWhy, Tier, TraceEntry } from './contract.ts'
import { judge } from './judge.ts'
import { log } from './log.ts'
import type { OpenTurn } from './open-turn.ts'
import type { Step } from './steps.ts'

/** An event as conditions hear it (section 12.2). */
export interface Heard {
  readonly subject: Subject
  /** Some notice, a pressed callback button included: what "callback only" waits for. */
  readonly callback: boolean
  /** Nobody typed, pressed or attached anything: elements with nothing set do not hear it (8.1, 8.3). */
  readonly system: boolean
}

export interface Found {
  readonly element: Element
  readonly tier: Tier
}

/** The first element that an event matches, tier by tier (8.1) and by rank within a tier (8.2). What it looked at is in the trace. */
export function* examine(turn: OpenTurn, heard: Heard): Step<Found | undefined> {
  for (const tier of [1, 2, 3, 4, 5] as const) {
    for (const element of elementsOf(turn, tier)) {
      const why = obstacle(turn, element, heard) ?? (yield* matchOf(turn, element, heard))
      if (why === 'fired') return { element, tier }
      turn.trace.push(examined(element, tier, why))
    }
  }
  return undefined
}

/** What became of one element, for the trace. */
export function examined(element: Element, tier: Tier, why: ExaminedWhy): TraceEntry {
  return element.kind === 'arrow'
    ? { type: 'examined', tier, arrow: element.arrow.id, why }
    : { type: 'examined', tier, block: element.block.number, why }
}

function elementsOf({ flow, session }: OpenTurn, tier: Tier): readonly Element[] {
  if (tier !== 3) return flow.tiers.get(tier) ?? []
  const standing = session.position === null ? undefined : flow.blocks.get(session.position)
  return standing ? standing.listeners : flow.reminders
}

/** What keeps an element from hearing the event at all. */
function obstacle({ flow, session }: OpenTurn, element: Element, { callback, system }: Heard): ExaminedWhy | undefined {
  if (element.kind === 'arrow') {
    const { arrow, timerOnly } = element
    if (timerOnly) return 'timer-only'
    if (!flow.blocks.has(arrow.to)) return 'target-gone'
    if (arrow.once && session.travelled.has(arrow.id)) return 'travelled-once'
  } else {
    const { answerOnce, callbackOnly, number } = element.block
    if (answerOnce && session.answered.has(number)) return 'answered-once'
    if (callbackOnly && !callback) return 'callback-only'
  }
  return system && !element.selective ? 'deaf-to-callbacks' : undefined
}

function* matchOf(turn: OpenTurn, element: Element, { subject }: Heard): Step<ExaminedWhy> {
  const { matcher } = element
  const { matches, why, gaveUp } = matcher.literal ? matchLiteral(matcher, subject) : yield* judge(turn, matcher, subject)
  if (matches) return 'fired'
  const place = element.kind === 'arrow' ? { arrow: element.arrow.id } : { block: element.block.number }
  if (gaveUp) log(turn, { code: 'limit-pattern', ...place })
  if (why === 'comparison-error') log(turn, { code: 'comparison-error', ...place, facts: { source: matcher.compare ?? '' } })
  return why === 'matches' ? 'condition' : why
}
