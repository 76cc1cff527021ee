import { isArray, isDict, writeJson, type Value } from '@voronka/calculator'
import type { CarriedVariables } from '@voronka/flow/engine'
import type { Parameters } from './parameters.ts'
import { isServiceName } from './webhook-names.ts'

/**
 * Values by the scope that their names say: `client.x` belongs to the client, `x` to his current order (http-api, section 5). Objects and lists are kept
 * as JSON text.
 */
export function scoped(values: Iterable<readonly [name: string, value: Value]>): CarriedVariables {
  const order: [string, Value][] = []
  const client: [string, Value][] = []
  for (const [name, given] of values) {
    const value = isArray(given) || isDict(given) ? writeJson(given) : typeof given === 'bigint' ? String(given) : given
    const [, own] = /^(?:client|клиент)\.(.+)$/.exec(name) ?? []
    if (own === undefined) order.push([name, value])
    else client.push([own, value])
  }
  return { order, client }
}

/** Whatever a callback says besides its service parameters is stored (section 2). */
export function carriedBy(params: Parameters, service: readonly string[]): CarriedVariables {
  return scoped(params.entries.filter(([name]) => !isServiceName(name) && !service.includes(name)))
}

export const isEmpty = ({ order, client }: CarriedVariables): boolean => order.length === 0 && client.length === 0
