import type { Arrow } from '../model/flow.ts'
import type { Incoming } from './hear.ts'
import { log } from './log.ts'
import type { OpenTurn } from './open-turn.ts'
import { render } from './render-text.ts'
import type { Step } from './steps.ts'
import { storeVariable } from './store-variable.ts'

/**
 * "Client enters data" (section 6): what he wrote, trimmed, or the address of an attachment without a caption, goes into the arrow's variable:
 * an order variable, or with a prefix (`client.name`) one of that scope. A name or value that is refused is logged; he goes on all the same.
 */
export function* collect(turn: OpenTurn, { id, variable }: Arrow, event: Incoming): Step<void> {
  const written = (yield* render(turn, variable)).trim()
  const [, prefix, name = written] = prefixed.exec(written) ?? []
  const value = answer(event)
  const scope = prefix === undefined ? 'order' : (scopes.get(prefix) ?? 'order')
  const refusal = storeVariable(turn.scope.scopes[scope], name, value)
  if (refusal) log(turn, { code: refusal, arrow: id, facts: { variable: written } })
  else turn.trace.push({ type: 'collected', arrow: id, variable: written, value })
}

const prefixed = /^(client|клиент|project|проект)\s*\.\s*(.*)$/s

const scopes: ReadonlyMap<string, 'client' | 'project'> = new Map([
  ['client', 'client'],
  ['клиент', 'client'],
  ['project', 'project'],
  ['проект', 'project'],
])

function answer(event: Incoming): string {
  if (event.kind === 'unsubscribed') return ''
  if (event.kind !== 'attachment') return event.text.trim()
  const caption = event.caption.trim()
  return caption === '' ? (event.urls[0] ?? '') : caption
}
