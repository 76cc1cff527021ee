/**
 * What the language asks of whoever runs it, and what it gives back. The language knows no function by name, no clock and no dice:
 * all of that is handed in here.
 */
import type { Value } from './values.ts'

export type Language = 'ru' | 'en'

// ---------------------------------------------------------------------------------------------------------------- functions

export type ParamType = 'any' | 'text' | 'number' | 'integer' | 'boolean' | 'array' | 'dict' | 'container'

export interface ParamSignature {
  readonly name: string
  readonly type: ParamType
  readonly optional?: boolean
  /** The last parameter only: it may be repeated any number of times. */
  readonly variadic?: boolean
}

/** What the parser and the checks need to know of a function. */
export interface FunctionSignature {
  readonly name: string
  readonly aliases: readonly string[]
  readonly params: readonly ParamSignature[]
}

/**
 * A function as the evaluator calls it. `call` gets the evaluated arguments as written (none where a value is missing) and answers with a value.
 * It converts its own arguments and throws `ScriptError` when it cannot; any other exception is reported as an internal error of that statement.
 * A function that reaches the world may answer with a promise; the evaluator then waits, and evaluates that statement again with the answer
 * in its place (answers and random draws of a statement are journaled, so nothing is done twice).
 */
export interface LibraryFunction<Ports = unknown> extends FunctionSignature {
  /** `if`: its arguments come as thunks and only those asked for are evaluated. */
  readonly lazy?: false | undefined
  readonly kind: 'pure' | 'host'
  /** A host function that only looks: it does not count against the 100 effects of a run (reliability-promises, P6.3). */
  readonly readsOnly?: boolean
  /** It sends a request to a foreign server: a run may send ten. */
  readonly asksOutside?: boolean
  call(args: readonly Value[], world: CallWorld<Ports>): Value | PromiseLike<Value>
}

export interface LazyFunction extends FunctionSignature {
  readonly lazy: true
  readonly kind: 'pure'
  /**
   * `if` and its like: the answer is the second argument when the first is true, otherwise the third (or none). `call` must agree. The evaluator
   * then needs no thunks and is several times quicker.
   */
  readonly choosesByTruth?: boolean
  call(args: readonly (() => Value)[]): Value
}

export type AnyFunction<Ports = unknown> = LibraryFunction<Ports> | LazyFunction

/** By name and by every alias. A Map, so that `constructor` is simply not a function. */
export type Library<Ports = unknown> = ReadonlyMap<string, AnyFunction<Ports>>

/** What a function may use besides its arguments. */
export interface CallWorld<Ports = unknown> extends World<Ports> {
  /** Creates or changes an order variable; the one effect that a pure function may have (`unpack_list`). */
  setVariable(name: string, value: Value): void
  /** Reports something that went wrong without failing the statement. */
  warn(code: DiagnosticCode, facts?: Readonly<Record<string, string>>): void
}

// ---------------------------------------------------------------------------------------------------------------- running

export interface World<Ports = unknown> {
  /** The moment of the turn, milliseconds since 1970 UTC. */
  now(): number
  /** The next random number, 0 <= x < 1. */
  random(): number
  /** IANA name of the project's time zone. */
  readonly zone: string
  readonly language: Language
  /** What host functions reach the world through. The language never looks inside. */
  readonly ports: Ports
  /** Milliseconds of processor time, for the limit on running time. Without it, running time is not limited (steps still are). */
  stopwatch?(): number
}

export type VariableStore = Pick<Map<string, Value>, 'get' | 'set' | 'delete' | 'has' | 'size'>

/** The four scopes of section 4.1 and the built-in variables of 4.2. */
export interface Scopes {
  readonly order: VariableStore
  readonly client: VariableStore
  readonly project: VariableStore
  readonly constants: ReadonlyMap<string, Value>
  /** Value of a reserved or soft built-in name; asked only for names of the list in section 4.2. Undefined: it has none now. */
  builtin(name: string): Value | undefined
}

export type ScopeName = 'order' | 'client' | 'project'

// ---------------------------------------------------------------------------------------------------------------- findings

/**
 * Something wrong with a text, as data: `explain(diagnostic, language)` puts it into words. Offsets are UTF-16 indices into the source
 * (what CodeMirror uses), `line` counts from 1.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: 'error' | 'warning'
  readonly from: number
  readonly to: number
  readonly line: number
  /** What the sentence names: the function, the variable, the limit... */
  readonly facts: Readonly<Record<string, string>>
}

/** Kebab-case codes, for example `unknown-function`, `too-few-arguments`, `bare-text`, `division-by-zero`, `limit-steps`. The catalogue of messages lists them all. */
export type DiagnosticCode = string

/** What became of one executed statement; the trace of a turn shows these. */
export interface LineResult {
  readonly line: number
  readonly source: string
  /** What was assigned, if anything: `client.x`, `basket["a"]`. */
  readonly target?: string
  readonly value?: Value
  readonly diagnostic?: Diagnostic
}

export interface RunResult {
  readonly lines: readonly LineResult[]
  /** Every finding of the run, the syntax ones of executed lines included, in the order met. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface Evaluated {
  readonly value: Value
  readonly diagnostics: readonly Diagnostic[]
  /** There is no value. Not set where only a `#{...}` in a text went wrong, for that gives the empty text (section 8). */
  readonly failed?: true
}
