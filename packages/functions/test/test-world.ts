import type { CallWorld, Value } from '@voronka/calculator'
import { library, memoryClient, memoryPorts, type Memory, type Ports } from '../src/index.ts'

export interface TestWorld extends CallWorld<Ports> {
  readonly memory: Memory
  /** What `setVariable` was called with. */
  readonly stored: Map<string, Value>
}

export interface TestSetting {
  readonly now?: string
  readonly zone?: string
  readonly memory?: Partial<Memory>
}

/** A world with a fixed clock, repeatable dice and two clients: the running one is 1, the other 2 lives in Kazan. */
export function testWorld({ now = '2026-03-10T14:05:00+03:00', zone = 'Europe/Moscow', memory = {} }: TestSetting = {}): TestWorld {
  const ports = memoryPorts({
    clients: new Map([
      [1, memoryClient(new Map([['phone', '79781112233']]))],
      [2, memoryClient(new Map([['city', 'Kazan']]))],
    ]),
    visited: new Set([1, 3]),
    pending: [{ kept: false }, { kept: true }],
    lastMessageAt: Date.parse('2026-03-08T10:00:00+03:00'),
    ...memory,
  })
  const stored = new Map<string, Value>()
  return {
    now: () => Date.parse(now),
    random: dice(),
    zone,
    language: 'ru',
    ports,
    memory: ports.memory,
    stored,
    setVariable: (name, value) => stored.set(name, value),
  }
}

/** Calls a function of the library as the evaluator would. */
export function call(name: string, args: readonly Value[], world: CallWorld<Ports> = testWorld()): Value | PromiseLike<Value> {
  const found = library.get(name)
  if (!found) throw new Error(`There is no function ${name}.`)
  return found.lazy ? found.call(args.map((value) => () => value)) : found.call(args, world)
}

/** A small linear congruential generator: the same draws in every run. */
function dice(): () => number {
  let state = 12345
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
