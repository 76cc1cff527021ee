import type { DiagnosticCode } from './contract.ts'

/**
 * What functions and operators throw when they cannot answer: the statement gives none, the run goes on with the next one (section 11).
 * `code` is one of the catalogue that `explain` reads; `facts` fill its sentence. The evaluator catches it; nothing else should.
 */
export class ScriptError extends Error {
  override readonly name: string = 'ScriptError'
  readonly code: DiagnosticCode
  readonly facts: Readonly<Record<string, string>>

  constructor(code: DiagnosticCode, facts: Readonly<Record<string, string>> = {}) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

/** A bound of the whole script was reached: the statement gives none and the rest of the script is skipped (reliability-promises, P6.3). */
export class LimitError extends ScriptError {
  override readonly name = 'LimitError'
}
