import { parseExpression, parseScript, parseTemplate } from '@voronka/calculator'
import type { FunctionSignature, ParsedExpression, ParsedScript, ParsedTemplate } from '@voronka/calculator'
import type { TextKind } from './texts.ts'

/** Functions by name and by every alias. */
export type Signatures = ReadonlyMap<string, FunctionSignature>

/** Reads a text in the way its field is written. Never throws. */
export function parseText(source: string, kind: TextKind, signatures: Signatures): ParsedScript | ParsedExpression | ParsedTemplate {
  if (kind === 'script') return parseScript(source, signatures)
  return kind === 'expression' ? parseExpression(source, signatures) : parseTemplate(source, signatures)
}
