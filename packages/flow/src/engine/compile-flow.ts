import { compileMatcher, type Matcher } from '../matcher/index.ts'
import type { Arrow, Block, Flow } from '../model/flow.ts'
import { mapInPieces, whole, type Pieces } from '../model/pieces.ts'
import type { Tier } from './contract.ts'

/** A version of a flow, indexed once for any number of turns. */
export interface CompiledFlow {
  readonly blocks: ReadonlyMap<number, CompiledBlock>
  readonly arrows: ReadonlyMap<number, CompiledArrow>
  /** Conditional blocks of tiers 1, 2, 4 and 5 in the order of 8.2; tier 3 belongs to the block where the client stands. */
  readonly tiers: ReadonlyMap<Tier, readonly CompiledBlock[]>
  /** Tier 3 of a client who stands nowhere: legacy reminders. */
  readonly reminders: readonly CompiledBlock[]
}

export interface CompiledBlock {
  readonly kind: 'block'
  readonly block: Block
  readonly matcher: Matcher
  /** Has a condition or a comparison: it goes before those that have neither, and hears system callbacks (8.1-8.2). */
  readonly selective: boolean
  /** Executed without becoming the client's position (section 3). */
  readonly passing: boolean
  readonly hasScript: boolean
  /** Tier 3 of a client who stands here: its arrows, with the legacy reminders, in the order of 8.2. */
  readonly listeners: readonly Element[]
  /** Arrows that are planned when the block is executed (8.3), in the order of 8.2. */
  readonly timers: readonly CompiledArrow[]
  /** Arrows shown as buttons (section 14). */
  readonly buttonArrows: readonly Arrow[]
}

export interface CompiledArrow {
  readonly kind: 'arrow'
  readonly arrow: Arrow
  readonly matcher: Matcher
  readonly selective: boolean
  /** Has a delay, a date or a time. An arrow that collects data has none, whatever its fields say (section 6). */
  readonly timed: boolean
  /** Timed and without a condition to hear: planned on entering its block, never reacting to an event (8.3). */
  readonly timerOnly: boolean
}

/** What an event is matched against. */
export type Element = CompiledBlock | CompiledArrow

/** Indexes a flow: do it once a version. */
export const compileFlow = (flow: Pick<Flow, 'blocks' | 'arrows'>): CompiledFlow => whole(compileFlowInPieces(flow))

/** The same, so that a flow of ten thousand blocks holds nobody up (reliability-promises, P11.2). */
export function* compileFlowInPieces({ blocks, arrows }: Pick<Flow, 'blocks' | 'arrows'>): Pieces<CompiledFlow> {
  const executable = blocks.filter(({ type }) => type !== 'comment')
  const compiledArrows = yield* mapInPieces(arrows, compileArrow)
  const outgoing = new Map<number, CompiledArrow[]>()
  for (const each of compiledArrows) {
    const siblings = outgoing.get(each.arrow.from)
    if (siblings) siblings.push(each)
    else outgoing.set(each.arrow.from, [each])
  }
  const bare = yield* mapInPieces(executable, compileBlock)
  const reminders = bare.filter((each) => tierOf(each) === 3).sort(byRank)
  const compiled = yield* mapInPieces(bare, (each) => withArrows(each, outgoing.get(each.block.number) ?? [], reminders))
  yield
  return {
    blocks: new Map(compiled.map((each) => [each.block.number, each])),
    arrows: new Map(compiledArrows.map((each) => [each.arrow.id, each])),
    tiers: new Map(([1, 2, 4, 5] as const).map((tier) => [tier, compiled.filter((each) => tierOf(each) === tier).sort(byRank)])),
    reminders,
  }
}

/** Section 8.1. Blocks without a tier are entered by arrows and by people only. */
function tierOf({ block: { type, tier }, selective }: CompiledBlock): Tier | undefined {
  if (type === 'start') return tier === 'late' ? 4 : selective ? 1 : 2
  if (type === 'nonstate_cond') return tier === 'arrow' ? 3 : 5
  return undefined
}

function compileBlock(block: Block): CompiledBlock {
  const matcher = compileMatcher(block)
  return {
    kind: 'block',
    block,
    matcher,
    selective: isSelective(matcher),
    passing: block.type === 'nonstate' || block.type === 'nonstate_cond',
    hasScript: block.calculator.trim() !== '',
    listeners: [],
    timers: [],
    buttonArrows: [],
  }
}

function withArrows(compiled: CompiledBlock, outgoing: readonly CompiledArrow[], reminders: readonly CompiledBlock[]): CompiledBlock {
  const buttonArrows = outgoing.map(({ arrow }) => arrow).filter(({ showAsButton }) => showAsButton)
  return {
    ...compiled,
    listeners: [...outgoing, ...reminders].sort(byRank),
    timers: outgoing.filter(({ timerOnly }) => timerOnly).sort(byRank),
    buttonArrows: buttonArrows.sort((a, b) => a.buttonLine - b.buttonLine || a.buttonIndex - b.buttonIndex || a.id - b.id),
  }
}

function compileArrow(arrow: Arrow): CompiledArrow {
  const matcher = compileMatcher(arrow)
  const timed = !arrow.collectsData && (hasDelay(arrow) || arrow.time.trim() !== '' || arrow.date.trim() !== '')
  // Where a lone variable is compared, or `True` with an expression, the condition is a part of the comparison and no text to wait for (7.7).
  const waitsForText = matcher.condition !== undefined && !matcher.bare
  return { kind: 'arrow', arrow, matcher, selective: isSelective(matcher), timed, timerOnly: timed && !waitsForText }
}

function isSelective({ condition, compare }: Matcher): boolean {
  return condition !== undefined || compare !== undefined
}

/** An empty field is no delay, 0 is one (section 6). */
function hasDelay({ delay }: Arrow): boolean {
  return delay !== null && (typeof delay.value === 'number' || delay.value.trim() !== '')
}

/** The order within a tier (8.2): selective ones first, then the higher priority, then the older. */
function byRank(a: Element, b: Element): number {
  const [left, right] = [rankOf(a), rankOf(b)]
  return (
    Number(b.selective) - Number(a.selective) ||
    right.priority - left.priority ||
    Number(left.reminder) - Number(right.reminder) ||
    left.id - right.id
  )
}

function rankOf(element: Element): { readonly priority: number; readonly id: number; readonly reminder: boolean } {
  return element.kind === 'arrow'
    ? { priority: element.arrow.priority, id: element.arrow.id, reminder: false }
    : { priority: element.block.priority, id: element.block.number, reminder: true }
}
