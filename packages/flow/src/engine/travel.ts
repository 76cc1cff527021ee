import type { CompiledArrow, CompiledBlock } from './compile-flow.ts'
import type { EnteredBy, Pending } from './contract.ts'
import { executeBlock } from './execute-block.ts'
import type { OpenTurn } from './open-turn.ts'
import { cancelTimers } from './pending.ts'
import type { Step } from './steps.ts'

/** Blocks that one event may execute through zero-delay arrows (section 11). */
export const mostAutomatic = 50

/** Blocks that a client may execute in a minute, over all causes (section 11). */
export const mostBlocksPerMinute = 200

/** The client goes over an arrow: "go once" and "cancel timer messages", then its target (sections 8.5, 10.3, 10.4). */
export function* travel(turn: OpenTurn, { arrow }: CompiledArrow, by: EnteredBy): Step<void> {
  const target = turn.flow.blocks.get(arrow.to)
  if (!target || !mayExecute(turn, arrow.to)) return
  if (arrow.once) turn.session.travelled = new Set(turn.session.travelled).add(arrow.id)
  if (arrow.cancelTimers) cancelTimers(turn)
  yield* executeBlock(turn, target, by, arrow.id)
}

/** The client is put into a block without an arrow: its own condition, or somebody's hand. */
export function* enter(turn: OpenTurn, target: CompiledBlock, by: EnteredBy): Step<void> {
  if (mayExecute(turn, target.block.number)) yield* executeBlock(turn, target, by)
}

/** A planned transition falls due: what was decided when it was planned holds, "go once" and the schema are looked at again (10.2). */
export function* fire(turn: OpenTurn, pending: Pending, by: 'timer' | 'automatic'): Step<void> {
  const arrow = turn.flow.arrows.get(pending.arrow)
  const why = !arrow
    ? 'arrow-gone'
    : !turn.flow.blocks.has(arrow.arrow.to)
      ? 'block-gone'
      : arrow.arrow.once && turn.session.travelled.has(pending.arrow)
        ? 'used-once'
        : undefined
  if (why) turn.trace.push({ type: 'dropped', pending, why })
  else if (arrow) yield* travel(turn, arrow, by)
}

/** Runs what goes on by itself, until nothing does or the limit of section 11 is reached. */
export function* runAutomatic(turn: OpenTurn): Step<void> {
  for (let count = 0; ; count++) {
    const chains = turn.automatic.filter((chain) => chain.length > 0)
    const [next, ...others] = chains.pop() ?? []
    if (!next) return
    if (count === mostAutomatic) {
      turn.automatic = []
      return refuse(turn, 'transitions', next.to)
    }
    turn.automatic = [...chains, others]
    yield* fire(turn, next, 'automatic')
  }
}

function mayExecute(turn: OpenTurn, block: number): boolean {
  const { session, tools } = turn
  if (session.recentBlocks.length >= mostBlocksPerMinute) {
    refuse(turn, 'blocks-per-minute', block)
    return false
  }
  session.recentBlocks = [...session.recentBlocks, tools.now]
  return true
}

function refuse(turn: OpenTurn, limit: 'transitions' | 'blocks-per-minute', block: number): void {
  turn.trace.push({ type: 'limit', limit, block })
  turn.effects.push({ type: 'log', level: 'error', code: `limit-${limit}`, block, facts: {} })
}
