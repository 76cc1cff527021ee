import {
  addDays,
  compileScript,
  formatDate,
  formatTime,
  fromPlain,
  localMoment,
  readVariable,
  reservedNames,
  softNames,
  type Language,
  type RunResult,
  type Scopes,
  type Value,
  type World,
} from '@voronka/calculator'
import { library, type Ports } from '../src/index.ts'
import { testWorld } from './test-world.ts'

/** Values before a run, in the form of calculator-language, section 15: `x`, `client.x`, `project.x`, `const.x`, or a built-in. */
export type Given = Readonly<Record<string, unknown>>

export interface ScriptSetting {
  readonly given?: Given
  readonly now?: string
  readonly timezone?: string
  readonly language?: Language
}

export interface ScriptOutcome extends RunResult {
  /** The value that a key of section 15 means: a plain name by the look-up, `order.x` and its like in that scope only. */
  read(key: string): Value | undefined
}

/** Runs a script with the real library over in-memory ports. */
export async function runScript(source: string, setting: ScriptSetting = {}): Promise<ScriptOutcome> {
  const { given = {}, now, timezone, language } = setting
  const fixed = { ...(now && { now }), ...(timezone && { zone: timezone }), ...(language && { language }) }
  const order = new Map<string, Value>()
  const world: World<Ports> = testWorld({ ...fixed, memory: { order } })
  const scopes = scopesOf(given, world, order)
  const result = await compileScript(source, library).run(scopes, world)
  return { ...result, read: (key) => readKey(scopes, key) }
}

interface TestScopes extends Scopes {
  readonly order: Map<string, Value>
  readonly client: Map<string, Value>
  readonly project: Map<string, Value>
  readonly constants: Map<string, Value>
}

function scopesOf(given: Given, world: World<Ports>, order: Map<string, Value>): TestScopes {
  const builtins = new Map<string, Value>(clock({ now: world.now(), zone: world.zone }))
  const scopes: TestScopes = {
    order,
    client: new Map(),
    project: new Map(),
    constants: new Map(),
    builtin: (name) => builtins.get(name),
  }
  for (const [key, plain] of Object.entries(given)) {
    const value = fromPlain(plain)
    const [scope, name] = scoped(key)
    if (scope) storeOf(scopes, scope).set(name, value)
    else if (isBuiltin(name)) builtins.set(name, value)
    else if (value !== null) scopes.order.set(name, value)
  }
  return scopes
}

function readKey(scopes: TestScopes, key: string): Value | undefined {
  const [scope, name] = scoped(key)
  return scope ? storeOf(scopes, scope).get(name) : readVariable(scopes, name)
}

type ScopeKey = 'order' | 'client' | 'project' | 'const'

function scoped(key: string): [ScopeKey | undefined, string] {
  const match = /^(order|client|project|const)\.(.*)$/su.exec(key)
  const scope = (['order', 'client', 'project', 'const'] as const).find((each) => each === match?.[1])
  return scope ? [scope, match?.[2] ?? ''] : [undefined, key]
}

function storeOf(scopes: TestScopes, scope: ScopeKey): Map<string, Value> {
  return scope === 'const' ? scopes.constants : scopes[scope]
}

function isBuiltin(name: string): boolean {
  return [...reservedNames, ...softNames].some((each) => each.name === name)
}

/** The built-ins that come from the clock, and those that say `NONE` while there is nothing. */
function clock({ zone, ...world }: { now: number; zone: string }): [string, Value][] {
  const now = localMoment(world.now, zone)
  const tomorrow = addDays(now, 1)
  return [
    ['current_date', formatDate(now)],
    ['next_day', tomorrow ? formatDate(tomorrow) : null],
    ['current_time', formatTime({ ...now, hasSeconds: false })],
    ['weekday', now.weekday],
    ['timestamp', world.now / 1000],
    ['tag', 'NONE'],
    ['message_id', 'NONE'],
  ]
}
