import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  asArray,
  asDict,
  formatDate,
  formatTime,
  fromPlain,
  isNone,
  localMoment,
  parseScript,
  toNumber,
  toText,
  type Value,
} from '../src/index.ts'
import { callsOf, compileScript, readVariable } from '../src/index.ts'
import { library } from './small-library.ts'
import { scopesOf, worldOf, type TestScopes } from './try-script.ts'

interface Case {
  readonly id: string
  readonly script: string
  readonly given?: Readonly<Record<string, unknown>>
  readonly now?: string
  readonly timezone?: string
  readonly expect?: Readonly<Record<string, unknown>>
  readonly expect_one_of?: Readonly<Record<string, readonly unknown[]>>
}

const file = new URL('conformance/calculator.json', import.meta.url)
const cases: readonly Case[] = JSON.parse(readFileSync(file, 'utf8'))

/** The whole file is run beside the function library; here are the cases that the language alone decides. */
const ofTheLanguage = cases.filter(({ id, script }) => /^(?:lang|op|fn\.if)\b/.test(id) && callsOnlyKnown(script))

describe('conformance cases that need the language alone', () => {
  it('are most of those about the language', () => {
    expect(ofTheLanguage.length).toBeGreaterThan(100)
  })

  it.each(ofTheLanguage)('$id', ({ script, given = {}, now, timezone = 'Europe/Moscow', expect: expected = {} }) => {
    const ms = now === undefined ? Date.UTC(2026, 2, 10) : Date.parse(now)
    const scopes = scopesOf({ ...clockOf(ms, timezone), tag: 'NONE', message_id: 'NONE', ...given })
    compileScript(script, library).run(scopes, worldOf({ now: () => ms, zone: timezone }))
    for (const [key, wanted] of Object.entries(expected)) {
      const actual = read(scopes, key)
      expect(matches(wanted, actual), `${key}: ${toText(actual)} instead of ${JSON.stringify(wanted)}`).toBe(true)
    }
  })
})

function callsOnlyKnown(script: string): boolean {
  // With every function known, the parser finds all that are called; a name that is no function at all is what some cases are about.
  const everyName = new Map(
    Array.from(script.matchAll(/([a-z_0-9]+) ?\(/gi), ([, name = '']) => [name, { name, aliases: [], params: [] }] as const),
  )
  return callsOf(parseScript(script, everyName)).every(({ name }) => library.has(name))
}

function clockOf(ms: number, zone: string): Record<string, unknown> {
  const moment = localMoment(ms, zone)
  const tomorrow = addDays(moment, 1)
  return {
    current_date: formatDate(moment),
    current_time: formatTime({ ...moment, hasSeconds: false }),
    weekday: moment.weekday,
    timestamp: ms / 1000,
    next_day: tomorrow && formatDate(tomorrow),
  }
}

function read(scopes: TestScopes, key: string): Value {
  const [scope, name = ''] = key.split('.')
  if (scope === 'order' || scope === 'client' || scope === 'project') return scopes[scope].get(name) ?? null
  return scope === 'const' ? (scopes.constants.get(name) ?? null) : readVariable(scopes, key)
}

/** Section 15 of the reference. */
function matches(wanted: unknown, actual: Value): boolean {
  if (wanted === null) return isNone(actual) || actual === ''
  if (typeof wanted === 'boolean') return toText(actual) === (wanted ? 'True' : 'False')
  if (typeof wanted === 'string') return toText(actual) === wanted
  if (typeof wanted !== 'number') return deepMatches(fromPlain(wanted), asArray(actual) ?? asDict(actual) ?? null)
  const number = typeof actual === 'boolean' ? undefined : toNumber(actual)
  return number !== undefined && Math.abs(number - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
}

function deepMatches(wanted: Value, actual: Value): boolean {
  const [wantedDict, actualDict] = [asDict(wanted), asDict(actual)]
  if (typeof wanted === 'object' && wantedDict && typeof actual === 'object' && actualDict) {
    return wantedDict.size === actualDict.size && [...wantedDict].every(([key, value]) => deepMatches(value, actualDict.get(key) ?? null))
  }
  const [wantedArray, actualArray] = [asArray(wanted), asArray(actual)]
  if (typeof wanted === 'object' && wantedArray && typeof actual === 'object' && actualArray) {
    return wantedArray.length === actualArray.length && wantedArray.every((value, at) => deepMatches(value, actualArray[at] ?? null))
  }
  return wanted === actual
}
