import type { OutboundRequest } from '@voronka/functions'
import type { ApiRequest } from '../model/flow.ts'
import { requestOf } from './ask.ts'
import type { CompiledFlow } from './compile-flow.ts'
import type { Session, Tools } from './contract.ts'
import { OpenTurn } from './open-turn.ts'
import type { Step } from './steps.ts'

/** The API request of a block as it would be sent for a client, outside a turn: for trying it. */
export function* requestFor(flow: CompiledFlow, session: Session, request: ApiRequest, tools: Tools): Step<OutboundRequest> {
  return yield* requestOf(new OpenTurn(flow, session, { kind: 'text', text: session.question }, tools), request)
}
