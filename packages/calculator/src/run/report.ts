import type { Diagnostic } from '../contract.ts'
import { ScriptError } from '../errors.ts'
import { lineAt } from '../findings/place.ts'
import type { Expression } from '../syntax/ast.ts'
import type { Site } from './compiled.ts'
import type { Run } from './run.ts'

/** Notes an error where the evaluation stands. What is no `ScriptError` is a mistake of ours, and is reported without its insides. */
export function reportError(run: Run, error: unknown): Diagnostic {
  const site: Site = run.site
  const { code, facts } = error instanceof ScriptError ? error : new ScriptError('internal-error')
  const operand = facts.side === 'left' ? site.left : facts.side === 'right' ? site.right : undefined
  const name = operand && nameOf(operand)
  const diagnostic: Diagnostic = {
    code,
    severity: 'error',
    from: site.from,
    to: site.to,
    line: lineAt(run.source, site.from),
    facts: name === undefined ? facts : { ...facts, name },
  }
  run.report(diagnostic)
  return diagnostic
}

function nameOf(operand: Expression): string | undefined {
  if (operand.type === 'interpolation' || operand.type === 'group') {
    return nameOf(operand.type === 'group' ? operand.inner : operand.content)
  }
  if (operand.type !== 'variable') return undefined
  return operand.scope ? `${operand.scope.word}.${operand.name}` : operand.name
}
