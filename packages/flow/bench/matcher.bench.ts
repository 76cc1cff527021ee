/** How fast the engine decides (issue 2, Speed). Run through `npm run bench`. */
import { library, memoryPorts } from '@voronka/functions'
import { flowSchema, type Flow } from '../src/model/flow.ts'
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
} from '../src/engine/index.ts'
import { looseForm } from '../src/matcher/index.ts'

export interface Figure {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly yardstick?: { readonly name: string; readonly figure: number }
  readonly ratio?: number
  readonly target?: string
  readonly ok?: boolean
}

/** A figure before it is judged: `most` is what it must not exceed. */
type Measured = Omit<Figure, 'target' | 'ok' | 'ratio'> & { readonly most?: number }

export default async function bench(): Promise<Figure[]> {
  return [examineMixed(), examineFuzzy(), examineDissimilar(), wholeTurn(), sessionText()]
}

const words = 'заказ доставка оплата размер цвет возврат адрес скидка подарок курьер самовывоз гарантия обмен каталог корзина'.split(' ')
const phrase = (seed: number): string => `${words[seed % 15]} ${words[(seed * 7 + 3) % 15]} ${words[(seed * 11 + 5) % 15]} ${seed}`

/** The message is one that nothing matches, so every element is looked at. */
function examineMixed(): Figure {
  const kinds = [
    (n: number) => ({ matchType: 'exact' as const, condition: `команда ${n};/c${n}` }),
    (n: number) => ({ matchType: 'keywords' as const, condition: `(${words[n % 15]}|${words[(n + 1) % 15]}) (куп|зака) товар${n}` }),
    (n: number) => ({ matchType: 'regex' as const, condition: `^(код|номер)\\s*${n}-\\d+$` }),
  ]
  const fields = (n: number) => kinds[n % 3]?.(n) ?? {}
  const flow = flowSchema.parse({
    format: 1,
    blocks: [
      { number: 1 },
      ...Array.from({ length: 500 }, (_, n) => ({ number: n + 2, type: n % 2 ? 'start' : 'nonstate_cond', ...fields(n) })),
    ],
    arrows: Array.from({ length: 50 }, (_, n) => ({ id: n + 1, from: 1, to: 1, ...fields(n + 500) })),
  })
  const figure = turnsOf(flow, 'подскажите пожалуйста есть ли у вас скидка на доставку') / 1000
  return judged({ name: '500 conditional blocks and 50 arrows examined, nothing matches', figure, unit: 'ms', most: 1 })
}

function examineFuzzy(): Figure {
  const conditions = Array.from({ length: 500 }, (_, n) => phrase(n).replace(/\d+/, ''))
  const message = 'курьер доставка гарантии оплата'
  const figure = turnsOf(fuzzyFlow(conditions), message) / 1000
  const naive = microseconds(() => conditions.some((condition) => naivelySimilar(looseForm(condition), looseForm(message)))) / 1000
  const yardstick = { name: 'the classical table for each condition, word orders not even tried', figure: naive }
  return judged({ name: 'fuzzy against 500 conditions of the same length and words', figure, unit: 'ms', most: 5, yardstick })
}

function examineDissimilar(): Figure {
  const figure = turnsOf(fuzzyFlow(Array.from({ length: 500 }, (_, n) => `вопрос про ${phrase(n)}`)), 'ж'.repeat(16_000)) / 1000
  return judged({ name: 'fuzzy against 500 conditions, a message of 16,000 characters', figure, unit: 'ms', most: 5 })
}

/** Condition match, a calculator line, a reply: what one turn costs without storing it. */
function wholeTurn(): Figure {
  const flow = flowSchema.parse({
    format: 1,
    blocks: [
      { number: 1, type: 'start', condition: '/start', text: 'Сколько?' },
      { number: 2, calculator: 'total = price * qty + 5', text: 'Итого: #{total}' },
    ],
    arrows: [
      { id: 1, from: 1, to: 2, condition: 'посчитать;сумма' },
      { id: 2, from: 2, to: 2, condition: 'посчитать' },
    ],
  })
  const session: Session = {
    ...talker(),
    position: 1,
    variables: {
      order: new Map([
        ['price', '45'],
        ['qty', '3'],
      ]),
      client: new Map(),
    },
  }
  return judged({
    name: 'a whole turn: match, total = price * qty + 5, reply',
    figure: turnsOf(flow, 'посчитать', session),
    unit: 'us',
    most: 15,
  })
}

/** A session of 4 KiB written and read, beside the same text through plain JSON. */
function sessionText(): Figure {
  const order = new Map(Array.from({ length: 60 }, (_, n) => [`variable_${n}`, n % 3 ? `значение номер ${n} и ещё немного` : n] as const))
  const session: Session = {
    ...talker(),
    position: 5,
    variables: { order, client: new Map([['basket', [new Map([['name', 'Футболка']])]]]) },
  }
  const json = sessionToJson(session)
  const figure = microseconds(() => sessionFromJson(sessionToJson(session), []))
  const plain: unknown = JSON.parse(json)
  const yardstick = {
    name: 'JSON.stringify and JSON.parse of the same text',
    figure: microseconds(() => JSON.parse(JSON.stringify(plain))),
  }
  const kib = (new TextEncoder().encode(json).length / 1024).toFixed(1)
  return judged({ name: `a session of ${kib} KiB to text and back`, figure, unit: 'us', most: 45, yardstick })
}

function fuzzyFlow(conditions: readonly string[]): Flow {
  return flowSchema.parse({ format: 1, blocks: conditions.map((condition, n) => ({ number: n + 1, type: 'start', condition })) })
}

/** Microseconds of one turn. */
function turnsOf(flow: Flow, text: string, session: Session = { ...talker(), position: 1 }): number {
  const compiled = compileFlow(flow)
  const event: Event = { kind: 'text', text }
  return microseconds(() => drive(step(compiled, session, event, oneTurn())))
}

const tools = createCalculatorTools(library)
const ports = memoryPorts()

function oneTurn(): Tools {
  const project = {
    id: 1,
    constants: new Map(),
    variables: new Map(),
    pendingLimit: 1000,
    firstMessage: '',
    unknownAnswer: '',
    enabled: true,
  }
  return tools.forTurn({
    now: 1_773_133_200_000,
    zone: 'Europe/Moscow',
    language: 'ru',
    random: () => 0.5,
    ports,
    project,
    buttonsSupported: true,
  })
}

function talker(): Session {
  const texts = { name: 'Анна', fullName: 'Анна К.', avatar: '', platformId: '1', messenger: 'online chat', group: '', tag: '' }
  return newSession({ id: 1, clientType: 5, createdAt: 0, ...texts })
}

function naivelySimilar(a: string, b: string): boolean {
  let above = new Uint16Array(b.length + 1)
  for (const symbol of a) {
    const row = new Uint16Array(b.length + 1)
    for (let at = 0; at < b.length; at++) row[at + 1] = symbol === b[at] ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0)
    above = row
  }
  return 20 * (above.at(-1) ?? 0) > 7 * (a.length + b.length)
}

/** The median of nine rounds, each long enough for the clock. */
function microseconds(work: () => unknown): number {
  const rounds: number[] = []
  let times = 1
  for (let round = 0; round < 12;) {
    const start = performance.now()
    for (let time = 0; time < times; time++) work()
    const took = performance.now() - start
    if (took < 20) times = Math.ceil((times * 30) / Math.max(took, 0.1))
    else {
      rounds.push((took * 1000) / times)
      round++
    }
  }
  // The first rounds still warm up.
  return rounds.slice(3).toSorted((a, b) => a - b)[4] ?? 0
}

function judged({ most, ...figure }: Measured): Figure {
  const { yardstick, unit } = figure
  return {
    ...figure,
    ...(yardstick && { ratio: figure.figure / yardstick.figure }),
    ...(most !== undefined && { target: `< ${most} ${unit}`, ok: figure.figure <= most }),
  }
}
