import type { Diagnostic, Library, LineResult, RunResult, Scopes, World } from '../contract.ts'
import { LimitError } from '../errors.ts'
import type { ParsedScript, Statement } from '../syntax/ast.ts'
import { parseScript } from '../syntax/parse-script.ts'
import { compileAssignment, compileDeletion, type Action, type Effect } from './assign.ts'
import { entered, leave, Suspension } from './calls.ts'
import { compile } from './compile.ts'
import { reportError } from './report.ts'
import { Run } from './run.ts'
import { waitFor } from './wait.ts'

/** A calculator script, compiled once to be run often. */
export interface Script<Ports = unknown> {
  readonly syntax: ParsedScript
  readonly diagnostics: readonly Diagnostic[]
  /**
   * Runs the statements from top to bottom. Never throws: what goes wrong is in the result, and variables written before stay written.
   * Answers at once, unless a host function answered with a promise; then with a promise, which is not rejected either.
   */
  run(scopes: Scopes, world: World<Ports>): RunResult | Promise<RunResult>
}

export function compileScript<Ports = unknown>(source: string, library: Library<Ports>): Script<Ports> {
  const syntax = parseScript(source, library)
  const lines = compileLines(syntax, library)
  return {
    syntax,
    diagnostics: syntax.diagnostics,
    run: (scopes, world) => runFrom(0, lines, new Run(scopes, world, source), []),
  }
}

interface CompiledLine {
  readonly statement: Statement
  readonly source: string
  readonly action: Action
  /** What the parser had to say about it. */
  readonly findings: readonly Diagnostic[]
}

function compileLines<Ports>({ source, statements, diagnostics }: ParsedScript, library: Library<Ports>): CompiledLine[] {
  let next = 0
  return statements.map((statement, at) => {
    const end = statements[at + 1]?.from ?? Infinity
    const first = next
    while (next < diagnostics.length && (diagnostics[next]?.from ?? end) < end) next++
    return {
      statement,
      source: source.slice(statement.from, statement.to),
      action: compileStatement(statement, source, library),
      findings: diagnostics.slice(first, next),
    }
  })
}

function compileStatement<Ports>(statement: Statement, source: string, library: Library<Ports>): Action {
  if (statement.type === 'assignment') return compileAssignment(statement.target, statement.value, source, library)
  if (statement.type === 'deletion') return compileDeletion(statement.target, source, library)
  if (statement.type === 'ignored') return () => ({})
  const code = compile(statement.expression, library)
  return (run) => ({ value: code(run) })
}

function runFrom(start: number, lines: readonly CompiledLine[], run: Run, results: LineResult[]): RunResult | Promise<RunResult> {
  const waiting = runUntilWaiting(start, lines, run, results)
  if (!waiting) return { lines: results, diagnostics: run.diagnostics ?? [] }
  const { at, suspension } = waiting
  return waitFor(suspension, run).then(() => runFrom(at, lines, run, results))
}

interface Waiting {
  readonly at: number
  readonly suspension: Suspension
}

/** Ends early with the first limit that is hit: the rest of the script is skipped (reliability-promises, P6.3). */
function runUntilWaiting(start: number, lines: readonly CompiledLine[], run: Run, results: LineResult[]): Waiting | undefined {
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]
    if (!line) break
    // The first is either that of the script or one that has waited, which needs the answers that it has got.
    if (at > start) run.nextStatement()
    const outcome = execute(line, run)
    if (outcome.suspension) return { at, suspension: outcome.suspension }
    results.push(outcome.result)
    if (outcome.stops) return undefined
  }
  return undefined
}

type Outcome =
  | { readonly suspension: Suspension }
  | { readonly suspension?: undefined; readonly result: LineResult; readonly stops: boolean }

function execute({ statement, source, action, findings }: CompiledLine, run: Run): Outcome {
  const reported = run.diagnostics?.length ?? 0
  let effect: Effect = {}
  let stops = false
  const before = entered()
  run.site = statement
  try {
    run.step()
    effect = action(run)
  } catch (error) {
    leave(before)
    if (error instanceof Suspension) {
      if (run.diagnostics) run.diagnostics.length = reported
      return { suspension: error }
    }
    stops = error instanceof LimitError
    reportError(run, error)
    if (statement.type === 'assignment') effect = { target: run.source.slice(statement.target.from, statement.target.to), value: null }
  }
  for (const finding of findings) run.report(finding)
  const diagnostic = run.diagnostics?.[reported]
  return { result: { line: statement.line, source, ...effect, ...(diagnostic && { diagnostic }) }, stops }
}
