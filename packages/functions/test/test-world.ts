import type { CallWorld, Language, Value } from '@voronka/calculator'
import { library, memoryClient, memoryPorts, type Memory, type MemoryOperator, type Ports } from '../src/index.ts'

export interface TestSetting {
  readonly now?: string
  readonly zone?: string
  readonly language?: Language
  readonly memory?: Partial<Memory>
}

/** A world with a fixed clock, repeatable dice and two clients: the running one is 1, the other, 2, lives in Kazan. */
export function testWorld(setting: TestSetting = {}): TestWorld {
  return new TestWorld(setting)
}

/** A class, as the evaluator's own world is: a function that tears `now` or `random` off it fails here too. */
class TestWorld implements CallWorld<Ports> {
  readonly zone: string
  readonly language: Language
  readonly ports: Ports
  readonly memory: Memory
  /** What `setVariable` was called with. */
  readonly stored = new Map<string, Value>()
  /** What `warn` was called with. */
  readonly warned: string[] = []
  private readonly moment: number
  private dice = 12345

  constructor({ now = '2026-03-10T14:05:00+03:00', zone = 'Europe/Moscow', language = 'ru', memory = {} }: TestSetting) {
    const ports = memoryPorts({
      clients: new Map([
        [1, memoryClient(new Map([['phone', '79781112233']]))],
        [2, memoryClient(new Map([['city', 'Kazan']]), { platformId: 'p2', phone: '79000000002', email: 'two@example.com' })],
      ]),
      visited: new Set([1, 3]),
      pending: [
        { kept: false, from: 1 },
        { kept: true, from: 3 },
      ],
      lastMessageAt: Date.parse('2026-03-08T10:00:00+03:00'),
      said: ['7'],
      blockNames: new Map([[1, 'Menu']]),
      operators: [ann],
      lists: new Map([
        [1, { name: 'Regulars', color: 0, clients: new Set() }],
        [2, { name: 'Leads', color: 0, clients: new Set() }],
      ]),
      labels: new Map([[1, { name: 'new', color: 0, clients: new Set() }]]),
      given: { task: 0, list: 2, label: 1 },
      orders: exampleOrders(Date.parse(now)),
      ...memory,
    })
    this.zone = zone
    this.language = language
    this.ports = ports
    this.memory = ports.memory
    this.moment = Date.parse(now)
  }

  now(): number {
    return this.moment
  }

  /** A small linear congruential generator: the same draws in every run. */
  random(): number {
    this.dice = (this.dice * 1_103_515_245 + 12_345) % 2_147_483_648
    return this.dice / 2_147_483_648
  }

  setVariable(name: string, value: Value): void {
    this.stored.set(name, value)
  }

  warn(code: string): void {
    this.warned.push(code)
  }
}

const ann: MemoryOperator = {
  email: 'ann@example.com',
  name: 'Ann',
  status: 'shift',
  fields: {
    description: '',
    email: 'ann@example.com',
    phone: '',
    position: 'Manager',
    custom_field1: '',
    custom_field2: '',
    custom_field3: '',
  },
}

/** Two orders of client 1: an open one in the first of two states, and a later one that was successful. None is current. */
function exampleOrders(now: number): Memory['orders'] {
  const order = (number: number, status: 'active' | 'success', createdAt: string, variables: [string, Value][]) =>
    [
      number,
      {
        number,
        client: 1,
        status,
        state: number,
        pipeline: 1,
        createdAt: Date.parse(createdAt),
        name: '',
        description: '',
        budget: null,
        variables: new Map(variables),
      },
    ] as const
  return {
    orders: new Map([
      order(1, 'active', '2026-03-01T10:00:00+03:00', [['size', 'XL']]),
      order(2, 'success', '2026-03-02T10:00:00+03:00', []),
    ]),
    states: [
      { id: 1, pipeline: 1 },
      { id: 2, pipeline: 1 },
    ],
    now,
  }
}

/** Calls a function of the library as the evaluator would. */
export function call(name: string, args: readonly Value[], world: CallWorld<Ports> = testWorld()): Value | PromiseLike<Value> {
  const found = library.get(name)
  if (!found) throw new Error(`There is no function ${name}.`)
  return found.lazy ? found.call(args.map((value) => () => value)) : found.call(args, world)
}
