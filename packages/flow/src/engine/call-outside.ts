import { limits, wellFormed } from '@voronka/calculator'
import type { MaybePromise, OutboundAnswer, OutboundRequest } from '@voronka/functions'
import type { Outside } from './contract.ts'
import type { OpenTurn } from './open-turn.ts'
import { adoptChanges } from './session-changes.ts'
import { shownBody, shownRequest } from './shown-request.ts'
import { isPromise } from './steps.ts'

/** Asks a foreign server. Request and answer are in the trace; what others did to the session meanwhile holds from here on. */
export function callOutside(turn: OpenTurn, request: OutboundRequest): MaybePromise<OutboundAnswer> {
  const call = ++turn.calls
  turn.trace.push({ type: 'requested', call, block: turn.executing ?? null, ...shownRequest(request) })
  const came = ({ answer, tookMs, attempts, changes }: Outside): OutboundAnswer => {
    if (changes) adoptChanges(turn, changes)
    turn.trace.push({
      type: 'answered',
      call,
      status: answer.status,
      body: shownBody(answer.body),
      ...(answer.failure && { failure: answer.failure }),
      ...(tookMs !== undefined && { tookMs }),
      ...(attempts !== undefined && { attempts }),
    })
    keep(turn, answer)
    return answer
  }
  const outside = turn.tools.call(request, () => turn.present())
  return isPromise(outside) ? outside.then(came) : came(outside)
}

/** Every script finds the latest answer under these names. The first is reserved: scripts read it and cannot write it. */
function keep({ session: { variables } }: OpenTurn, { status, body }: OutboundAnswer): void {
  variables.order.set('custom_answer_status', status)
  if (body === '' || body.length > limits.storedValue) variables.order.delete('custom_answer')
  else variables.order.set('custom_answer', wellFormed(body))
}
