import type { Arrow } from '../model/flow.ts'
import type { Incoming } from './hear.ts'
import { log } from './log.ts'
import type { OpenTurn } from './open-turn.ts'
import { render } from './render-text.ts'
import type { Step } from './steps.ts'
import { storeAnywhere } from './store-anywhere.ts'

/**
 * "Client enters data" (section 6): what he wrote, trimmed, or the address of an attachment without a caption, goes into the arrow's variable:
 * an order variable, or with a prefix (`client.name`) one of that scope. A name or value that is refused is logged; he goes on all the same.
 */
export function* collect(turn: OpenTurn, { id, variable }: Arrow, event: Incoming): Step<void> {
  const written = (yield* render(turn, variable)).trim()
  const value = answer(event)
  const refusal = storeAnywhere(turn.scope.scopes, written, value)
  if (refusal) log(turn, { code: refusal, arrow: id, facts: { variable: written } })
  else turn.trace.push({ type: 'collected', arrow: id, variable: written, value })
}

function answer(event: Incoming): string {
  if (event.kind === 'unsubscribed') return ''
  if (event.kind !== 'attachment') return event.text.trim()
  const caption = event.caption.trim()
  return caption === '' ? (event.urls[0] ?? '') : caption
}
