import type { FunctionSignature } from '../contract.ts'
import { limits } from '../limits.ts'
import type { BareText, IgnoredLine, Statement } from './ast.ts'
import { isDigit, isNamePart, isNameStart, reservedWords } from './characters.ts'
import { pairBraces, type BracePairs } from './braces.ts'
import { indexWithin } from './index-within.ts'
import { parseScript } from './parse-script.ts'

export type HighlightKind =
  | 'keyword'
  | 'function'
  | 'variable'
  | 'scope'
  | 'number'
  | 'string'
  | 'interpolation'
  | 'comment'
  | 'operator'
  | 'punctuation'
  | 'invalid'

export interface HighlightSpan {
  readonly from: number
  readonly to: number
  readonly kind: HighlightKind
}

/**
 * Colours for a script: spans in order, none overlapping another. Bare text is coloured as the string that it is, lines that mean nothing as
 * invalid. Takes any text, in time linear to its length.
 */
export function highlight(source: string, signatures: ReadonlyMap<string, FunctionSignature>): HighlightSpan[] {
  const painter = new Painter(source, signatures)
  let at = 0
  for (const statement of parseScript(source, signatures).statements) {
    painter.comments(at, statement.from)
    painter.statement(statement)
    at = statement.to
  }
  painter.comments(at, source.length)
  return painter.spans
}

class Painter {
  readonly spans: HighlightSpan[] = []
  private readonly source: string
  private readonly signatures: ReadonlyMap<string, FunctionSignature>
  private readonly pairs: BracePairs
  private depth = 0

  constructor(source: string, signatures: ReadonlyMap<string, FunctionSignature>) {
    this.source = source
    this.signatures = signatures
    this.pairs = pairBraces(source)
  }

  statement(statement: Statement): void {
    if (statement.type === 'ignored') return this.ignored(statement)
    if (statement.type !== 'assignment' || statement.value.type !== 'bare-text') return this.code(statement.from, statement.to)
    this.code(statement.from, statement.value.from)
    this.bareText(statement.value)
  }

  /** Between statements there are only comments and white space. */
  comments(from: number, to: number): void {
    for (let at = indexWithin(this.source, '/*', from, to); at >= 0; at = indexWithin(this.source, '/*', at, to)) {
      at = this.comment(at, to)
    }
  }

  private ignored({ from, to }: IgnoredLine): void {
    this.put('invalid', from, to)
  }

  /** `#{` and `}` with code between them, in a text that is painted as `kind`. */
  private bareText({ from, to, parts }: BareText): void {
    let at = from
    for (const part of parts) {
      if (typeof part === 'string' || !part.content) continue
      this.text(at, part.from)
      this.interpolation(part.from, part.to)
      at = part.to
    }
    this.text(at, to)
  }

  private text(from: number, to: number): void {
    let at = from
    for (let open = indexWithin(this.source, '/*', at, to); open >= 0; open = indexWithin(this.source, '/*', at, to)) {
      const opens = open === from || /\s/.test(this.source[open - 1] ?? '') || this.spans.at(-1)?.to === open
      if (!opens || indexWithin(this.source, '*/', open, to) < 0) break
      this.put('string', at, open)
      at = this.comment(open, to)
    }
    this.put('string', at, to)
  }

  private interpolation(from: number, to: number): void {
    // Deeper than that it is no expression any more.
    if (this.depth > limits.nesting) return void this.put('string', from, to)
    this.depth++
    this.put('interpolation', from, from + 2)
    this.code(from + 2, to - 1)
    this.put('interpolation', to - 1, to)
    this.depth--
  }

  // ------------------------------------------------------------------------------------------------------------- code

  /** What is known to be valid, so quotes and braces close. */
  private code(from: number, to: number): void {
    for (let at = from; at < to;) at = this.token(at, to)
  }

  private token(at: number, limit: number): number {
    const code = this.source.codePointAt(at) ?? 0
    const character = String.fromCodePoint(code)
    if (character === '"' || character === "'") return this.quoted(at, limit)
    if (character === '#') return this.hash(at, limit)
    if (isNameStart(code)) return this.word(at, limit)
    if (isDigit(code)) return this.number(at, limit)
    if (character === '/' && this.source[at + 1] === '*') return this.comment(at, limit)
    const end = at + character.length
    if ('()[]{},:.'.includes(character)) return this.put('punctuation', at, end)
    if ('+-*/%^=<>!&|'.includes(character)) return this.put('operator', at, end)
    // Digits and underscores that go on a name after `#{...}`.
    return isNamePart(code) ? this.put('variable', at, end) : end
  }

  private hash(at: number, limit: number): number {
    const close = this.pairs.get(at)
    if (close === undefined || close >= limit) return at + 1
    this.interpolation(at, close + 1)
    return close + 1
  }

  private quoted(from: number, limit: number): number {
    const quote = this.source[from]
    let at = from + 1
    let plain = from
    while (at < limit && this.source[at] !== quote) {
      const close = this.source[at] === '#' ? this.pairs.get(at) : undefined
      if (close !== undefined && close < limit) {
        this.put('string', plain, at)
        this.interpolation(at, close + 1)
        at = close + 1
        plain = at
      } else at += this.source[at] === '\\' ? 2 : 1
    }
    const end = Math.min(at + 1, limit)
    return this.put('string', plain, end)
  }

  private word(from: number, limit: number): number {
    let at = from
    for (let code = this.source.codePointAt(at) ?? 0; at < limit && isNamePart(code); code = this.source.codePointAt(at) ?? 0) {
      at += code > 0xffff ? 2 : 1
    }
    const word = this.source.slice(from, at)
    const isScope = /^(?:client|клиент|project|проект)$/.test(word) && this.source[at] === '.'
    if (isScope) return this.put('scope', from, at)
    if (reservedWords.has(word)) return this.put('keyword', from, at)
    return this.put(this.signatures.has(word) && this.callFollows(at, limit) ? 'function' : 'variable', from, at)
  }

  private callFollows(at: number, limit: number): boolean {
    let next = at
    while (next < limit && (this.source[next] === ' ' || this.source[next] === '\t')) next++
    return next < limit && this.source[next] === '('
  }

  private number(from: number, limit: number): number {
    let at = from
    while (at < limit && (isDigit(this.source.charCodeAt(at)) || this.source[at] === '.')) at++
    return this.put('number', from, at)
  }

  private comment(from: number, limit: number): number {
    const close = this.source.indexOf('*/', from + 2)
    return this.put('comment', from, close < 0 ? limit : Math.min(close + 2, limit))
  }

  private put(kind: HighlightKind, from: number, to: number): number {
    if (to > from) this.spans.push({ from, to, kind })
    return to
  }
}
