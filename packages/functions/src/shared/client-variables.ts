import type { Value } from '@voronka/calculator'
import type { MaybePromise, Ports } from '../ports.ts'

/**
 * Variables of a client. Those of the running client come from his dialogue, because the turn may have changed them and nothing is stored yet.
 * Undefined: there is no such client.
 */
export function readVariables(
  { conversation, clients }: Ports,
  clientId: number,
  names: readonly string[],
): MaybePromise<ReadonlyMap<string, Value> | undefined> {
  if (clientId !== conversation.clientId) return clients.getVariables(clientId, names)
  const found = new Map<string, Value>()
  for (const name of names) {
    const value = conversation.getVariable(name)
    if (value !== undefined) found.set(name, value)
  }
  return found
}

/** False: there is no such client, or one of the variables was refused. */
export function writeVariables(
  { conversation, clients }: Ports,
  clientId: number,
  values: ReadonlyMap<string, Value>,
): MaybePromise<boolean> {
  if (clientId !== conversation.clientId) return clients.setVariables(clientId, values)
  let accepted = true
  for (const [name, value] of values) accepted = conversation.setVariable(name, value) && accepted
  return accepted
}
