import type { CallWorld, Diagnostic, DiagnosticCode, Language, ScopeName, Scopes, VariableStore, World } from '../contract.ts'
import { LimitError, ScriptError } from '../errors.ts'
import { limits } from '../limits.ts'
import type { Span } from '../syntax/ast.ts'
import type { Value } from '../values.ts'
import { reportError } from './report.ts'
import { writeFromFunction } from './store.ts'
import { longText, Usage, type Answer } from './usage.ts'

/** A compiled expression. */
export type Code = (run: Run) => Value

/**
 * One execution of a program: where it reads and writes, what it has used up, and what is wrong with it. Functions get it as their world.
 * Short expressions are evaluated often, so making one must be cheap: what few of them need is in `usage`, made when it is needed.
 */
export class Run<Ports = unknown> implements CallWorld<Ports> {
  readonly scopes: Scopes
  /** Out of `scopes`, because it is read most. */
  readonly order: VariableStore
  readonly world: World<Ports>
  /** The source, to count lines in when something is wrong. */
  readonly source: string
  diagnostics: Diagnostic[] | undefined = undefined
  /** Where the evaluation is, as far as it matters for a report. */
  site: Span = nowhere
  private steps = 0
  private used: Usage | undefined = undefined

  constructor(scopes: Scopes, world: World<Ports>, source: string) {
    this.scopes = scopes
    this.order = scopes.order
    this.world = world
    this.source = source
    if (world.stopwatch !== undefined) this.usage.deadline = world.stopwatch() + limits.runningMs
  }

  private get usage(): Usage {
    this.used ??= new Usage()
    return this.used
  }

  // ------------------------------------------------------------------------------------------------------- the world of functions

  get zone(): string {
    return this.world.zone
  }

  get language(): Language {
    return this.world.language
  }

  get ports(): Ports {
    return this.world.ports
  }

  now(): number {
    return this.world.now()
  }

  /** The draws of a statement come again in the same order when it is evaluated again. */
  random(): number {
    return this.usage.draw(() => this.world.random())
  }

  stopwatch(): number {
    return this.world.stopwatch?.() ?? 0
  }

  setVariable(name: string, value: Value): void {
    writeFromFunction(this, name, value)
  }

  warn(code: DiagnosticCode, facts: Readonly<Record<string, string>> = {}): void {
    reportError(this, new ScriptError(code, facts))
  }

  // ------------------------------------------------------------------------------------------------------- statements

  /** Forgets the answers and draws of the statement before. */
  nextStatement(): void {
    this.used?.forget()
  }

  /** The same statement is evaluated from its beginning. */
  again(): void {
    this.used?.rewind()
  }

  /** The answer that the next call of a host function got when this statement was evaluated before. */
  knownAnswer(): Answer | undefined {
    return this.used?.knownAnswer()
  }

  noteAnswer(answer: Answer): void {
    this.usage.noteAnswer(answer)
  }

  report(diagnostic: Diagnostic): void {
    this.diagnostics ??= []
    this.diagnostics.push(diagnostic)
  }

  // ------------------------------------------------------------------------------------------------------- limits

  step(): void {
    if (++this.steps > limits.steps) throw new LimitError('limit-steps', { limit: String(limits.steps) })
    if (this.used !== undefined) this.checkTime()
  }

  /** A step of work at a place that a report may name: what is not just numbers can take long, and can go wrong. */
  work(site: Span): void {
    this.site = site
    this.step()
  }

  effect(): void {
    if (++this.usage.effects > limits.effects) throw new LimitError('limit-effects', { limit: String(limits.effects) })
  }

  request(): void {
    if (++this.usage.requests > limits.requests) throw new LimitError('limit-requests', { limit: String(limits.requests) })
  }

  /** Also asked after work that takes long in one step. */
  checkTime(): void {
    if (this.used !== undefined && this.used.deadline !== Infinity && this.stopwatch() > this.used.deadline) {
      throw new LimitError('limit-time', { limit: String(limits.runningMs) })
    }
  }

  /** What one run stores in all is bounded, too: thousands of variables of the longest text would be too much memory. */
  countStored(scope: ScopeName, name: string, characters: number): void {
    if (characters < longText && this.used === undefined) return
    if (this.usage.noteStored(`${scope}.${name}`, characters) > limits.storedInAll) {
      throw new LimitError('limit-memory', { limit: String(limits.storedInAll) })
    }
  }

  /** Waiting for the world is no running time. */
  pause(): void {
    this.usage.pausedAt = this.stopwatch()
  }

  resume(): void {
    this.usage.deadline += this.stopwatch() - this.usage.pausedAt
  }
}

const nowhere: Span = { from: 0, to: 0 }
