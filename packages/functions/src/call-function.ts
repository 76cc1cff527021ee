import { checkSize, checkTextLength, isArray, ScriptError, type CallWorld, type LibraryFunction, type Value } from '@voronka/calculator'
import type { Kinds, Param } from './param.ts'
import type { Ports } from './ports.ts'
import { onceKnown } from './shared/once-known.ts'
import { argumentReader, isEmpty, type ReadArgument } from './read-argument.ts'
import { isBlank } from './shared/blank.ts'

/** What `run` gets for a list of parameters. */
export type ArgumentsOf<Ps extends readonly Param[]> = { -readonly [I in keyof Ps]: ArgumentOf<Ps[I]> }

type ArgumentOf<P extends Param> = P extends { variadic: true }
  ? readonly Kinds[P['type']][]
  : P extends { optional: true; default: unknown }
    ? Kinds[P['type']]
    : P extends { optional: true }
      ? Kinds[P['type']] | undefined
      : Kinds[P['type']]

/** Undefined: there is no answer for these arguments. */
export type Answer = Value | undefined

/** `run` of a definition once its parameter types are left behind. */
export type Run = (...args: unknown[]) => Answer | PromiseLike<Answer>

type Call = LibraryFunction<Ports>['call']

/** Joins the reading of arguments, `run` and the checks of its answer. What is wrong is thrown as `ScriptError`. */
export function makeCall(name: string, params: readonly Param[], run: Run): Call {
  const invoke = invoker(name, params, run)
  const required = requiredCount(params)
  return (args, world) => {
    if (args.length < required) throw tooFew(name, required, args.length)
    // Pure functions are typed so that they cannot answer with a promise.
    return checked(name, invoke(args, world) as Answer)
  }
}

/** As `makeCall` for functions that may have to wait; instead of throwing they answer with `failure`. Only limits are still thrown. */
export function makeHostCall(
  name: string,
  params: readonly Param[],
  run: Run,
  { failure, judgesMissing }: { failure: Value; judgesMissing: boolean },
): Call {
  const invoke = invoker(name, params, run, isLeftOut)
  const required = judgesMissing ? 0 : requiredCount(params)
  const finish = (answer: Answer): Value => orElse(failure, () => checked(name, answer))
  return (args, world) => {
    if (args.length < required) return failure
    return orElse(failure, () => onceKnown(invoke(args, world), finish))
  }
}

type Invoke = (args: readonly Value[], world: CallWorld<Ports>) => ReturnType<Run>

/** To these functions the word `none` is an argument left out, too (crm-and-tasks, section 1); of any type, they judge it themselves. */
const isLeftOut = (value: Value): boolean => isEmpty(value) || (typeof value === 'string' && isBlank(value))

/** Arguments by position: several times faster than an object with their names, because the engine meets a hundred different shapes here. */
function invoker(name: string, params: readonly Param[], run: Run, isSkipped = isEmpty): Invoke {
  const readers = params.map((param) => argumentReader(name, param, param.type === 'any' ? isEmpty : isSkipped))
  if (params.at(-1)?.variadic) return variadicInvoker(params, readers, run)
  const [first, second, third] = readers
  if (!first) return (_args, world) => run(world)
  if (!second) return (args, world) => run(first(args[0]), world)
  if (!third) return (args, world) => run(first(args[0]), second(args[1]), world)
  if (readers.length === 3) return (args, world) => run(first(args[0]), second(args[1]), third(args[2]), world)
  return (args, world) => run(...readers.map((read, at) => read(args[at])), world)
}

/** The last reader takes all that is left, as one array. */
function variadicInvoker(params: readonly Param[], readers: readonly ReadArgument[], run: Run): Invoke {
  // Arguments of any type, and nothing before them, need no reading.
  if (params.length === 1 && params[0]?.type === 'any') return (args, world) => run(args, world)
  const last = readers.length - 1
  return (args, world) =>
    run(...readers.map((read, at) => (at < last ? read(args[at]) : args.slice(last).map((value) => read(value)))), world)
}

function requiredCount(params: readonly Param[]): number {
  return params.filter(({ optional }) => !optional).length
}

/** Numbers that are not finite are no answers, and no text or container leaves a function beyond the limits. */
function checked(name: string, answer: Answer): Value {
  if (typeof answer === 'number') {
    // -0 becomes 0.
    if (answer - answer === 0) return answer === 0 ? 0 : answer
    throw new ScriptError('no-answer', { function: name })
  }
  if (typeof answer === 'string') checkTextLength(answer.length)
  else if (answer === undefined) throw new ScriptError('no-answer', { function: name })
  else if (typeof answer === 'object' && answer !== null) checkSize(isArray(answer) ? answer.length : answer.size)
  return answer
}

/** Only arguments can be at fault here; limits and errors of our own must still be seen. */
function orElse<T>(failure: Value, compute: () => T): T | Value {
  try {
    return compute()
  } catch (error) {
    if (error instanceof ScriptError && expectedCodes.has(error.code)) return failure
    throw error
  }
}

const expectedCodes: ReadonlySet<string> = new Set(['wrong-argument', 'no-answer'])

function tooFew(name: string, required: number, given: number): ScriptError {
  return new ScriptError('too-few-arguments', { function: name, required: String(required), given: String(given) })
}
