import type { Block } from '../model/flow.ts'
import { addressOf } from './ask.ts'
import { log } from './log.ts'
import type { OpenTurn } from './open-turn.ts'
import { maskedUrl } from './shown-request.ts'
import type { Step } from './steps.ts'

/** The webhook option of a block: sends the client's data at the stage of the API request (section 4). */
export function* sendWebhook(turn: OpenTurn, { number: block, webhook }: Block): Step<void> {
  const url = yield* addressOf(turn, webhook)
  if (url === '') return
  if (!/^https?:/i.test(url) || !URL.canParse(url))
    return log(turn, { code: 'request-failed', block, facts: { url: maskedUrl(url).slice(0, 100) } })
  const { order, client } = turn.session.variables
  turn.effects.push({ type: 'webhook', block, url, variables: { order: order.snapshot(), client: client.snapshot() } })
  turn.trace.push({ type: 'webhook', block, url: maskedUrl(url) })
}
