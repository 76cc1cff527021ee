import type { CompiledFlow } from './compile-flow.ts'
import type { Session, Tools } from './contract.ts'
import { OpenTurn } from './open-turn.ts'
import { settle, type Step } from './steps.ts'

/** A text with its `#{...}` filled in from a client's variables, outside a turn: for messages that somebody else addresses to him. */
export function* renderFor(flow: CompiledFlow, session: Session, text: string, tools: Tools): Step<string> {
  const { scope } = new OpenTurn(flow, session, { kind: 'text', text: session.question }, tools)
  return yield* settle(tools.render(text, scope))
}
