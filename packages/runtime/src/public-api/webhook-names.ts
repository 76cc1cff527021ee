import { isArray, isDict, toText, type Value } from '@voronka/calculator'
import type { PublicAction } from './action.ts'
import type { Parameters } from './parameters.ts'

/** What may lie somewhere else. */
const names = ['client_id', 'phone', 'email', 'user_id', 'group_id', 'message'] as const

/**
 * The universal webhook (http-api, section 1.2): `value_client_id=my_client` says that `my_client` holds the client, and
 * `delimiter=.&delimiter_value_client_id=data.id` that it lies at `data.id` of the body.
 */
export function withNames(params: Parameters, { phone = 'phone', email = 'email' }: NonNullable<PublicAction['webhook']>): Parameters {
  const changes: [string, Value | undefined][] = []
  const delimiter = params.text('delimiter')
  for (const name of names) {
    const target = name === 'phone' ? phone : name === 'email' ? email : name
    const pointer = params.text(`value_${name}`)
    const held = pointer === undefined ? undefined : params.get(pointer)
    if (pointer !== undefined && held !== undefined) changes.push([pointer, undefined], [target, held])
    const path = delimiter === undefined ? undefined : params.text(`delimiter_value_${name}`)
    const found = path === undefined || delimiter === undefined ? undefined : walk(params, path.split(delimiter))
    if (found !== undefined) changes.push([target, found])
  }
  return changes.length ? params.with(changes) : params
}

function walk(params: Parameters, path: readonly string[]): Value | undefined {
  const [first = '', ...rest] = path
  const start = params.body !== undefined && isArray(params.body) ? step(params.body, first) : params.get(first)
  const found = rest.reduce<Value | undefined>((value, key) => (value === undefined ? undefined : step(value, key)), start)
  return found === undefined || isArray(found) || isDict(found) ? undefined : toText(found)
}

function step(value: Value, key: string): Value | undefined {
  if (isDict(value)) return value.get(key)
  return isArray(value) && /^\d{1,9}$/.test(key) ? value[Number(key)] : undefined
}

/** Parameters that steer a call and are never kept as variables. */
export const isServiceName = (name: string): boolean =>
  /^(value_|delimiter)/.test(name) || name === 'time_shift' || name === 'send_time' || name === 'resume_bot'
