import type { CallWorld, FunctionSignature, LazyFunction, LibraryFunction, Value } from '@voronka/calculator'
import { makeCall, makeHostCall, type Answer, type ArgumentsOf, type Run } from './call-function.ts'
import { documented, type Documentation, type FunctionDocs } from './function-docs.ts'
import type { Param } from './param.ts'
import type { Ports } from './ports.ts'

/** A function of the library: what the evaluator calls, and everything that help, completion and checks show of it. */
export type FunctionDefinition = Described<LibraryFunction<Ports>> | Described<LazyFunction>

type Described<F extends FunctionSignature> = Omit<F, keyof FunctionSignature> & FunctionDocs

interface PureFunction<Ps extends readonly Param[]> extends Documentation<Ps> {
  /**
   * Gets one value for each parameter, converted to its type, and the world after them; so the types follow from `params`.
   * Undefined, like a number that is not finite, means "there is no answer": the statement then gives none, with a diagnostic.
   */
  run(...args: [...ArgumentsOf<Ps>, CallWorld<Ports>]): Value | undefined
}

interface HostFunction<Ps extends readonly Param[]> extends Documentation<Ps> {
  /** What it answers instead of failing: these functions never throw (crm-and-tasks, section 1). */
  readonly failure: Value
  /** It only looks, and does not count against the effects that one run may have. */
  readonly readsOnly?: boolean
  /** It tells what is missing itself: arguments left out reach `run` as None, instead of giving `failure` before it. */
  readonly judgesMissing?: boolean
  /** It sends a request to a foreign server: a run may send ten. */
  readonly asksOutside?: boolean
  /** As for a pure function, but it may reach the world through `world.ports`, and may have to wait for it. Undefined gives `failure`. */
  run(...args: [...ArgumentsOf<Ps>, CallWorld<Ports>]): Answer | PromiseLike<Answer>
}

/**
 * Defines a function that computes its answer from its arguments alone (and the clock and the dice of the world). Arguments are converted
 * once, by the types of `params` (calculator-language, section 10); too few or unconvertible ones throw `ScriptError`, surplus ones are ignored.
 * Parameters stand in `run` in the order of `params`.
 */
export function defineFunction<const Ps extends readonly Param[]>(definition: PureFunction<Ps>): Described<LibraryFunction<Ports>> {
  const { name, params, run } = definition
  return { ...documented(definition), kind: 'pure', call: makeCall(name, params, run as Run) }
}

/** Defines a function that acts on clients and dialogues. Whatever is wrong with its arguments, it answers with `failure`. */
export function defineHostFunction<const Ps extends readonly Param[]>(definition: HostFunction<Ps>): Described<LibraryFunction<Ports>> {
  const { name, params, run, failure, judgesMissing = false, readsOnly = false, asksOutside = false } = definition
  const call = makeHostCall(name, params, run as Run, { failure, judgesMissing })
  return { ...documented(definition), kind: 'host', readsOnly, asksOutside, call }
}

/** Defines a function that evaluates only those of its arguments that it needs: `if`. */
export function defineLazyFunction(
  definition: Documentation<readonly Param[]> & Pick<LazyFunction, 'call' | 'choosesByTruth'>,
): Described<LazyFunction> {
  return { ...documented(definition), kind: 'pure', lazy: true, choosesByTruth: definition.choosesByTruth, call: definition.call }
}
