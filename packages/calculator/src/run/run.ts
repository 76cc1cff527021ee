import type { CallWorld, Diagnostic, Language, Scopes, VariableStore, World } from '../contract.ts'
import { LimitError } from '../errors.ts'
import { limits } from '../limits.ts'
import type { Span } from '../syntax/ast.ts'
import type { Value } from '../values.ts'
import { writeFromFunction } from './store.ts'

/** A compiled expression. */
export type Code = (run: Run) => Value

/** What a host function answered, or how it failed: kept for the case that its statement is evaluated again. */
export type Answer = { readonly value: Value } | { readonly error: unknown }

/**
 * One execution of a program: where it reads and writes, what it has used up, and what is wrong with it. Functions get it as their world.
 */
export class Run<Ports = unknown> implements CallWorld<Ports> {
  readonly scopes: Scopes
  /** Out of `scopes`, because it is read most. */
  readonly order: VariableStore
  readonly world: World<Ports>
  /** The source, to count lines in when something is wrong. */
  readonly source: string
  diagnostics: Diagnostic[] | undefined
  /** Where the evaluation is, as far as it matters for a report. */
  site: Span = nowhere
  /** Answers of host functions and draws of the statement being evaluated, and how many of them were used again. */
  answers: Answer[] = []
  answered = 0
  private draws: number[] = []
  private drawn = 0
  private steps = 0
  private effects = 0
  private storedText = 0
  private deadline = Infinity
  private pausedAt = 0

  constructor(scopes: Scopes, world: World<Ports>, source: string) {
    this.scopes = scopes
    this.order = scopes.order
    this.world = world
    this.source = source
    if (world.stopwatch) this.deadline = world.stopwatch() + limits.runningMs
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
    const known = this.draws[this.drawn]
    const draw = known ?? this.world.random()
    if (known === undefined) this.draws.push(draw)
    this.drawn++
    return draw
  }

  stopwatch(): number {
    return this.world.stopwatch?.() ?? 0
  }

  setVariable(name: string, value: Value): void {
    writeFromFunction(this, name, value)
  }

  // ------------------------------------------------------------------------------------------------------- statements and limits

  /** Forgets what belonged to the statement before. */
  nextStatement(): void {
    if (this.answers.length > 0) this.answers = []
    if (this.draws.length > 0) this.draws = []
    this.again()
  }

  /** The same statement is evaluated from its beginning. */
  again(): void {
    this.answered = 0
    this.drawn = 0
  }

  step(): void {
    if (++this.steps > limits.steps) throw new LimitError('limit-steps', { limit: String(limits.steps) })
    if (this.deadline !== Infinity) this.checkTime()
  }

  effect(): void {
    if (++this.effects > limits.effects) throw new LimitError('limit-effects', { limit: String(limits.effects) })
  }

  /** Also asked for after work that takes long in one step. */
  checkTime(): void {
    if (this.stopwatch() > this.deadline) throw new LimitError('limit-time', { limit: String(limits.runningMs) })
  }

  /** What one run stores in all is bounded, too: thousands of variables of the longest text would be too much memory. */
  countStored(characters: number): void {
    this.storedText += characters
    if (this.storedText > limits.storedInAll) throw new LimitError('limit-memory', { limit: String(limits.storedInAll) })
  }

  /** Waiting for the world is no running time. */
  pause(): void {
    this.pausedAt = this.stopwatch()
  }

  resume(): void {
    this.deadline += this.stopwatch() - this.pausedAt
  }

  report(diagnostic: Diagnostic): void {
    this.diagnostics ??= []
    this.diagnostics.push(diagnostic)
  }
}

const nowhere: Span = { from: 0, to: 0 }
