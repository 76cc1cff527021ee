import { limits } from '../limits.ts'
import { isWhite } from '../value/numbers.ts'
import type { BracePairs } from './braces.ts'
import { isNamePart } from './characters.ts'
import { indexWithin } from './index-within.ts'

/** Why a text is not what it was tried as, or what is doubtful about it. */
export interface SyntaxFinding {
  readonly code: string
  readonly from: number
  readonly to: number
  readonly facts: Readonly<Record<string, string>>
}

/** Goes over the characters of a source: white space, comments, brackets, words, and what is wrong. The parsers are built on it. */
export class SourceReader {
  readonly source: string
  at = 0
  /** Reading stops here. */
  limit = 0
  failure: SyntaxFinding | undefined
  /** The text ended inside a quote or a bracket: more lines might complete it. */
  open = false
  warnings: SyntaxFinding[] = []
  /** Open brackets: inside them a line feed is white space. */
  protected brackets = 0
  protected nesting = 0
  private readonly pairs: BracePairs

  constructor(source: string, pairs: BracePairs) {
    this.source = source
    this.pairs = pairs
  }

  restart(from: number, limit: number): void {
    this.at = from
    this.limit = limit
    this.failure = undefined
    this.open = false
    this.warnings = []
    this.brackets = 0
    this.nesting = 0
  }

  /** From here on line feeds are white space. */
  readsLines(): void {
    this.brackets = 1
  }

  fail(code: string, from = this.at, to = from, facts: Record<string, string> = {}): undefined {
    if (this.failure) return undefined
    if (from >= this.limit && this.brackets > 0) this.open = true
    this.failure = { code, from, to: Math.max(from, Math.min(to, this.limit)), facts }
    return undefined
  }

  /** White space and comments; outside brackets it stops before a line feed. */
  skipSpace(): void {
    while (this.at < this.limit) {
      const code = this.source.charCodeAt(this.at)
      if (code === slash) {
        if (!this.skipComment()) return
      } else if (code === lineFeed && this.brackets === 0) return
      else if (code > 32 && code < 128) return
      else if (isWhite(code)) this.at++
      else return
    }
  }

  /** Nothing but white space is left: up to the limit, or to the end of the line when several lines may be read. */
  atEnd(): boolean {
    this.skipSpace()
    return this.at >= this.limit || this.source.charCodeAt(this.at) === lineFeed || this.opensComment()
  }

  is(code: number): boolean {
    return this.at < this.limit && this.source.charCodeAt(this.at) === code
  }

  unexpected(): undefined {
    if (this.at >= this.limit) return this.fail('unfinished')
    const from = this.at
    const found = this.word() || this.signs()
    this.at = from
    const code = found === '=' ? 'single-equals' : 'unexpected'
    return this.fail(code, from, from + found.length, { found: found.slice(0, 40) })
  }

  /** One character, or an operator of two. */
  private signs(): string {
    const first = String.fromCodePoint(this.codePoint())
    return '<>=!'.includes(first) && this.source.charCodeAt(this.at + 1) === equals && this.at + 1 < this.limit ? `${first}=` : first
  }

  // ------------------------------------------------------------------------------------------------------------- brackets

  /** One thing in brackets; `at` stands on the opening one. */
  protected bracketed<T>(close: number, read: () => T | undefined): T | undefined {
    this.at++
    this.brackets++
    this.skipSpace()
    const inner = this.deeper(read)
    if (inner === undefined) return undefined
    this.skipSpace()
    if (!this.is(close)) return this.expected(String.fromCharCode(close))
    this.at++
    this.brackets--
    return inner
  }

  /** Things with commas between, in brackets; `at` stands on the opening one. */
  protected list<T>(close: number, read: () => T | undefined): T[] | undefined {
    return this.bracketed(close, () => {
      const items: T[] = []
      while (!(items.length === 0 && this.is(close))) {
        const item = read()
        if (item === undefined) return undefined
        items.push(item)
        this.skipSpace()
        if (!this.is(comma)) break
        this.at++
        this.skipSpace()
      }
      return items
    })
  }

  protected expected(what: string): undefined {
    if (this.at >= this.limit) return this.fail('unclosed', this.at, this.at, { bracket: what })
    return this.unexpected()
  }

  protected deeper<T>(read: () => T | undefined): T | undefined {
    if (this.nesting >= limits.nesting) return this.tooDeep()
    this.nesting++
    const inner = read()
    this.nesting--
    return inner
  }

  protected tooDeep(): undefined {
    return this.fail('nesting-too-deep', this.at, this.at + 1, { limit: String(limits.nesting) })
  }

  // ------------------------------------------------------------------------------------------------------------- characters

  protected codePoint(): number {
    return this.at < this.limit ? (this.source.codePointAt(this.at) ?? 0) : 0
  }

  /** Characters of a name from here on; empty when there are none. */
  protected word(): string {
    const { source, limit } = this
    const from = this.at
    while (this.at < limit) {
      const code = source.codePointAt(this.at) ?? 0
      if (!isNamePart(code)) break
      this.at += code > 0xffff ? 2 : 1
    }
    return source.slice(from, this.at)
  }

  protected startsHash(): boolean {
    return this.is(hash) && this.at + 1 < this.limit && this.source.charCodeAt(this.at + 1) === openBrace
  }

  protected startsInterpolation(): boolean {
    if (!this.startsHash()) return false
    if (this.closeOf(this.at, this.limit) !== undefined) return true
    this.open = true
    return false
  }

  protected closeOf(at: number, limit: number): number | undefined {
    const close = this.pairs.get(at)
    return close !== undefined && close < limit ? close : undefined
  }

  private opensComment(): boolean {
    const { source, at } = this
    if (source.charCodeAt(at) !== slash || source.charCodeAt(at + 1) !== star || at + 1 >= this.limit) return false
    return at === 0 || isWhite(source.charCodeAt(at - 1)) || (at >= 4 && source.startsWith('*/', at - 2))
  }

  /** False, and nothing skipped, where no comment opens, or where it would carry a statement over the end of its line. */
  private skipComment(): boolean {
    if (!this.opensComment()) return false
    const close = indexWithin(this.source, '*/', this.at + 2, this.limit)
    const end = close < 0 ? this.limit : close + 2
    if (this.brackets === 0 && indexWithin(this.source, '\n', this.at, end) >= 0) return false
    this.at = end
    return true
  }
}

const lineFeed = 10
const hash = 35
const star = 42
const comma = 44
const slash = 47
const equals = 61
const openBrace = 123
