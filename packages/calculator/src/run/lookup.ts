import type { ScopeName, Scopes } from '../contract.ts'
import { isReservedName, isSoftName, numberConstants } from '../names.ts'
import type { Value } from '../values.ts'
import type { Run } from './run.ts'

/**
 * Reads a plain name in the order of section 4.1: reserved built-ins, then order, client, project, constants, then the soft built-ins and
 * the constants `E` and `PI`. None when there is nothing of that name.
 */
export function readVariable(scopes: Scopes, name: string): Value {
  return findVariable(scopes, name) ?? null
}

/** Like `readVariable`, but undefined when there is no variable of that name (a reserved built-in always is one). */
export function findVariable(scopes: Scopes, name: string): Value | undefined {
  if (isReservedName(name)) return scopes.builtin(name) ?? null
  return scopes.order.get(name) ?? findBeyondOrder(scopes, name)
}

/**
 * The same name, in the form in which engines keep names of properties. The parser's texts are pieces of the source, and looking up a piece takes
 * several times longer.
 */
export function lookupKey(name: string): string {
  return Object.keys({ [name]: 0 })[0] ?? name
}

/** Reads a name that is known not to be reserved. */
export function readPlain(run: Run, name: string): Value {
  return run.order.get(name) ?? findBeyondOrder(run.scopes, name) ?? null
}

/** The rest of the way, for a name that is not reserved and not in the order. */
export function findBeyondOrder(scopes: Scopes, name: string): Value | undefined {
  return (
    scopes.client.get(name) ??
    scopes.project.get(name) ??
    scopes.constants.get(name) ??
    (isSoftName(name) ? (scopes.builtin(name) ?? null) : numberConstants.get(name))
  )
}

/** The scope in which a variable without prefix stands, for changing an element of it (section 5.2). */
export function scopeHolding(scopes: Scopes, name: string): ScopeName | 'constants' | undefined {
  for (const scope of ['order', 'client', 'project', 'constants'] as const) {
    if ((scopes[scope].get(name) ?? null) !== null) return scope
  }
  return undefined
}
