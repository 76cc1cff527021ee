import type { Diagnostic, Evaluated, Library, ScopeName, Scopes, World } from '../contract.ts'
import type { Expression as Node, ParsedExpression } from '../syntax/ast.ts'
import { parseExpression } from '../syntax/parse.ts'
import { entered, leave, Suspension } from './calls.ts'
import { compile } from './compile.ts'
import { reportError } from './report.ts'
import { Run, type Code } from './run.ts'
import { waitFor } from './wait.ts'

/** One expression, such as the "variable to compare" of an arrow, compiled once to be evaluated often. */
export interface Expression<Ports = unknown> {
  readonly syntax: ParsedExpression
  readonly diagnostics: readonly Diagnostic[]
  /** Set when the source is a variable name and nothing else, also in the form `#{name}` (builder-and-runtime, 7.7). */
  readonly bareName?: BareName
  /** Never throws. None, and a diagnostic, where the expression has no value; none for what is no valid expression. */
  evaluate(scopes: Scopes, world: World<Ports>): Evaluated | Promise<Evaluated>
}

export interface BareName {
  readonly scope?: ScopeName
  readonly name: string
}

export function compileExpression<Ports = unknown>(source: string, library: Library<Ports>): Expression<Ports> {
  const syntax = parseExpression(source, library)
  const { expression, diagnostics } = syntax
  if (!expression) return { syntax, diagnostics, evaluate: () => ({ value: null, diagnostics, failed: true }) }
  const code = compile(expression, library)
  const bareName = bareNameOf(expression)
  return { syntax, diagnostics, evaluate: (scopes, world) => evaluate(code, new Run(scopes, world, source)), ...(bareName && { bareName }) }
}

function bareNameOf(node: Node): BareName | undefined {
  if (node.type === 'interpolation' && node.content.type === 'variable') return bareNameOf(node.content)
  if (node.type !== 'variable') return undefined
  return { name: node.name, ...(node.scope && { scope: node.scope.scope }) }
}

const nothingWrong: readonly Diagnostic[] = []

function evaluate(code: Code, run: Run): Evaluated | Promise<Evaluated> {
  const before = entered()
  try {
    return { value: code(run), diagnostics: run.diagnostics ?? nothingWrong }
  } catch (error) {
    leave(before)
    if (error instanceof Suspension) {
      run.diagnostics = undefined
      return waitFor(error, run).then(() => evaluate(code, run))
    }
    reportError(run, error)
    return { value: null, diagnostics: run.diagnostics ?? nothingWrong, failed: true }
  }
}
