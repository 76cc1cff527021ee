import { Environment } from '@marcbachmann/cel-js'
import { Parser } from 'expr-eval'
import { compileExpression as compileFiltrex } from 'filtrex'
import { Jexl } from 'jexl'
import jsonata from 'jsonata'
import { all, create } from 'mathjs'
import { compileExpression, length, type Scopes, type Value, type World } from '../src/index.ts'
import { laterDate, library, round, type Question } from './expressions.ts'

/** Evaluates the expression once; compiled beforehand. */
export type Evaluate = () => unknown

export type EngineName = 'cel-js' | 'filtrex' | 'expr-eval' | 'jexl' | 'mathjs' | 'jsonata'

export function ours({ ours: source, variables }: Question): Evaluate {
  const expression = compileExpression(source, library)
  const scopes = scopesOf(variables)
  return () => expression.evaluate(scopes, world)
}

export function plain({ plain: compute, variables }: Question): Evaluate {
  const store = new Map<string, Value>(Object.entries(variables))
  return () => compute(store)
}

/** Every engine gets the same helper functions where its language lacks them. */
export const engines: Readonly<Record<EngineName, (question: Question) => Evaluate>> = {
  'cel-js': ({ cel, variables }) => {
    const environment = new Environment({ unlistedVariablesAreDyn: true })
    environment.registerFunction('max(dyn, dyn): double', Math.max)
    environment.registerFunction('round(dyn, double): double', round)
    environment.registerFunction('len(dyn): double', length)
    environment.registerFunction('later(dyn, dyn): string', laterDate)
    const program = environment.parse(cel)
    return () => program(variables)
  },
  filtrex: ({ filtrex, variables }) => {
    const concat = (...texts: string[]): string => texts.join('')
    const at = (items: unknown[], index: number): unknown => items[index]
    const program = compileFiltrex(filtrex, { extraFunctions: { concat, at, round2: round, len: length, later: laterDate } })
    return () => program(variables)
  },
  'expr-eval': ({ exprEval, variables }) => {
    const parser = new Parser()
    Object.assign(parser.functions, { round2: round, len: length, later: laterDate })
    const program = parser.parse(exprEval)
    // Its type has no arrays, but its language has.
    const values = Object.assign({}, variables) as Record<string, number>
    return () => program.evaluate(values)
  },
  jexl: ({ jexl, variables }) => {
    const engine = new Jexl()
    engine.addFunction('at', (items: unknown[], index: number) => items[index])
    engine.addFunction('max', Math.max)
    engine.addFunction('round', round)
    engine.addFunction('len', length)
    engine.addFunction('later', laterDate)
    const program = engine.compile(jexl)
    return () => program.evalSync(variables)
  },
  mathjs: ({ mathjs, variables }) => {
    const math = create(all ?? {})
    math.import({ round2: round, len: length, later: laterDate }, { override: true })
    const program = math.compile(mathjs)
    return () => program.evaluate(Object.assign({}, variables))
  },
  jsonata: ({ jsonata: source, variables }) => {
    const program = jsonata(source)
    program.registerFunction('at', (items: unknown[], index: number) => items[index])
    program.registerFunction('larger', Math.max)
    program.registerFunction('round2', round)
    program.registerFunction('len', length)
    program.registerFunction('later', laterDate)
    return () => program.evaluate(variables)
  },
}

function scopesOf(variables: Question['variables']): Scopes {
  return {
    order: new Map<string, Value>(Object.entries(variables)),
    client: new Map(),
    project: new Map(),
    constants: new Map(),
    builtin: () => undefined,
  }
}

const world: World = { now: () => 0, random: () => 0.5, zone: 'UTC', language: 'en', ports: undefined }
