import { isName, isNone, isReservedName, limits, toText, wellFormed, type Value, type VariableStore } from '@voronka/calculator'

export type Refusal = 'bad-name' | 'reserved-name' | 'value-too-long' | 'too-many-variables'

/**
 * Stores a value as an assignment does (calculator-language, sections 1, 4, 5): none and the empty text delete. Says why when the name is
 * impossible or a limit is reached; the old value then stays.
 */
export function storeVariable(store: VariableStore, name: string, value: Value): Refusal | undefined {
  if (!isName(name) || name.length > limits.nameLength) return 'bad-name'
  if (isReservedName(name)) return 'reserved-name'
  if (isNone(value) || value === '') {
    store.delete(name)
    return undefined
  }
  if (toText(value).length > limits.storedValue) return 'value-too-long'
  if (!store.has(name) && store.size >= limits.variablesPerScope) return 'too-many-variables'
  store.set(name, typeof value === 'string' ? wellFormed(value) : value)
  return undefined
}
