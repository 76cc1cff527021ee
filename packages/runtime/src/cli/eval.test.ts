import { fromPlain } from '@voronka/calculator'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { processorTimeOf } from '../../../house/src/processor-time.ts'
import cases from '../../../calculator/test/conformance/calculator.json' with { type: 'json' }
import type { Expected } from '@voronka/functions'
import { matchesExpected } from '../../../functions/test/matches-expected.ts'
import { runCommand } from '../../test/run-command.ts'
import { runProcess } from '../../test/run-process.ts'

interface Case {
  readonly id: string
  readonly script: string
  readonly expect?: Readonly<Record<string, Expected>>
  readonly expect_one_of?: Readonly<Record<string, readonly Expected[]>>
}

interface Answer {
  readonly id: unknown
  readonly variables: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly lookup: Readonly<Record<string, unknown>>
  readonly diagnostics: readonly { readonly code: string; readonly message: string; readonly line: number }[]
  readonly error?: string
}

// JSON types of a file this large are a union of all its shapes.
const all: readonly Case[] = JSON.parse(JSON.stringify(cases))

const lines = (text: string): Answer[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const evaluate = async (...asked: object[]): Promise<Answer[]> =>
  lines((await runCommand(['eval'], asked.map((each) => JSON.stringify(each)).join('\n'))).stdout)

it('runs steps one after another on one installation, for several clients', async () => {
  const [answer] = await evaluate({
    id: 7,
    project: { format: 1, settings: { language: 'en', constants: [{ name: 'tax', value: '2' }] } },
    steps: [
      { script: "x = 1\nold = get_order_id()\nclient.new = create_order('new')" },
      { script: 'seen = get_order_var(1, "x")\nback = switch_order(1)\nbad = 1 / 0' },
      { script: 'x = x + tax' },
      { script: 'other = get_order_var(1, "x")\nstate = get_state_id()', client: 2 },
    ],
    now: '2026-03-10T14:05:00+03:00',
    read: ['client.new', 'order.new', 'const.tax', 'client_id', 'current_time'],
  })
  const { id, results = [] } = JSON.parse(JSON.stringify(answer)) as { id: unknown; results?: Answer[] }
  expect(id).toBe(7)
  expect(results.map(({ variables: { order } }) => order)).toEqual(
    [{}, { x: 1, old: 1 }, { x: 3, old: 1 }, { other: 3, state: 1 }].map((each) => expect.objectContaining(each)),
  )
  expect(results[0]?.variables['client']).toEqual({ new: 2 })
  expect(results[1]?.diagnostics).toMatchObject([{ line: 3, severity: 'error' }])
  const asked = { 'order.new': null, 'const.tax': '2', current_time: '14:05' }
  expect(results[0]?.lookup).toMatchObject({ new: 2, 'client.new': 2 })
  expect(results[2]?.lookup).toEqual({ x: 3, 'client.new': 2, client_id: 1, ...asked })
  expect(results[3]?.lookup).toMatchObject({ 'client.new': null, client_id: 2, ...asked })
  // The first one loads the whole runtime.
}, 120_000)

it.each([
  [{ steps: [] }, 'steps'],
  [{ steps: [{ script: 1 }] }, 'steps'],
  [{ steps: [{ script: 'x = 1', client: 0 }] }, 'steps'],
  [{ project: { format: 9 }, steps: [{ script: 'x = 1' }] }, 'project'],
  [{ project: 'no-such-file.json', steps: [{ script: 'x = 1' }] }, 'no-such-file'],
])('refuses %j with a sentence', async (asked, word) => {
  expect((await evaluateOne(asked)).error).toContain(word)
})

const evaluateOne = async (asked: object): Promise<Answer> => {
  const [answer] = await evaluate(asked)
  if (!answer) throw new Error('There was no answer.')
  return answer
}

const expected = ({ expect: one = {}, expect_one_of: oneOf = {} }: Case): [string, readonly Expected[]][] => [
  ...Object.entries(one).map(([key, value]): [string, readonly Expected[]] => [key, [value]]),
  ...Object.entries(oneOf),
]

it('gives what the language reference expects of every conformance case, in the real process', async () => {
  const asked = all.map((each) => ({ ...each, read: expected(each).map(([key]) => key) }))
  const { code, stdout } = await runProcess(['eval'], asked.map((each) => JSON.stringify(each)).join('\n'))
  const answers = lines(stdout)
  const wrong = all.flatMap((each, at) =>
    expected(each)
      .filter(([key, values]) => !values.some((value) => matchesExpected(value, fromPlain(answers[at]?.lookup[key]))))
      .map(([key, values]) => ({ id: each.id, key, values, is: answers[at]?.lookup[key] })),
  )
  expect(wrong).toEqual([])
  expect(answers.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  expect(code).toBe(0)
})

it('answers ten thousand short lines in seconds', async () => {
  const asked = Array.from({ length: 10_000 }, (_, id) => JSON.stringify({ id, script: 'sum = price * 3', given: { price: id } }))
  let answers: ReturnType<typeof lines> = []
  const took = await processorTimeOf(async () => (answers = lines((await runCommand(['eval'], asked.join('\n'))).stdout)))
  expect(answers.map(({ lookup }) => lookup.sum)).toEqual(asked.map((_, id) => id * 3))
  expect(took).toBeLessThan(10_000)
})

it('puts given values into the scope that their key names', async () => {
  const given = { a: 1, 'client.b': 'two', 'project.c': [3], 'const.d': { four: 4 }, e: null }
  const { variables, lookup } = await evaluateOne({ script: '', given })
  expect(variables).toEqual({ order: { a: 1 }, client: { b: 'two' }, project: { c: [3] }, const: { d: { four: 4 } } })
  expect(lookup).toMatchObject({ a: 1, 'client.b': 'two', b: 'two', c: [3], d: { four: 4 }, e: null })
})

it('takes a plain key with the name of a built-in as its value', async () => {
  const { variables, lookup } = await evaluateOne({
    script: 'x = client_id + 1\ny = tag\nz = name',
    given: { client_id: 7, tag: null, name: 'Ann' },
  })
  expect(lookup).toMatchObject({ x: 8, y: 'NONE', z: 'Ann', client_id: 7 })
  expect(variables.order).toEqual({ x: 8, y: 'NONE', z: 'Ann' })
})

it('reads the clock at the moment and in the zone of the line', async () => {
  const line = { script: 'd = current_date\nt = current_time', now: '2026-03-10T23:05:00+03:00' }
  expect((await evaluateOne(line)).lookup).toEqual({ d: '10.03.2026', t: '23:05' })
  expect((await evaluateOne({ ...line, timezone: 'Asia/Novosibirsk' })).lookup).toEqual({ d: '11.03.2026', t: '03:05' })
})

it('looks up every name that is written, given or asked for', async () => {
  const script = 'a = 1\nclient.b = 2\ndel c["k"]\nd = 1 / 0\nclient_id = 5\nunpack_list([8], "e")'
  const { lookup } = await evaluateOne({ script, given: { c: { k: 1 }, 'project.f': 6 }, read: ['g', 'client.a'] })
  expect(Object.keys(lookup).sort()).toEqual(['a', 'b', 'c', 'client.a', 'client.b', 'client_id', 'd', 'e1', 'f', 'g', 'project.f'].sort())
})

it('reads names in the order of look-up, and a name with a scope in that scope only', async () => {
  const given = { 'client.x': 'client', 'project.x': 'project', 'const.x': 'const' }
  const { lookup } = await evaluateOne({ script: '', given, read: ['x', 'order.x', 'project.x', 'const.x'] })
  expect(lookup).toMatchObject({ x: 'client', 'order.x': null, 'project.x': 'project', 'const.x': 'const' })
})

it('gives values as JSON where they are values, and texts as they are stored', async () => {
  const script = 'n = 6 / 4\nb = 1 == 1\nl = [1, "2"]\nd = {"b": 1, "10": 2, "2": 3}\nz = "007"\nm = 2.50\nlong = 900719925474099312345'
  const [line = ''] = (await runCommand(['eval'], JSON.stringify({ script }))).stdout.split('\n')
  expect(line).toContain(
    '"order":{"n":1.5,"b":true,"l":[1,"2"],"d":{"b":1,"10":2,"2":3},"z":"007","m":"2.50","long":"900719925474099312345"}',
  )
})

it('keeps the order of keys and every digit of what is given', async () => {
  const { stdout } = await runCommand(
    ['eval'],
    '{"id": {"b": 1, "1": 12345678901234567890}, "script": "", "given": {"d": {"z": 1, "5": 2}, "n": 12345678901234567890}}',
  )
  expect(stdout).toContain('"id":{"b":1,"1":12345678901234567890}')
  expect(stdout).toContain('"order":{"d":{"z":1,"5":2},"n":"12345678901234567890"}')
})

it('draws the same random numbers with the same seed', async () => {
  const line = { script: 'a = random(1, 1000000)\nb = random(1, 1000000)', seed: 7 }
  const [first, again, other] = await evaluate(line, line, { ...line, seed: 8 })
  expect(again?.lookup).toEqual(first?.lookup)
  expect(other?.lookup).not.toEqual(first?.lookup)
  expect(first?.lookup.a).not.toEqual(first?.lookup.b)
})

it('lets functions see and change the variables of the client', async () => {
  const { variables, lookup } = await evaluateOne({
    script: "was = get_client_var(client_id, 'city')\nset_client_var(client_id, 'city', 'Omsk')",
    given: { client_id: 42, 'client.city': 'Kazan' },
  })
  expect(lookup).toMatchObject({ was: 'Kazan', city: 'Omsk' })
  expect(variables.client).toEqual({ city: 'Omsk' })
})

it('tells what is wrong with a line of the script, and where', async () => {
  const { diagnostics, lookup } = await evaluateOne({ script: 'a = 1\nb = 1 / 0' })
  expect(diagnostics).toMatchObject([{ code: 'division-by-zero', severity: 'error', line: 2 }])
  expect(diagnostics[0]?.message).toMatch(/zero/i)
  expect(lookup).toEqual({ a: 1, b: null })
})

it('treats names such as __proto__ and constructor as ordinary', async () => {
  const script = 'constructor = 1\nd = {"__proto__": 2}\nx = d["__proto__"]\ny = d["constructor"]'
  const { stdout } = await runCommand(['eval'], JSON.stringify({ script, read: ['toString', 'constructor'] }))
  expect(stdout).toContain('"order":{"constructor":1,"d":{"__proto__":2},"x":2}')
  expect(JSON.parse(stdout).lookup).toMatchObject({ toString: null, y: null })
})

it('answers a bad line with its id and an error, and goes on in order', async () => {
  const bad = [
    'nonsense',
    '[1]',
    '5',
    'null',
    '{"id": 1}',
    '{"id": 2, "script": 5}',
    '{"id": 3, "script": "", "given": []}',
    '{"id": 4, "script": "", "now": "today"}',
  ]
  const worse = [
    '{"id": 5, "script": "", "timezone": "Nowhere/Land"}',
    '{"id": 6, "script": "", "read": "x"}',
    '{"id": 7, "script": "", "seed": "x"}',
    `{"id": 8, "script": ${'['.repeat(100_000)}`,
  ]
  const answers = lines((await runCommand(['eval'], [...bad, ...worse, '', '{"id": 9, "script": "a = 1"}'].join('\r\n'))).stdout)
  expect(answers.map(({ id }) => id)).toEqual([null, null, null, null, 1, 2, 3, 4, 5, 6, 7, null, 9])
  expect(answers.slice(0, -1).every(({ error }) => typeof error === 'string' && error !== '')).toBe(true)
  expect(answers.at(-1)?.lookup).toEqual({ a: 1 })
})

it('answers every line of any content, in order, with the id that it had', async () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab1 =+-*/()[]{}#\'",.:\n\\й👍', 'client.', '#{', '}', 'del ', 'if(', '\ud800') })
  const key = fc.oneof(text, fc.constantFrom('a', 'client.a', 'const.a', 'tag', 'client_id', '__proto__', 'constructor', 'timestamp'))
  const given = fc.dictionary(key, fc.jsonValue(), { noNullPrototype: true })
  const line = fc.record(
    { id: fc.nat(), script: fc.oneof(text, fc.jsonValue()), given: fc.oneof(given, fc.jsonValue()), read: fc.array(key) },
    { requiredKeys: ['id'] },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (asked) => {
      const answers = await evaluate(...asked)
      expect(answers.map(({ id }) => id)).toEqual(asked.map(({ id }) => id))
      for (const { error, variables, lookup } of answers)
        expect(error === undefined ? [typeof variables, typeof lookup] : typeof error).toEqual(
          error === undefined ? ['object', 'object'] : 'string',
        )
    }),
    { numRuns: 100 },
  )
})

it('goes on after scripts that would never end or would fill the memory', async () => {
  const endless = `a = "${'x'.repeat(1000)}"\n${'a = a + a\n'.repeat(60)}`
  const slow = `t = "${'a'.repeat(5000)}!"\n${'b = regexp_match("(a+)+$", t)\n'.repeat(50)}`
  const deep = `x = ${'('.repeat(50_000)}1${')'.repeat(50_000)}`
  const answers = await evaluate({ id: 1, script: endless }, { id: 2, script: slow }, { id: 3, script: deep }, { id: 4, script: 'a = 1' })
  expect(answers.map(({ id }) => id)).toEqual([1, 2, 3, 4])
  expect(answers[0]?.diagnostics.length).toBeGreaterThan(0)
  expect(answers[3]?.lookup).toEqual({ a: 1 })
})

it('reads characters that are cut in two between chunks, and line separators inside of texts', async () => {
  const line = new TextEncoder().encode(`{"id": "ё\u2028👍", "script": "a = 'ы'"}\n`)
  const { stdout } = await runCommand(
    ['eval'],
    [...line].map((byte) => Uint8Array.of(byte)),
  )
  expect(lines(stdout)).toMatchObject([{ id: 'ё\u2028👍', lookup: { a: 'ы' } }])
})

it('stops quietly when nobody reads its answers any more', async () => {
  const asked = Array.from({ length: 20_000 }, (_, id) => JSON.stringify({ id, script: 'a = 1' })).join('\n')
  const { code, stderr } = await runProcess(['eval'], asked, { readsFirstChunkOnly: true })
  expect(stderr).toBe('')
  expect(code).toBe(0)
})
