/** What holds for any flow and any dialogue. */
import { parseJson, writeJson, type Value } from '@voronka/calculator'
import { library, memoryPorts } from '@voronka/functions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compileFlow,
  createCalculatorTools,
  drive,
  newSession,
  sessionFromJson,
  sessionToJson,
  step,
  type Event,
  type Session,
  type Tools,
  type Turn,
} from '../../src/engine/index.ts'
import { blockTypes, delayUnits, flowSchema, matchTypes } from '../../src/model/flow.ts'
import { anna } from './flow-builder.ts'

const word = fc.constantFrom(
  'да',
  'нет',
  'цена 5',
  '/start',
  '#{x}',
  '',
  'да;нет',
  '(да|нет) цена',
  '^\\d+$',
  '#{none}',
  'attachment_message',
)
const compare = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('x == 1', 'x', 'random(1, 9) > 4', 'x +', 'message_id == 2') },
)
const fields = {
  condition: word,
  ignore: fc.oneof({ weight: 5, arbitrary: fc.constant('') }, word),
  compare,
  matchType: fc.constantFrom(...matchTypes),
  priority: fc.integer({ min: 1, max: 20 }),
}
const script = fc.constantFrom(
  '',
  '',
  'x = random(0, 3)',
  'x = x + 1',
  'n = delete_pended_messages()',
  'pause_bot(5)',
  'unsubscribe()',
  'client.y = {"a": [1, "b"]}',
  'x = 12345678901234567890',
  'x = 1 / 0',
)
const block = fc.record({
  type: fc.constantFrom(...blockTypes),
  tier: fc.constantFrom('normal', 'late', 'arrow'),
  text: word,
  calculator: script,
  answerOnce: fc.boolean(),
  callbackOnly: fc.boolean(),
  ...fields,
})
const delay = fc.option(fc.record({ value: fc.constantFrom(0, 0, 1, 30, '#{x}', 'x'), unit: fc.constantFrom(...delayUnits) }), {
  nil: null,
})
const arrow = fc.record({
  ...fields,
  from: fc.integer({ min: 1, max: 6 }),
  to: fc.integer({ min: 1, max: 7 }),
  delay,
  time: fc.constantFrom('', '', '', '09:00', '#{x}'),
  date: fc.constantFrom('', '', '', '11.03.2026'),
  collectsData: fc.boolean(),
  variable: fc.constantFrom('x', 'client.z', ''),
  cancelIfLeft: fc.boolean(),
  cancelTimers: fc.boolean(),
  doNotCancel: fc.boolean(),
  once: fc.boolean(),
  showAsButton: fc.boolean(),
})

const flows = fc
  .record({ blocks: fc.array(block, { minLength: 1, maxLength: 6 }), arrows: fc.array(arrow, { maxLength: 14 }) })
  .map(({ blocks, arrows }) =>
    flowSchema.parse({
      format: 1,
      blocks: blocks.map((each, at) => ({ number: at + 1, ...each })),
      arrows: arrows.map((each, at) => ({ id: at + 1, ...each })),
    }),
  )

const message = fc.constantFrom('да', 'нет', 'цена 5', '/start', '42', 'что-то')
const events: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: message }),
  fc.record({ kind: fc.constant('button' as const), text: message }),
  fc.record({ kind: fc.constant('callback' as const), text: message, pressed: fc.boolean() }),
  fc.record({ kind: fc.constant('attachment' as const), urls: fc.constant(['u']), caption: fc.constantFrom('', 'да') }),
  fc.record({ kind: fc.constant('timer' as const), pending: fc.integer({ min: 1, max: 20 }) }),
  fc.record({
    kind: fc.constant('send-block' as const),
    block: fc.integer({ min: 1, max: 7 }),
    by: fc.constantFrom('broadcast', 'operator', 'test', 'api'),
  }),
  fc.constant({ kind: 'unsubscribed' as const }),
  fc.record({ kind: fc.constant('cancel-pending' as const), pending: fc.integer({ min: 1, max: 5 }) }),
)

const tools = createCalculatorTools(library)
const start = Date.parse('2026-03-10T12:00:00+03:00')

/** A dialogue of a minute a turn; every turn with fresh project variables, so that turns can be repeated. */
function play(
  flow: Parameters<typeof compileFlow>[0],
  dialogue: readonly Event[],
  take: (before: Session, turn: Turn, again: (draws?: readonly number[]) => Turn) => void,
): void {
  const compiled = compileFlow(flow)
  let session = newSession(anna)
  let seed = 1
  dialogue.forEach((event, at) => {
    const before = session
    const from = seed
    const once = (random: () => number): Turn => {
      const turn = drive(step(compiled, before, event, toolsAt(start + at * 60_000, random)))
      return turn instanceof Promise ? expect.fail('nothing waits') : turn
    }
    const dice = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
    const turn = once(dice)
    take(before, turn, (draws) => {
      if (draws) {
        const recorded = [...draws]
        return once(() => recorded.shift() ?? expect.fail('more draws than were recorded'))
      }
      const after = seed
      seed = from
      const again = once(dice)
      seed = after
      return again
    })
    session = turn.session
  })
}

function toolsAt(now: number, random: () => number): Tools {
  const project = {
    id: 1,
    constants: new Map(),
    variables: new Map(),
    pendingLimit: 30,
    firstMessage: 'first',
    unknownAnswer: 'unknown',
    enabled: true,
  }
  return tools.forTurn({
    now,
    zone: 'Europe/Moscow',
    language: 'ru',
    random,
    ports: memoryPorts(),
    project,
    buttonsSupported: true,
  })
}

const dialogues = fc.array(events, { minLength: 1, maxLength: 12 })

describe('any flow and any dialogue', () => {
  it('the same input gives the same turn, and so do the recorded draws; the session handed in stays as it was', () => {
    fc.assert(
      fc.property(flows, dialogues, (flow, dialogue) => {
        play(flow, dialogue, (before, turn, again) => {
          const frozen = structuredClone(before)
          expect(again()).toEqual(turn)
          expect(again(turn.trace.draws)).toEqual(turn)
          expect(before).toEqual(frozen)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('pending entries change by planning, cancelling and firing alone, within the limit, each number once', () => {
    fc.assert(
      fc.property(flows, dialogues, (flow, dialogue) => {
        const given = new Set<number>()
        play(flow, dialogue, (before, { session, effects, trace }) => {
          const expected = new Map(before.pending.map((entry) => [entry.id, entry]))
          for (const effect of effects) {
            if (effect.type === 'plan') {
              expect(given.has(effect.entry.id)).toBe(false)
              given.add(effect.entry.id)
              expected.set(effect.entry.id, effect.entry)
            }
            if (effect.type === 'cancel') expect(expected.delete(effect.pending)).toBe(true)
          }
          const gone = [...expected.keys()].filter((id) => !session.pending.some((entry) => entry.id === id))
          expect(gone.length).toBeLessThanOrEqual(trace.event.kind === 'timer' ? 1 : 0)
          expect(session.pending.length).toBeLessThanOrEqual(30)
          for (const { due, plannedAt } of session.pending) expect(due).toBeGreaterThanOrEqual(plannedAt)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('no entry that was there outlives delete_pended_messages()', () => {
    const clearing = 'n = delete_pended_messages()'
    fc.assert(
      fc.property(flows, dialogues, (flow, dialogue) => {
        const blocks = flow.blocks.map((each) => ({ ...each, calculator: clearing }))
        play({ blocks, arrows: flow.arrows }, dialogue, (before, { session, trace }) => {
          if (!trace.entries.some((entry) => entry.type === 'line')) return
          const old = new Set(before.pending.map(({ id }) => id))
          expect(session.pending.filter(({ id }) => old.has(id))).toEqual([])
        })
      }),
      { numRuns: 300 },
    )
  })

  it('a session survives its journey through JSON', () => {
    fc.assert(
      fc.property(flows, dialogues, (flow, dialogue) => {
        play(flow, dialogue, (_, { session }) => {
          expect(sessionFromJson(sessionToJson(session), session.pending)).toEqual(session)
        })
      }),
      { numRuns: 200 },
    )
  })

  it('a trace is plain JSON', () => {
    fc.assert(
      fc.property(flows, dialogues, (flow, dialogue) => {
        play(flow, dialogue, (_, { trace }) => expect(JSON.parse(JSON.stringify(trace))).toEqual(trace))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a stored session', () => {
  const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constant(null),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.bigInt({ min: 10n ** 16n, max: 10n ** 30n }),
      fc.string({ unit: 'binary' }),
      fc.array(tie('value')),
      fc
        .array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '10', '2')), tie('value')))
        .map((pairs) => new Map(pairs)),
    ),
  })).value

  it('keeps every value with its kind, the order of keys and any name', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', '7', 'd', 'n')), value), (given) => {
        const variables = { order: new Map(Object.entries(given)), client: new Map([['__proto__', 'x']]) }
        const read = sessionFromJson(sessionToJson({ ...newSession(anna), variables }), [])
        expect(read.variables).toEqual(variables)
        expect([...read.variables.order.values()].map(writeJson)).toEqual([...variables.order.values()].map(writeJson))
      }),
    )
  })

  it('of another version is refused in words', () => {
    expect(() => sessionFromJson('[2]', [])).toThrow('version 2')
    expect(parseJson(sessionToJson(newSession(anna))), 'and it is JSON').toBeDefined()
  })
})
