import { toText, type LineResult, type RunResult } from '@voronka/calculator'
import { act } from './act.ts'
import { ask } from './ask.ts'
import type { CompiledBlock } from './compile-flow.ts'
import type { EnteredBy } from './contract.ts'
import type { OpenTurn } from './open-turn.ts'
import { cancelLeft } from './pending.ts'
import { leaveOrder } from './visit-order.ts'
import { planTimers } from './plan.ts'
import { speak } from './speak.ts'
import { sendWebhook } from './send-webhook.ts'
import { settle, type Step } from './steps.ts'

/** Executes a block in the order of section 5. An answer that led here is already stored. */
export function* executeBlock(turn: OpenTurn, compiled: CompiledBlock, by: EnteredBy, arrow?: number): Step<void> {
  const { block } = compiled
  turn.executing = block.number
  takePosition(turn, compiled, by, arrow)
  if (compiled.hasScript) report(turn, block.number, yield* settle(turn.tools.run(block.calculator, turn.scope)))
  if (block.actions.length) yield* act(turn, block)
  if (block.request) yield* ask(turn, block)
  if (block.webhook) yield* sendWebhook(turn, block)
  yield* speak(turn, compiled)
  if (block.type === 'close_order') closeOrder(turn)
  // Blocking cancels what was planned, so nothing new is planned either (10.3 row 13).
  if (!turn.session.blocked) yield* planTimers(turn, compiled)
  yield* leaveOrder(turn)
  turn.executing = undefined
}

/** Sets the position, unless the block is one that nobody stands in (section 3), and clears up behind the client (10.3). */
function takePosition(turn: OpenTurn, { block, passing }: CompiledBlock, by: EnteredBy, arrow: number | undefined): void {
  const { session } = turn
  const left = session.position
  if (!passing) {
    session.position = block.number
    if (!session.visited.has(block.number)) session.visited = new Set(session.visited).add(block.number)
  }
  turn.trace.push({ type: 'entered', block: block.number, by, ...(arrow !== undefined && { arrow }), position: session.position })
  if (left !== null && left !== session.position) cancelLeft(turn, left)
}

/** Section 3, Close deal: the order gets its variables as its final snapshot; then they are gone, and the next one collected opens a new order. */
function closeOrder(turn: OpenTurn): void {
  const { session, effects, trace } = turn
  const { order: store } = session.variables
  if (session.order === null && store.size === 0) return
  effects.push({ type: 'close-order', order: session.order, variables: store.snapshot() })
  trace.push({ type: 'order-closed', order: session.order })
  store.clear()
  if (session.order === null) turn.unnumbered++
  session.order = null
}

/** Longer values are cut in the trace; the variables themselves are not. */
const mostShown = 1000

/** Findings of one script that go to the project's log; the trace has them all. */
const mostLogged = 20

function report({ trace, effects }: OpenTurn, block: number, { lines, diagnostics }: RunResult): void {
  for (const line of lines) trace.push({ type: 'line', block, ...shown(line) })
  const errors = diagnostics.filter(({ severity }) => severity === 'error').slice(0, mostLogged)
  for (const { code, line, facts } of errors)
    effects.push({ type: 'log', level: 'error', code, block, facts: { ...facts, line: String(line) } })
}

function shown({ line, source, target, value, diagnostic }: LineResult) {
  const text = value === undefined ? undefined : toText(value)
  return {
    line,
    source,
    ...(target !== undefined && { target }),
    ...(text !== undefined && { value: text.length > mostShown ? `${text.slice(0, mostShown)}…` : text }),
    ...(diagnostic && { diagnostic }),
  }
}
