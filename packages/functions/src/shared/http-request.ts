import { asArray, asDict, isNone, toText, writeJson, type CallWorld, type Value } from '@voronka/calculator'
import type { MaybePromise, OutboundAnswer, OutboundRequest, Ports } from '../ports.ts'
import { formOf, withQuery } from './form.ts'
import { hostOf } from './host-of.ts'
import { onceKnown } from './once-known.ts'
import { savedValues, saveLinesOf } from './saved-values.ts'

interface Asked {
  readonly method: OutboundRequest['method']
  readonly url: string
  readonly params?: Value | undefined
  readonly body?: Value | undefined
  readonly headers: Value | undefined
  readonly save: Value | undefined
}

/** Sends a request as http-api, section 10, says, keeps what came back and gives its body. */
export function httpRequest(asked: Asked, world: CallWorld<Ports>): MaybePromise<Value> {
  const given = asked.headers === undefined || isNone(asked.headers) || asked.headers === '' ? undefined : asDict(asked.headers)
  const headers = given ? Array.from(given, ([name, value]) => [name, toText(value)] as const) : []
  const { body, type } = bodyOf(asked.body, contentType(headers))
  const request: OutboundRequest = {
    method: asked.method,
    url: withQuery(asked.url.trim(), formOf((asked.params !== undefined && asDict(asked.params)) || [])),
    headers: type === undefined ? headers : [...headers, ['Content-Type', type]],
    body,
  }
  return onceKnown(world.ports.requests.send(request), (answer) => keep(request, answer, asked.save, world))
}

function keep(
  { url }: OutboundRequest,
  { status, body, failure }: OutboundAnswer,
  save: Value | undefined,
  world: CallWorld<Ports>,
): Value {
  world.setVariable('custom_answer_status', status)
  if (failure !== undefined || status === 0) {
    world.warn('request-failed', { url: hostOf(url) })
    return null
  }
  const { lines, bad } = saveLinesOf(save)
  const { saved, missing } = savedValues(body, lines)
  for (const { variable, value } of saved) world.setVariable(variable, value)
  for (const line of bad) world.warn('bad-save-line', { line })
  for (const path of missing) world.warn('not-in-answer', { path })
  return body
}

const contentType = (headers: readonly (readonly [string, string])[]): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]

/** `type`: the content type that goes with it, where the headers say nothing. */
function bodyOf(given: Value | undefined, type: string | undefined): { body: string | null; type?: string } {
  if (given === undefined || isNone(given)) return { body: null }
  const dict = asDict(given)
  if (dict && type?.toLowerCase().startsWith('application/x-www-form-urlencoded')) return { body: formOf(dict) }
  const container = asArray(given) ?? dict
  if (container === undefined) return { body: toText(given) }
  const body = typeof given === 'string' ? given : writeJson(container)
  return type === undefined ? { body, type: 'application/json' } : { body }
}
