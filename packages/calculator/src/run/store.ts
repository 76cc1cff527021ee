import type { ScopeName } from '../contract.ts'
import { ScriptError } from '../errors.ts'
import { limits } from '../limits.ts'
import { isReservedName } from '../names.ts'
import { isName } from '../syntax/characters.ts'
import { isNone } from '../value/classify.ts'
import { toText } from '../value/coerce.ts'
import { isDict } from '../value/json.ts'
import { length, wellFormed } from '../value/text-units.ts'
import type { Value } from '../values.ts'
import { reportError } from './report.ts'
import type { Run } from './run.ts'

/**
 * Stores a value under a name that is known to be sound; none and the empty text delete the variable (section 2). What is beyond a limit is
 * refused: the old value stays, and a diagnostic is written. Answers whether it was stored.
 */
export function write(run: Run, scope: ScopeName, name: string, value: Value): boolean {
  const store = run.scopes[scope]
  if (isNone(value) || value === '') {
    store.delete(name)
    return true
  }
  const sound = typeof value === 'string' ? wellFormed(value) : value
  const refusal = whyRefused(run, scope, name, sound)
  if (refusal) {
    reportError(run, refusal)
    return false
  }
  store.set(name, sound)
  return true
}

/** For `unpack_list`: order variables whose names come from data. */
export function writeFromFunction(run: Run, name: string, value: Value): void {
  if (mayWrite(run, name)) write(run, 'order', name, value)
}

/** Whether a name that was put together while running can be assigned to; otherwise a diagnostic is written. */
export function mayWrite(run: Run, name: string): boolean {
  if (!isName(name)) reportError(run, new ScriptError('impossible-name', { name: name.slice(0, 60) }))
  else if (isReservedName(name)) reportError(run, new ScriptError('reserved-name', { name }))
  else return true
  return false
}

function whyRefused(run: Run, scope: ScopeName, name: string, value: Value): ScriptError | undefined {
  if (name.length > limits.nameLength) return new ScriptError('name-too-long', { limit: String(limits.nameLength) })
  if (!fits(run, scope, name, value)) return new ScriptError('value-too-long', { name, limit: String(limits.storedValue) })
  const store = run.scopes[scope]
  if (store.size < limits.variablesPerScope || store.has(name)) return undefined
  return new ScriptError('too-many-variables', { name, limit: String(limits.variablesPerScope) })
}

function fits(run: Run, scope: ScopeName, name: string, value: Value): boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return true
  const units = typeof value === 'string' ? value.length : jsonLength(value, limits.storedValue * 2, 0)
  const fit = units <= limits.storedValue || (units <= limits.storedValue * 2 && length(toText(value)) <= limits.storedValue)
  if (fit) run.countStored(scope, name, units)
  return fit
}

/** UTF-16 length of a value's text, not counted further than `most`. Too deep counts as too long. */
function jsonLength(value: Value, most: number, depth: number): number {
  if (typeof value === 'string') return needsEscapes.test(value) ? JSON.stringify(value).length : value.length + 2
  if (value === null || typeof value !== 'object') return toText(value).length
  if (depth >= limits.nesting) return most + 1
  let sum = 2
  if (isDict(value)) {
    for (const [key, inner] of value) {
      sum += key.length + 4 + jsonLength(inner, most - sum, depth + 1)
      if (sum > most) return sum
    }
    return sum
  }
  for (const inner of value) {
    sum += 1 + jsonLength(inner, most - sum, depth + 1)
    if (sum > most) return sum
  }
  return sum
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const needsEscapes = /["\\\u0000-\u001f]/
