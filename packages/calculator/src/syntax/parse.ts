import type { Diagnostic } from '../contract.ts'
import type { ParsedExpression, ParsedTemplate } from './ast.ts'
import { pairBraces } from './braces.ts'
import { ExpressionParser } from './expression-parser.ts'
import type { Signatures } from './operand-parser.ts'
import type { SyntaxFinding } from './source-reader.ts'
import { LineNumbers } from './lines.ts'

/** Parses one expression, such as the "variable to compare" of an arrow. Line feeds in it are white space. Never throws. */
export function parseExpression(source: string, signatures: Signatures): ParsedExpression {
  const parser = new ExpressionParser(source, signatures, pairBraces(source))
  parser.restart(0, source.length)
  parser.readsLines()
  const expression = parser.wholeExpression()
  const { failure, warnings } = parser
  const diagnostics = placed(source, warnings, 'warning')
  if (expression) return { type: 'expression', source, expression, diagnostics }
  return { type: 'expression', source, diagnostics: [...placed(source, failure ? [failure] : [], 'error'), ...diagnostics] }
}

/** Parses text with `#{...}` in it: a message, a button, a URL (section 8). Never throws. */
export function parseTemplate(source: string, signatures: Signatures): ParsedTemplate {
  const parser = new ExpressionParser(source, signatures, pairBraces(source))
  parser.restart(0, source.length)
  const parts = parser.textParts(0, source.length)
  return { type: 'template', source, parts, diagnostics: placed(source, parser.warnings, 'warning') }
}

function placed(source: string, findings: readonly SyntaxFinding[], severity: Diagnostic['severity']): Diagnostic[] {
  if (findings.length === 0) return []
  const lines = new LineNumbers(source)
  return findings.map(({ code, from, to, facts }) => ({ code, severity, from, to, line: lines.at(from), facts }))
}
