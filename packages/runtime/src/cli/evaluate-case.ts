import { compileScript, explain, fromPlain, isDict, type Dict, type Value } from '@voronka/calculator'
import { isTimeZone } from '@voronka/flow'
import { library, memoryClient, memoryPorts } from '@voronka/functions'
import { caseVariables, scopeOf } from './case-variables.ts'
import { processorTime } from '../processor-clock.ts'
import { seededRandom } from '../seeded-random.ts'

/**
 * Runs one script in the form of calculator-language, section 15, and answers with the variables after it, the look-up of every name written,
 * given or asked for, and the diagnostics. Throws a sentence when the line is not in that form.
 */
export async function evaluateCase(line: Dict): Promise<Value> {
  if (line.has('call') || line.has('setup')) return (await import('./evaluate-booking.ts')).evaluateBooking(line)
  if (line.has('steps')) return (await import('./evaluate-steps.ts')).evaluateSteps(line, readSetting(line))
  const { script, given, now, timezone, seed, read } = readCase(line)
  const { scopes, order, written, clientId, all, lookUp } = caseVariables(given, now, timezone)
  const result = await compileScript(script, library).run(scopes, {
    now: () => now,
    random: seed === undefined ? Math.random : seededRandom(seed),
    zone: timezone,
    language: 'ru',
    ports: memoryPorts({ connected: false, clientId, order, clients: new Map([[clientId, memoryClient(scopes.client)]]) }),
    stopwatch: processorTime,
  })
  const names = [...given.keys()].flatMap((key) => [key, scopeOf(key).name])
  return new Map<string, Value>([
    ['id', line.get('id') ?? null],
    ['variables', all()],
    ['lookup', new Map([...names, ...written, ...targetsOf(result), ...read].map((name) => [name, lookUp(name)]))],
    ['diagnostics', result.diagnostics.map((diagnostic) => fromPlain({ ...diagnostic, ...explain(diagnostic, 'en') }))],
  ])
}

interface Case extends CaseSetting {
  readonly script: string
  readonly given: Dict
}

export interface CaseSetting {
  /** Milliseconds UTC. */
  readonly now: number
  readonly timezone: string
  readonly seed: number | undefined
  readonly read: readonly string[]
}

function readCase(line: Dict): Case {
  const script = line.get('script')
  const given = line.get('given') ?? new Map<string, Value>()
  if (typeof script !== 'string') throw new Error('script: the source of a script, as text.')
  if (!isDict(given)) throw new Error('given: an object of names and values.')
  return { script, given, ...readSetting(line) }
}

function readSetting(line: Dict): CaseSetting {
  const timezone = line.get('timezone') ?? 'Europe/Moscow'
  const seed = line.get('seed') ?? undefined
  const read = line.get('read') ?? []
  if (typeof timezone !== 'string' || !isTimeZone(timezone))
    throw new Error('timezone: the IANA name of a zone, for example "Europe/Moscow".')
  if (seed !== undefined && typeof seed !== 'number') throw new Error('seed: a number.')
  if (!isTexts(read)) throw new Error('read: an array of names.')
  return { now: momentOf(line.get('now') ?? null), timezone, seed, read }
}

const isTexts = (value: Value): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === 'string')

const isoWithOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

function momentOf(now: Value): number {
  if (now === null) return Date.now()
  const moment = typeof now === 'string' && isoWithOffset.test(now) ? Date.parse(now) : Number.NaN
  if (Number.isNaN(moment)) throw new Error('now: a moment with its offset, for example "2026-03-10T14:05:00+03:00".')
  return moment
}

/** The names that statements assigned to, also where the assignment was refused: `x` and `client.x` of `client.x`, `basket` of `basket["a"]`. */
export function targetsOf({ lines }: { readonly lines: readonly { readonly target?: string }[] }): string[] {
  return lines.flatMap(({ target }) => {
    if (target === undefined) return []
    const [, scope, name = ''] = /^(?:(client|клиент|project|проект)\s*\.\s*)?(.*?)\s*(?:\[.*)?$/su.exec(target) ?? []
    return scope === undefined ? [name] : [name, `${/^[cк]/u.test(scope) ? 'client' : 'project'}.${name}`]
  })
}
