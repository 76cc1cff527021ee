import { formOf, hostOf, savedValues, withQuery, type OutboundRequest } from '@voronka/functions'
import type { ApiRequest, Block } from '../model/flow.ts'
import { hasBody } from '../model/kinds.ts'
import { log } from './log.ts'
import type { OpenTurn } from './open-turn.ts'
import { settle, type Step } from './steps.ts'
import { storeAnywhere } from './store-anywhere.ts'
import type { TextPlace } from './text-places.ts'

/**
 * The API request of a block, after its script and actions and before its buttons and text (section 5; http-api, section 10). Whatever becomes of it,
 * the block goes on: `custom_answer` and `custom_answer_status` tell.
 */
export function* ask(turn: OpenTurn, { number: block, request }: Block): Step<void> {
  if (!request || request.url.trim() === '') return
  const asked = yield* requestOf(turn, request)
  const { status, body, failure } = yield* settle(turn.scope.call(asked))
  if (failure !== undefined || status === 0) return log(turn, { code: 'request-failed', block, facts: { url: hostOf(asked.url) } })
  const lines = request.saved.map(({ path, variable }) => ({ path: path.trim(), variable: variable.trim() }))
  const { saved, missing } = savedValues(
    body,
    lines.filter(({ path, variable }) => path !== '' && variable !== ''),
  )
  for (const { variable, value } of saved) {
    const refusal = storeAnywhere(turn.scope.scopes, variable, value)
    if (refusal) log(turn, { code: refusal, block, facts: { variable } })
  }
  for (const path of missing) log(turn, { code: 'not-in-answer', block, facts: { path } })
}

/** The request as it is sent, with every value written as its place wants it. */
export function* requestOf(turn: OpenTurn, { type, url, params, headers, body, timeout, retries }: ApiRequest): Step<OutboundRequest> {
  const fill = (text: string, place?: TextPlace): Step<string> => rendered(turn, text, place)
  const address = yield* addressOf(turn, url)
  const fields = yield* pairs(params, fill)
  const sent = yield* pairs(headers, (text) => fill(text, 'header'))
  const given = sent.find(([name]) => name.toLowerCase() === 'content-type')?.[1].toLowerCase()
  const own =
    type === 'post_form' ? 'application/x-www-form-urlencoded' : hasBody(type) && body.trim() !== '' ? 'application/json' : undefined
  const content =
    type === 'post_form' ? formOf(fields) : hasBody(type) && body.trim() !== '' ? yield* fill(body, placeOf(given ?? own)) : null
  return {
    method: methods[type],
    url: type === 'post_form' ? address : withQuery(address, formOf(fields)),
    headers: given === undefined && own !== undefined ? [...sent, ['Content-Type', own]] : sent,
    body: content,
    timeoutMs: timeout * 1000,
    retries,
  }
}

const methods: Readonly<Record<ApiRequest['type'], OutboundRequest['method']>> = {
  get: 'GET',
  post_form: 'POST',
  post_json: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
}

const placeOf = (contentType: string | undefined): TextPlace | undefined =>
  contentType?.includes('json') ? 'json' : contentType?.startsWith('application/x-www-form-urlencoded') ? 'form' : undefined

/** An address with its values in it. */
export function* addressOf(turn: OpenTurn, url: string): Step<string> {
  return (yield* rendered(turn, url, 'url')).trim()
}

function* rendered({ tools, scope }: OpenTurn, text: string, place: TextPlace | undefined): Step<string> {
  return text.includes('#{') ? yield* settle(tools.render(text, scope, place)) : text
}

function* pairs(fields: ApiRequest['params'], fill: (text: string) => Step<string>): Step<(readonly [name: string, value: string])[]> {
  const filled: (readonly [string, string])[] = []
  for (const { name, value } of fields) {
    const written = (yield* fill(name)).trim()
    if (written !== '') filled.push([written, yield* fill(value)])
  }
  return filled
}
