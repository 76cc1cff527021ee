import { parseJson, type Dict } from '@voronka/calculator'
import { expect, it } from 'vitest'
import { evaluateCase } from '../cli/evaluate-case.ts'
import { runCommand } from '../../test/run-command.ts'
import hard from '../../test/conformance/booking-hard.json' with { type: 'json' }
import cases from '../../test/conformance/booking.json' with { type: 'json' }

interface Step {
  readonly call: string
  readonly expect: unknown
}
interface Case {
  readonly id: string
  readonly call?: string
  readonly expect?: unknown
  readonly steps?: readonly Step[]
}

// JSON types of files this large are unions of all their shapes.
const all: readonly Case[] = JSON.parse(JSON.stringify([...cases, ...hard]))

const steps = ({ steps: given, call = '', expect: wanted }: Case): readonly Step[] => given ?? [{ call, expect: wanted }]

/** Booking, section 10: exactly, but `$partial` tells some keys, `$in` one of several. */
function holds(wanted: unknown, found: unknown): boolean {
  if (typeof wanted === 'object' && wanted !== null) {
    if ('$partial' in wanted) return holdsPartly(wanted.$partial, found)
    if ('$in' in wanted) return Array.isArray(wanted.$in) && wanted.$in.some((each) => holds(each, found))
  }
  return JSON.stringify(wanted) === JSON.stringify(found)
}

function holdsPartly(wanted: unknown, found: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return holds(wanted, found)
  if (typeof found !== 'object' || found === null) return false
  const values = new Map(Object.entries(found))
  return Object.entries(wanted).every(([key, value]) => holdsPartly(value, values.get(key)))
}

it('gives what the reference expects of every case, through the command', async () => {
  const { stdout } = await runCommand(['eval'], all.map((each) => JSON.stringify(each)).join('\n'))
  const answers: { id: string; results?: unknown[]; error?: string }[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  const wrong = all.flatMap((one, index) => {
    const { results = [], error } = answers[index] ?? {}
    const good = results.length === steps(one).length && steps(one).every(({ expect: wanted }, at) => holds(wanted, results[at]))
    return good ? [] : [{ id: one.id, results, error }]
  })
  expect(wrong).toEqual([])
}, 180_000)

it.each([
  ['{"now": "tomorrow", "call": "x"}', 'now'],
  ['{"now": "2024-02-01 12:00", "timezone": "Mars/Base", "call": "x"}', 'timezone'],
  ['{"now": "2024-02-01 12:00", "call": 5}', 'steps'],
  ['{"now": "2024-02-01 12:00", "setup": {}, "steps": [{"call": "x", "client": 0}]}', 'steps'],
  ['{"now": "2024-02-01 12:00", "setup": {"branches": [{"id": 0}]}, "call": "x"}', 'setup'],
  [
    '{"now": "2024-02-01 12:00", "setup": {"bookings": [{"id": 1, "employee_id": 3, "date": "2024-02-05", "time": "09:00", "duration": 5}]}, "call": "x"}',
    'employee',
  ],
])('refuses %s with a sentence', async (line, word) => {
  await expect(evaluateCase(parseJson(line) as Dict)).rejects.toThrow(word)
})
