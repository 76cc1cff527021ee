import { parseScript } from '../src/index.ts'
import { engines, ours, plain, type Evaluate } from './engines.ts'
import { library, questions, type Question } from './expressions.ts'

export interface BenchRow {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly yardstick?: { readonly name: string; readonly figure: number }
  readonly ratio?: number
  readonly target?: string
  readonly ok?: boolean
}

/** The speed of evaluation beside plain JavaScript and six ready-made engines, all in this one run, and the speed of parsing. */
export default async function bench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const question of questions) rows.push(...(await compare(question)))
  return [...rows, parsing()]
}

const rounds = 7
const roundMs = 60

async function compare(question: Question): Promise<BenchRow[]> {
  const contestants: [name: string, evaluate: Evaluate][] = [
    ['ours', ours(question)],
    ['plain JavaScript', plain(question)],
    ...Object.entries(engines).map(([name, engine]): [string, Evaluate] => [name, engine(question)]),
  ]
  await agree(question, contestants)
  const best = new Map<string, number>()
  // In turns, so that whatever else the machine does falls on all alike.
  for (let round = 0; round < rounds; round++) {
    for (const [name, evaluate] of contestants) best.set(name, Math.max(best.get(name) ?? 0, await perSecond(evaluate)))
  }
  const own = best.get('ours') ?? 0
  const yardstick = best.get('plain JavaScript') ?? 0
  const fastest = Object.keys(engines)
    .map((name) => ({ name, figure: best.get(name) ?? 0 }))
    .reduce((a, b) => (a.figure > b.figure ? a : b))
  return [
    row(`${question.name}, beside plain JavaScript`, own, { name: 'plain JavaScript', figure: yardstick }, 1 / 3, 'a third'),
    row(`${question.name}, beside the fastest engine`, own, fastest, 1, 'faster'),
  ]
}

function row(name: string, figure: number, yardstick: { name: string; figure: number }, least: number, target: string): BenchRow {
  const ratio = figure / yardstick.figure
  return { name, figure, unit: 'a second', yardstick, ratio, target, ok: ratio >= least }
}

/** A comparison of different answers would mean nothing. */
async function agree({ name }: Question, contestants: readonly (readonly [string, Evaluate])[]): Promise<void> {
  const answers = await Promise.all(contestants.map(async ([engine, evaluate]) => [engine, String(valueOf(await evaluate()))] as const))
  const expected = answers[0]?.[1]
  for (const [engine, answer] of answers) {
    if (answer !== expected) throw new Error(`${name}: ${engine} answers ${answer}, we answer ${expected}`)
  }
}

/** Ours comes with its diagnostics. */
function valueOf(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : answer
}

async function perSecond(evaluate: Evaluate): Promise<number> {
  const isAsync = evaluate() instanceof Promise
  const batch = isAsync ? 100 : 1000
  const started = performance.now()
  let done = 0
  let elapsed = 0
  while (elapsed < roundMs) {
    if (isAsync) for (let i = 0; i < batch; i++) await evaluate()
    else for (let i = 0; i < batch; i++) evaluate()
    done += batch
    elapsed = performance.now() - started
  }
  return (done / elapsed) * 1000
}

const script = `/* counter shared by all clients */
project.number = number + 1
client.mine = number

/* price by quantity */
price = if(quantity >= 100, 45, if(quantity >= 10, 50, 60))
total = round(price * quantity, 2)
delivery_city = Nizhny Novgorod
goods = {"name": "T-shirt", "sizes": ["S", "M", "L"]}
goods["price"] = price
open = current_time >= '9:00' and current_time <= '18:00' and weekday != 6 and weekday != 7
answer = if(open, "A manager will answer now", "We shall answer #{delivery_date + 1}")
`

function parsing(): BenchRow {
  const source = script.repeat(2_000)
  let best = 0
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    parseScript(source, library)
    best = Math.max(best, source.length / 1000 / (performance.now() - started))
  }
  return { name: 'parsing scripts', figure: best, unit: 'MB/s', target: '5 MB/s', ok: best >= 5 }
}

if (process.argv[1]?.endsWith('calculator.bench.ts')) {
  for (const { name, figure, unit, yardstick, ratio, ok } of await bench()) {
    const beside = yardstick ? `${yardstick.name} ${Math.round(yardstick.figure)}, ratio ${ratio?.toFixed(2)}` : ''
    console.log(`${ok ? 'ok  ' : 'MISS'} ${name}: ${Math.round(figure)} ${unit} ${beside}`)
  }
}
