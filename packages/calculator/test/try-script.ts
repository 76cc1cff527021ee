import {
  compileExpression,
  compileScript,
  compileTemplate,
  fromPlain,
  isReservedName,
  readVariable,
  toText,
  type Evaluated,
  type RunResult,
  type Scopes,
  type Value,
  type World,
} from '../src/index.ts'
import { library, type TestPorts } from './small-library.ts'

/** Plain key: an order variable or a built-in; `client.x`, `project.x`, `const.x`: the other scopes. */
export type Given = Readonly<Record<string, unknown>>

export interface TestScopes extends Scopes {
  readonly order: Map<string, Value>
  readonly client: Map<string, Value>
  readonly project: Map<string, Value>
}

export function scopesOf(given: Given = {}): TestScopes {
  const stores = {
    order: new Map<string, Value>(),
    client: new Map<string, Value>(),
    project: new Map<string, Value>(),
    const: new Map<string, Value>(),
  }
  const built = new Map<string, Value>()
  for (const [key, plain] of Object.entries(given)) {
    const value = fromPlain(plain)
    if (value === null) continue
    const [scope, name = key] = key.includes('.') ? key.split('.') : ['order', key]
    if (key === name && (isReservedName(name) || name === 'name')) built.set(name, value)
    else stores[scope === 'client' || scope === 'project' || scope === 'const' ? scope : 'order'].set(name, value)
  }
  return { ...stores, constants: stores.const, builtin: (name) => built.get(name) }
}

export function worldOf(changes: Partial<World<TestPorts>> = {}): World<TestPorts> {
  return { now: () => Date.UTC(2026, 2, 10), random: () => 0.5, zone: 'Europe/Moscow', language: 'ru', ports: {}, ...changes }
}

export interface Tried {
  readonly result: RunResult
  readonly scopes: TestScopes
  readonly codes: string[]
  /** What a plain name reads after the run. */
  value(name: string): Value
  /** The same as text. */
  text(name: string): string
}

/** Runs a script that does not wait for anything. */
export function tryScript(source: string, given: Given = {}, world = worldOf()): Tried {
  const scopes = scopesOf(given)
  const result = compileScript(source, library).run(scopes, world)
  if (result instanceof Promise) throw new Error('The script waits.')
  return tried(result, scopes)
}

export async function tryWaitingScript(source: string, given: Given, world: World<TestPorts>): Promise<Tried> {
  const scopes = scopesOf(given)
  return tried(await compileScript(source, library).run(scopes, world), scopes)
}

export function evaluate(source: string, given: Given = {}): Value {
  return evaluated(source, given).value
}

export function evaluated(source: string, given: Given = {}): Evaluated {
  const answer = compileExpression(source, library).evaluate(scopesOf(given), worldOf())
  if (answer instanceof Promise) throw new Error('The expression waits.')
  return answer
}

export function render(text: string, given: Given = {}): string {
  const rendered = compileTemplate(text, library).render(scopesOf(given), worldOf())
  if (typeof rendered !== 'string') throw new Error('The template waits.')
  return rendered
}

function tried(result: RunResult, scopes: TestScopes): Tried {
  const value = (name: string): Value => readVariable(scopes, name)
  return { result, scopes, codes: result.diagnostics.map(({ code }) => code), value, text: (name) => toText(value(name)) }
}
