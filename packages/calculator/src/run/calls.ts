import type { AnyFunction, LazyFunction, LibraryFunction } from '../contract.ts'
import { LimitError, ScriptError } from '../errors.ts'
import type { Span } from '../syntax/ast.ts'
import type { Value } from '../values.ts'
import { compileChoice } from './choice.ts'
import { constantly, type Compiled } from './compiled.ts'
import type { Code, Run } from './run.ts'
import type { Answer } from './usage.ts'

/**
 * Thrown through a statement that has to wait for the world. It is no error: whoever runs the statement waits for the promise, notes its answer
 * and evaluates the statement again.
 */
export class Suspension {
  readonly promise: PromiseLike<Value>

  constructor(promise: PromiseLike<Value>) {
    this.promise = promise
  }
}

/** A call of a function found while compiling; `site` is where it stands. */
export function compileCall(fn: AnyFunction, args: readonly Compiled[], site: Span): Compiled {
  if (fn.lazy) return compileLazyCall(fn, args, site)
  const codes = args.map(({ code }) => code)
  return { code: fn.kind === 'host' ? compileHostCall(fn, codes, site) : compilePureCall(fn, codes, site) }
}

/**
 * Arguments of lazy functions are made once, not at every call, so they take their run from here. A call sets it and sets it back; only when it
 * fails, whoever catches that does (`leave`).
 */
let current: Run | undefined

/** To be asked before what may throw, for `leave`. */
export function entered(): Run | undefined {
  return current
}

export function leave(before: Run | undefined): void {
  current = before
}

function compileLazyCall(fn: LazyFunction, args: readonly Compiled[], site: Span): Compiled {
  const [condition, yes, no = constantly(null)] = args
  if (fn.choosesByTruth && condition && yes) return compileChoice(condition, yes, no)
  const thunks = args.map(
    ({ code }) =>
      (): Value =>
        current ? code(current) : null,
  )
  const code: Code = (run) => {
    run.step()
    run.site = site
    const before = current
    current = run
    const answer = fn.call(thunks)
    current = before
    return answer
  }
  return { code }
}

function compilePureCall(fn: LibraryFunction, args: readonly Code[], site: Span): Code {
  const [first = nothing, second = nothing, third = nothing] = args
  if (args.length === 0) return (run) => callPure(fn, [], run, site)
  if (args.length === 1) return (run) => callPure(fn, [first(run)], run, site)
  if (args.length === 2) return (run) => callPure(fn, [first(run), second(run)], run, site)
  if (args.length === 3) return (run) => callPure(fn, [first(run), second(run), third(run)], run, site)
  return (run) => callPure(fn, evaluated(args, run), run, site)
}

const nothing: Code = () => null

function callPure(fn: LibraryFunction, args: readonly Value[], run: Run, site: Span): Value {
  run.step()
  run.site = site
  const answer = fn.call(args, run)
  if (typeof answer === 'number') return answer - answer === 0 ? answer : noAnswer(fn)
  if (typeof answer !== 'object') return answer
  if (isPromise(answer)) throw new ScriptError('internal-error', { function: fn.name })
  return answer
}

/** What is no finite number must never reach a variable (reliability-promises, P6.8). */
function noAnswer({ name }: LibraryFunction): never {
  throw new ScriptError('no-answer', { function: name })
}

function evaluated(args: readonly Code[], run: Run): Value[] {
  return args.map((arg) => arg(run))
}

function compileHostCall(fn: LibraryFunction, args: readonly Code[], site: Span): Code {
  return (run) => {
    const values = evaluated(args, run)
    run.step()
    run.site = site
    const answer = settled(run.knownAnswer() ?? ask(fn, values, run))
    return typeof answer !== 'number' || answer - answer === 0 ? answer : noAnswer(fn)
  }
}

function ask(fn: LibraryFunction, args: readonly Value[], run: Run): Answer {
  if (!fn.readsOnly) run.effect()
  if (fn.asksOutside) run.request()
  const answer = attempt(fn, args, run)
  if (isPromise(answer)) throw new Suspension(answer)
  run.noteAnswer(answer)
  return answer
}

function attempt(fn: LibraryFunction, args: readonly Value[], run: Run): Answer | PromiseLike<Value> {
  try {
    const answer = fn.call(args, run)
    return isPromise(answer) ? answer : { value: answer }
  } catch (error) {
    if (error instanceof LimitError) throw error
    return { error }
  }
}

function settled(answer: Answer): Value {
  if ('error' in answer) throw answer.error
  return answer.value
}

function isPromise<T extends object>(answer: Value | T | PromiseLike<Value>): answer is PromiseLike<Value> {
  return typeof answer === 'object' && answer !== null && 'then' in answer && typeof answer.then === 'function'
}
