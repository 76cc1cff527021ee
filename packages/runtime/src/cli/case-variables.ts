import { readVariable, reservedNames, softNames, type Dict, type Scopes, type Value } from '@voronka/calculator'
import { clockBuiltin } from '@voronka/flow/engine'

const scopeNames = ['order', 'client', 'project', 'const'] as const
type ScopeName = (typeof scopeNames)[number]

export interface CaseVariables {
  readonly scopes: Scopes
  /** The order scope itself. */
  readonly order: Map<string, Value>
  /** Names that were written to or deleted, in any scope; those of client and project with their scope, too. */
  readonly written: ReadonlySet<string>
  /** Number of the client whose script it is. */
  readonly clientId: number
  /** Every scope's variables. */
  all(): Dict
  lookUp(key: string): Value
}

/**
 * The variables of one case (calculator-language, section 15). A plain name is an order variable or, if a built-in has it, that one's value;
 * a scope before it names another scope; `null` is absent.
 */
export function caseVariables(given: Dict, now: number, zone: string): CaseVariables {
  const written = new Set<string>()
  const stores = {
    order: new NotingStore(written, (name) => [name]),
    client: new NotingStore(written, (name) => [name, `client.${name}`]),
    project: new NotingStore(written, (name) => [name, `project.${name}`]),
    const: new NotingStore(written, (name) => [name]),
  }
  const builtins = new Map<string, Value>()
  for (const [key, value] of given) {
    const { scope, name } = scopeOf(key)
    if (!scope && builtinNames.has(name)) builtins.set(name, value ?? whenAbsent.get(name) ?? null)
    else if (value !== null) stores[scope ?? 'order'].set(name, value)
  }
  written.clear()
  const builtin = (name: string) =>
    builtins.get(name) ?? (builtins.has(name) ? null : (clockBuiltin(name, now, zone) ?? whenAbsent.get(name)))
  const scopes: Scopes = { order: stores.order, client: stores.client, project: stores.project, constants: stores.const, builtin }
  const clientId = Number(builtins.get('client_id'))
  return {
    scopes,
    order: stores.order,
    written,
    clientId: Number.isSafeInteger(clientId) && clientId > 0 ? clientId : 1,
    all: () => new Map(scopeNames.map((scope) => [scope, new Map([...stores[scope]].map(([name, value]) => [name, answered(value)]))])),
    lookUp: (key) => lookUpIn(scopes, key),
  }
}

/** `order.x`, `client.x`, `project.x`, `const.x`: in that scope only; any other name as a script reads it. */
export function lookUpIn(scopes: Scopes, key: string): Value {
  const { scope, name } = scopeOf(key)
  if (!scope) return answered(readVariable(scopes, name))
  return answered(scopes[scope === 'const' ? 'constants' : scope].get(name) ?? null)
}

/** `client.x` is `x` of the scope `client`; a name without a scope that we know is a plain one. */
export function scopeOf(key: string): { scope?: ScopeName; name: string } {
  const scope = scopeNames.find((each) => key.startsWith(`${each}.`))
  return scope ? { scope, name: key.slice(scope.length + 1) } : { name: key }
}

/** `E` and `PI` are not among them: a variable of that name hides those. */
const builtinNames: ReadonlySet<string> = new Set([...reservedNames, ...softNames].map(({ name }) => name))

/** What these built-ins say of somebody who has not written yet (calculator-language, section 4.2). */
const whenAbsent: ReadonlyMap<string, Value> = new Map([
  ['message_id', 'NONE'],
  ['tag', 'NONE'],
])

/** A whole number of more than 15 digits as text: most readers of JSON would round it. */
export const answered = (value: Value): Value => (typeof value === 'bigint' ? String(value) : value)

class NotingStore extends Map<string, Value> {
  readonly #written: Set<string>
  readonly #keysOf: (name: string) => readonly string[]

  constructor(written: Set<string>, keysOf: (name: string) => readonly string[]) {
    super()
    this.#written = written
    this.#keysOf = keysOf
  }

  override set(name: string, value: Value): this {
    for (const key of this.#keysOf(name)) this.#written.add(key)
    return super.set(name, value)
  }

  override delete(name: string): boolean {
    for (const key of this.#keysOf(name)) this.#written.add(key)
    return super.delete(name)
  }
}
