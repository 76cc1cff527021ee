import { formatDate, length, parseDate, addDays, type AnyFunction, type Library, type LibraryFunction, type Value } from '../src/index.ts'
import { ScriptError, toNumber, toText, truth } from '../src/index.ts'

/** The same question put to our language, to plain JavaScript and to the other engines. */
export interface Question {
  readonly name: string
  readonly variables: Readonly<Record<string, number | string | readonly number[]>>
  readonly ours: string
  /** A plain function that reads the same variables from the same kind of store. */
  readonly plain: (variables: ReadonlyMap<string, Value>) => unknown
  readonly cel: string
  readonly filtrex: string
  readonly exprEval: string
  readonly jexl: string
  readonly mathjs: string
  readonly jsonata: string
}

const ifFunction: AnyFunction = {
  name: 'if',
  aliases: [],
  params: ['condition', 'value_if_true', 'value_if_false'].map((name) => ({ name, type: 'any' })),
  lazy: true,
  kind: 'pure',
  choosesByTruth: true,
  call: (args) => (truth(args[0]?.() ?? null) ? args[1]?.() : args[2]?.()) ?? null,
}

/** The functions that our six expressions call, of the shape of the real library, which this package may not import. */
export const library: Library = new Map(
  [
    ifFunction,
    numeric('max', (a, b) => Math.max(a, b)),
    numeric('round', (a, b) => round(a, b)),
    pure('len', 1, (args) => length(toText(args[0] ?? null))),
  ].map((fn) => [fn.name, fn] as const),
)

/** Halves away from zero, on the decimal text, as the language has it. Everybody gets this one. */
export function round(value: number, digits: number): number {
  const shifted = Math.round(Number(`${Math.abs(value)}e${digits}`))
  return Math.sign(value) * Number(`${shifted}e${-digits}`)
}

/** Adds days to `dd.mm.yyyy` with our own date arithmetic, which is quicker than JavaScript's. Everybody gets this one, too. */
export function laterDate(date: string, days: number): string {
  const moment = parseDate(date)
  const later = moment && addDays(moment, days)
  return later ? formatDate(later) : ''
}

export const questions: readonly Question[] = [
  {
    name: 'arithmetic',
    variables: { a: 12, b: 7.5, c: 3, d: 4 },
    ours: '(a + b) * c - d / 2',
    plain: (v) => (number(v, 'a') + number(v, 'b')) * number(v, 'c') - number(v, 'd') / 2,
    cel: '(a + b) * c - d / 2.0',
    filtrex: '(a + b) * c - d / 2',
    exprEval: '(a + b) * c - d / 2',
    jexl: '(a + b) * c - d / 2',
    mathjs: '(a + b) * c - d / 2',
    jsonata: '(a + b) * c - d / 2',
  },
  {
    name: 'concatenation',
    variables: { name: 'Anna', town: 'Kazan' },
    ours: '"Hello, " + name + " from " + town + "!"',
    plain: (v) => 'Hello, ' + text(v, 'name') + ' from ' + text(v, 'town') + '!',
    cel: '"Hello, " + name + " from " + town + "!"',
    filtrex: 'concat("Hello, ", name, " from ", town, "!")',
    exprEval: '"Hello, " || name || " from " || town || "!"',
    jexl: '"Hello, " + name + " from " + town + "!"',
    mathjs: 'concat("Hello, ", name, " from ", town, "!")',
    jsonata: '"Hello, " & name & " from " & town & "!"',
  },
  {
    name: 'nested if',
    variables: { n: 150 },
    ours: 'if(n >= 300, 55, if(n >= 200, 60, if(n >= 100, 65, 70)))',
    plain: (v) => (number(v, 'n') >= 300 ? 55 : number(v, 'n') >= 200 ? 60 : number(v, 'n') >= 100 ? 65 : 70),
    cel: 'n >= 300.0 ? 55.0 : n >= 200.0 ? 60.0 : n >= 100.0 ? 65.0 : 70.0',
    filtrex: 'if n >= 300 then 55 else if n >= 200 then 60 else if n >= 100 then 65 else 70',
    exprEval: 'n >= 300 ? 55 : n >= 200 ? 60 : n >= 100 ? 65 : 70',
    jexl: 'n >= 300 ? 55 : n >= 200 ? 60 : n >= 100 ? 65 : 70',
    mathjs: 'n >= 300 ? 55 : n >= 200 ? 60 : n >= 100 ? 65 : 70',
    jsonata: 'n >= 300 ? 55 : n >= 200 ? 60 : n >= 100 ? 65 : 70',
  },
  {
    name: 'array index',
    variables: { items: [10, 20, 30, 40], i: 2 },
    ours: 'items[i]',
    plain: (v) => {
      const items = v.get('items')
      return Array.isArray(items) ? items[number(v, 'i')] : null
    },
    cel: 'items[int(i)]',
    filtrex: 'at(items, i)',
    exprEval: 'items[i]',
    jexl: 'at(items, i)',
    mathjs: 'items[i + 1]',
    jsonata: '$at(items, i)',
  },
  {
    name: 'function calls',
    variables: { a: 12.345, b: 7, name: 'Anna' },
    ours: 'round(max(a, b) * 1.5, 2) + len(name)',
    plain: (v) => round(Math.max(number(v, 'a'), number(v, 'b')) * 1.5, 2) + length(text(v, 'name')),
    cel: 'round(max(a, b) * 1.5, 2.0) + len(name)',
    filtrex: 'round2(max(a, b) * 1.5, 2) + len(name)',
    exprEval: 'round2(max(a, b) * 1.5, 2) + len(name)',
    jexl: 'round(max(a, b) * 1.5, 2) + len(name)',
    mathjs: 'round2(max(a, b) * 1.5, 2) + len(name)',
    jsonata: '$round2($larger(a, b) * 1.5, 2) + $len(name)',
  },
  {
    name: 'date plus days',
    variables: { date: '28.02.2024', days: 30 },
    ours: 'date + days',
    plain: (v) => laterDate(text(v, 'date'), number(v, 'days')),
    cel: 'later(date, days)',
    filtrex: 'later(date, days)',
    exprEval: 'later(date, days)',
    jexl: 'later(date, days)',
    mathjs: 'later(date, days)',
    jsonata: '$later(date, days)',
  },
]

function number(variables: ReadonlyMap<string, Value>, name: string): number {
  const value = variables.get(name)
  if (typeof value !== 'number') throw new Error(`${name} is no number`)
  return value
}

function text(variables: ReadonlyMap<string, Value>, name: string): string {
  const value = variables.get(name)
  if (typeof value !== 'string') throw new Error(`${name} is no text`)
  return value
}

function pure(name: string, params: number, call: LibraryFunction['call']): LibraryFunction {
  return { name, aliases: [], kind: 'pure', params: Array.from({ length: params }, (_, at) => ({ name: `p${at}`, type: 'any' })), call }
}

function numeric(name: string, compute: (a: number, b: number) => number): LibraryFunction {
  return pure(name, 2, (args) => {
    const left = toNumber(args[0] ?? null)
    const right = toNumber(args[1] ?? null)
    if (left === undefined || right === undefined) throw new ScriptError('wrong-argument', { function: name })
    return compute(left, right)
  })
}
