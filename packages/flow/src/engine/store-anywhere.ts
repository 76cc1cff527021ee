import type { Scopes, Value } from '@voronka/calculator'
import { storeVariable, type Refusal } from './store-variable.ts'

/** Stores under a name as a person writes it: an order variable, or with a prefix (`client.name`) one of that scope. */
export function storeAnywhere(scopes: Scopes, written: string, value: Value): Refusal | undefined {
  const [, prefix, name = written] = prefixed.exec(written) ?? []
  const scope = prefix === undefined ? 'order' : (scopeNames.get(prefix) ?? 'order')
  return storeVariable(scopes[scope], name, value)
}

const prefixed = /^(client|клиент|project|проект)\s*\.\s*(.*)$/s

const scopeNames: ReadonlyMap<string, 'client' | 'project'> = new Map([
  ['client', 'client'],
  ['клиент', 'client'],
  ['project', 'project'],
  ['проект', 'project'],
])
