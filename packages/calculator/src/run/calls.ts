import type { AnyFunction, LazyFunction, LibraryFunction } from '../contract.ts'
import { LimitError, ScriptError } from '../errors.ts'
import type { Span } from '../syntax/ast.ts'
import type { Value } from '../values.ts'
import type { Code, Run } from './run.ts'

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
export function compileCall(fn: AnyFunction, args: readonly Code[], site: Span): Code {
  if (fn.lazy) return compileLazyCall(fn, args, site)
  const { length } = args
  const [first = nothing, second = nothing, third = nothing] = args
  const finish = fn.kind === 'host' ? callHost : callPure
  if (length === 0) return (run) => finish(fn, [], run, site)
  if (length === 1) return (run) => finish(fn, [first(run)], run, site)
  if (length === 2) return (run) => finish(fn, [first(run), second(run)], run, site)
  if (length === 3) return (run) => finish(fn, [first(run), second(run), third(run)], run, site)
  return (run) =>
    finish(
      fn,
      args.map((arg) => arg(run)),
      run,
      site,
    )
}

const nothing: Code = () => null

/**
 * Arguments of lazy functions are made once, not at every call, so they take their run from here. Evaluation is synchronous: whoever begins
 * some sets this, and sets it back (`within`).
 */
let current: Run | undefined

export function within<T>(run: Run, evaluate: () => T): T {
  const before = current
  current = run
  try {
    return evaluate()
  } finally {
    current = before
  }
}

function compileLazyCall(fn: LazyFunction, args: readonly Code[], site: Span): Code {
  const thunks = args.map((arg) => (): Value => (current ? arg(current) : null))
  return (run) => {
    run.step()
    run.site = site
    return fn.call(thunks)
  }
}

function callPure(fn: LibraryFunction, args: readonly Value[], run: Run, site: Span): Value {
  run.step()
  run.site = site
  const answer = fn.call(args, run)
  if (isPromise(answer)) throw new ScriptError('internal-error', { function: fn.name })
  return answer
}

function callHost(fn: LibraryFunction, args: readonly Value[], run: Run, site: Span): Value {
  run.step()
  run.site = site
  const known = run.answers[run.answered]
  if (known) run.answered++
  else {
    if (!fn.readsOnly) run.effect()
    const answer = attempt(fn, args, run)
    if (isPromise(answer)) throw new Suspension(answer)
    run.answers.push(answer)
    run.answered++
    return settled(answer)
  }
  return settled(known)
}

type Settled = Run['answers'][number]

function attempt(fn: LibraryFunction, args: readonly Value[], run: Run): Settled | PromiseLike<Value> {
  try {
    const answer = fn.call(args, run)
    return isPromise(answer) ? answer : { value: answer }
  } catch (error) {
    if (error instanceof LimitError) throw error
    return { error }
  }
}

function settled(answer: Settled): Value {
  if ('error' in answer) throw answer.error
  return answer.value
}

function isPromise<T extends object>(answer: Value | T | PromiseLike<Value>): answer is PromiseLike<Value> {
  return typeof answer === 'object' && answer !== null && 'then' in answer && typeof answer.then === 'function'
}
