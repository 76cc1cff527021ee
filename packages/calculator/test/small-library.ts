import {
  asArray,
  length,
  ScriptError,
  toNumber,
  toText,
  truth,
  type AnyFunction,
  type Library,
  type ParamSignature,
  type Value,
} from '../src/index.ts'

/** What the tests of the language need of a library. `wait` and `note` are host functions: the world answers them through `ports`. */
export interface TestPorts {
  answer?(question: string): Value | Promise<Value>
}

const params = (names: string, optional = 0): ParamSignature[] =>
  names.split(' ').map((name, at, all) => ({ name, type: 'any', optional: at >= all.length - optional }))

function numberOf(value: Value | undefined): number {
  const number = toNumber(value ?? null)
  if (number === undefined) throw new ScriptError('wrong-argument', { function: 'test', parameter: 'x', value: toText(value ?? null) })
  return number
}

const functions: readonly AnyFunction<TestPorts>[] = [
  {
    name: 'if',
    aliases: [],
    params: params('condition yes no', 1),
    lazy: true,
    kind: 'pure',
    choosesByTruth: true,
    call: (args) => (truth(args[0]?.() ?? null) ? args[1]?.() : args[2]?.()) ?? null,
  },
  {
    // A lazy function that the evaluator knows nothing about.
    name: 'first_true',
    aliases: [],
    params: [{ name: 'value', type: 'any', variadic: true }],
    lazy: true,
    kind: 'pure',
    call(args) {
      for (const arg of args) {
        const value = arg()
        if (truth(value)) return value
      }
      return null
    },
  },
  { name: 'len', aliases: [], params: params('text'), kind: 'pure', call: ([text = null]) => length(toText(text)) },
  { name: 'int', aliases: [], params: params('x'), kind: 'pure', call: ([x]) => Math.trunc(numberOf(x)) },
  { name: 'sqrt', aliases: [], params: params('x'), kind: 'pure', call: ([x]) => Math.sqrt(numberOf(x)) },
  { name: 'random', aliases: [], params: params('from to'), kind: 'pure', call: ([a, b], world) => pick(a, b, () => world.random()) },
  {
    name: 'concat',
    aliases: ['glue'],
    params: [{ name: 'part', type: 'text', variadic: true }],
    kind: 'pure',
    call: (parts) => parts.map(toText).join(''),
  },
  {
    name: 'unpack',
    aliases: [],
    params: params('list'),
    kind: 'pure',
    call([list = null], world) {
      asArray(list)?.forEach((element, at) => world.setVariable(`var${at + 1}`, element))
      return null
    },
  },
  {
    name: 'repeat',
    aliases: [],
    params: params('text times'),
    kind: 'pure',
    call: ([text = null, times]) => toText(text).repeat(numberOf(times)),
  },
  {
    name: 'broken',
    aliases: [],
    params: [],
    kind: 'pure',
    call() {
      throw new TypeError('a mistake of ours')
    },
  },
  {
    name: 'ask',
    aliases: [],
    params: params('question'),
    kind: 'host',
    call: ([question = null], { ports }) => ports.answer?.(toText(question)) ?? null,
  },
  { name: 'look', aliases: [], params: [], kind: 'host', readsOnly: true, call: () => 1 },
]

function pick(from: Value | undefined, to: Value | undefined, random: () => number): number {
  const low = numberOf(from)
  return low + Math.floor(random() * (numberOf(to) - low + 1))
}

export const library: Library<TestPorts> = new Map(functions.flatMap((fn) => [fn.name, ...fn.aliases].map((name) => [name, fn] as const)))
