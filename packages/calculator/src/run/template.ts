import type { Diagnostic, Library, Scopes, World } from '../contract.ts'
import type { ParsedTemplate } from '../syntax/ast.ts'
import { parseTemplate } from '../syntax/parse.ts'
import { entered, leave, Suspension } from './calls.ts'
import { compileText, type Insert } from './compile.ts'
import { reportError } from './report.ts'
import { Run } from './run.ts'
import { waitFor } from './wait.ts'

/** Text with `#{...}` in it (section 8), compiled once to be filled in often. */
export interface Template<Ports = unknown> {
  readonly syntax: ParsedTemplate
  readonly diagnostics: readonly Diagnostic[]
  /** False: the text is always the same. */
  readonly hasSubstitutions: boolean
  /** Never throws. What has no value gives the empty text; `report` hears why. A text beyond the limits gives the empty text as a whole. */
  render(scopes: Scopes, world: World<Ports>, report?: (diagnostic: Diagnostic) => void): string | Promise<string>
}

/** `insert`: how values are written at their place, for texts that somebody else reads: addresses, JSON, headers. */
export function compileTemplate<Ports = unknown>(text: string, library: Library<Ports>, insert?: Insert): Template<Ports> {
  const syntax = parseTemplate(text, library)
  const { diagnostics } = syntax
  const hasSubstitutions = syntax.parts.some((part) => typeof part !== 'string' && part.content)
  if (!hasSubstitutions) return { syntax, diagnostics, hasSubstitutions, render: () => text }
  const fill = compileText(syntax.parts, library, insert)
  return { syntax, diagnostics, hasSubstitutions, render: (scopes, world, report) => render(fill, new Run(scopes, world, text), report) }
}

type Report = ((diagnostic: Diagnostic) => void) | undefined

function render(fill: (run: Run) => string, run: Run, report: Report): string | Promise<string> {
  const text = attempt(fill, run)
  if (text instanceof Suspension) {
    run.diagnostics = undefined
    return waitFor(text, run).then(() => render(fill, run, report))
  }
  if (report) run.diagnostics?.forEach(report)
  return text
}

function attempt(fill: (run: Run) => string, run: Run): string | Suspension {
  const before = entered()
  try {
    return fill(run)
  } catch (error) {
    leave(before)
    if (error instanceof Suspension) return error
    reportError(run, error)
    return ''
  }
}
