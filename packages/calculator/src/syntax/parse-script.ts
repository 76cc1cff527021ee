import type { Diagnostic } from '../contract.ts'
import { isReservedName } from '../names.ts'
import { isWhite } from '../value/numbers.ts'
import type { ParsedScript, RightSide, Statement, Target, TextPart } from './ast.ts'
import { pairBraces } from './braces.ts'
import { reservedWords } from './characters.ts'
import { ExpressionParser } from './expression-parser.ts'
import type { Signatures } from './operand-parser.ts'
import type { SyntaxFinding } from './source-reader.ts'
import { LineNumbers, lineFrom, type Extent, type Line } from './lines.ts'

/**
 * Parses a calculator script (section 3). Any text is a script: lines that are nothing else become bare text or are ignored, and the
 * diagnostics say why. Never throws; the time is linear in the length of the source.
 */
export function parseScript(source: string, signatures: Signatures): ParsedScript {
  return new ScriptParser(source, signatures).run()
}

/**
 * Characters that may be read in vain while looking for the end of statements over several lines: so many, and as a multiple of the length.
 * What goes wrong in people's scripts goes wrong after a few characters; without a bound, a text made for it would take long.
 */
const vainReading = { least: 200_000, times: 2 }

class ScriptParser {
  private readonly source: string
  private readonly parser: ExpressionParser
  private readonly lines: LineNumbers
  private readonly statements: Statement[] = []
  private readonly diagnostics: Diagnostic[] = []
  /** Where the right side of the line being read begins, once its `=` was found. */
  private assignment: { readonly target: Target; readonly from: number } | undefined
  private vain: number

  constructor(source: string, signatures: Signatures) {
    this.source = source
    this.parser = new ExpressionParser(source, signatures, pairBraces(source))
    this.lines = new LineNumbers(source)
    this.vain = vainReading.least + vainReading.times * source.length
  }

  run(): ParsedScript {
    for (let at = 0; at < this.source.length;) at = this.line(at)
    return { type: 'script', source: this.source, statements: this.statements, diagnostics: this.diagnostics }
  }

  /** Reads what begins with the line at `from`; answers where to go on. */
  private line(from: number): number {
    const line = lineFrom(this.source, from)
    const start = this.start(from, line)
    if (start === undefined) return line.next
    if (this.statement(start, line.end)) return line.next
    const { failure, open } = this.parser
    const { assignment } = this
    if (open && this.vain > 0) {
      if (this.statement(start, this.source.length)) return this.parser.at
      this.vain -= this.parser.at - start
    }
    if (assignment) this.bareText(start, line, assignment, failure)
    else this.ignored(start, line, failure)
    return line.next
  }

  /** Where the content of the line begins; undefined when it is empty. */
  private start(from: number, { end, comments }: Line): number | undefined {
    let at = from
    let next = 0
    while (at < end) {
      const [open, close] = comments[next] ?? [end, end]
      if (at === open) {
        at = close
        next++
      } else if (isWhite(this.source.charCodeAt(at))) at++
      else return at
    }
    return undefined
  }

  // ------------------------------------------------------------------------------------------------------------- statements

  /** A statement without anything to forgive, ending where a line ends. */
  private statement(from: number, limit: number): boolean {
    const { parser } = this
    parser.restart(from, limit)
    this.assignment = undefined
    if (this.isDeletion(from, limit)) return this.deletion(from)
    const target = this.target()
    if (target && parser.is(equals) && this.source.charCodeAt(parser.at + 1) !== equals) {
      parser.at++
      this.assignment = { target, from: parser.at }
      return this.assigned(from, target)
    }
    parser.restart(from, limit)
    const expression = parser.wholeExpression()
    if (!expression) return false
    this.add({ type: 'evaluation', line: this.lines.at(from), expression, from, to: expression.to })
    return true
  }

  private assigned(from: number, target: Target): boolean {
    const { parser } = this
    const equalsEnd = parser.at
    const empty = parser.atEnd()
    const value: RightSide | undefined = empty ? { type: 'nothing', from: equalsEnd, to: equalsEnd } : parser.wholeExpression()
    if (!value) return false
    this.addAssignment(from, target, value)
    return true
  }

  private addAssignment(from: number, target: Target, value: RightSide): void {
    this.add({ type: 'assignment', line: this.lines.at(from), target, value, from, to: value.to })
    const [name] = target.parts
    if (target.parts.length !== 1 || typeof name !== 'string' || !isReservedName(name)) return
    this.report({ code: 'reserved-name', from: target.from, to: target.to, facts: { name } }, 'error')
  }

  private isDeletion(from: number, limit: number): boolean {
    return this.source.startsWith('del', from) && from + 3 < limit && isWhite(this.source.charCodeAt(from + 3))
  }

  private deletion(from: number): boolean {
    const { parser } = this
    parser.at = from + 3
    parser.skipSpace()
    const target = this.target()
    if (!target || target.indexes.length === 0 || !parser.atEnd()) {
      parser.fail('del-needs-element', from, parser.at)
      return false
    }
    this.add({ type: 'deletion', line: this.lines.at(from), target, from, to: target.to })
    return true
  }

  private target(): Target | undefined {
    const { parser } = this
    const from = parser.at
    const scope = parser.scope()
    const parts = parser.nameParts()
    const [first] = parts ?? []
    if (!parts || (parts.length === 1 && typeof first === 'string' && reservedWords.has(first))) return undefined
    let to = parser.at
    const indexes = parser.indexes()
    if (!indexes) return undefined
    if (indexes.length > 0) to = this.endBefore(parser.at)
    return { scope, parts, indexes, from, to }
  }

  private endBefore(at: number): number {
    let end = at
    while (end > 0 && isWhite(this.source.charCodeAt(end - 1))) end--
    return end
  }

  // ------------------------------------------------------------------------------------------------------------- what is left

  private bareText(
    start: number,
    line: Line,
    { target, from }: { target: Target; from: number },
    failure: SyntaxFinding | undefined,
  ): void {
    const { parser } = this
    parser.restart(from, line.end)
    const first = this.start(from, line)
    if (first === undefined) return this.addAssignment(start, target, { type: 'nothing', from, to: from })
    const to = this.endBefore(line.end)
    const parts = line.comments.length === 0 ? parser.textParts(first, to) : this.partsBetween(first, to, line.comments)
    this.addAssignment(start, target, { type: 'bare-text', parts, from: first, to })
    for (const warning of parser.warnings) this.report(warning, 'warning')
    if (failure?.code === 'unknown-function') this.report(failure, 'error')
    else
      this.report({ code: 'bare-text', from: first, to, facts: Object.assign({ reason: failure?.code ?? '' }, failure?.facts) }, 'warning')
  }

  private partsBetween(from: number, to: number, comments: readonly Extent[]): TextPart[] {
    return trimmed(extentsBetween(from, to, comments).flatMap(([open, close]) => this.parser.textParts(open, close)))
  }

  private ignored(start: number, line: Line, failure: SyntaxFinding | undefined): void {
    const to = this.endBefore(line.end)
    const text = this.source.slice(start, to)
    this.statements.push({ type: 'ignored', line: this.lines.at(start), text, from: start, to })
    const [, name] = /^([^="'()]*[^="'()!<>\s])\s*=(?!=)/.exec(text) ?? []
    if (name !== undefined) this.report({ code: 'impossible-name', from: start, to: start + name.length, facts: { name } }, 'error')
    else this.report(failure ?? { code: 'unfinished', from: start, to, facts: {} }, 'error')
  }

  private add(statement: Statement): void {
    this.statements.push(statement)
    for (const warning of this.parser.warnings) this.report(warning, 'warning')
  }

  private report({ code, from, to, facts }: SyntaxFinding, severity: Diagnostic['severity']): void {
    this.diagnostics.push({ code, severity, from, to, line: this.lines.at(from), facts })
  }
}

const equals = 61

function extentsBetween(from: number, to: number, comments: readonly Extent[]): Extent[] {
  const extents: Extent[] = []
  let at = from
  for (const [open, close] of comments) {
    if (open < at) continue
    extents.push([at, open])
    at = close
  }
  if (at < to) extents.push([at, to])
  return extents
}

/** Without white space at the ends of the whole, and neighbouring texts joined. */
function trimmed(parts: readonly TextPart[]): TextPart[] {
  const joined: TextPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  const [first] = joined
  if (typeof first === 'string') joined[0] = first.trimStart()
  const last = joined.at(-1)
  if (typeof last === 'string') joined[joined.length - 1] = last.trimEnd()
  return joined.filter((part) => part !== '')
}
