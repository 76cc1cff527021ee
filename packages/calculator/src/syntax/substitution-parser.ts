import type { Expression, Interpolation, NamePart, StringLiteral, Substitution, TextPart, WrittenScope } from './ast.ts'
import { isNameStart } from './characters.ts'
import { indexWithin } from './index-within.ts'
import { SourceReader } from './source-reader.ts'

/** Reads what `#{...}` can stand in: texts, quoted literals and names. What stands in `#{...}` itself is an expression again. */
export abstract class SubstitutionParser extends SourceReader {
  abstract expression(): Expression | undefined

  /** A whole expression and nothing behind it. */
  wholeExpression(): Expression | undefined {
    this.skipSpace()
    if (this.at >= this.limit) return this.fail('expected-value')
    const expression = this.expression()
    if (!expression) return undefined
    return this.atEnd() ? expression : this.unexpected()
  }

  /** Text with `#{...}` in it, from one place to another; escapes are not resolved. */
  textParts(from: number, to: number): TextPart[] {
    const parts: TextPart[] = []
    let text = from
    for (let at = indexWithin(this.source, '#{', from, to); at >= 0; at = indexWithin(this.source, '#{', at, to)) {
      const close = this.closeOf(at, to)
      if (close === undefined) at += 2
      else {
        if (at > text) parts.push(this.source.slice(text, at))
        parts.push(this.substitution(at, close))
        at = close + 1
        text = at
      }
    }
    if (to > text) parts.push(this.source.slice(text, to))
    return parts
  }

  /** Pieces of a name standing close together; undefined when there is no name here. */
  nameParts(): NamePart[] | undefined {
    const parts: NamePart[] = []
    while (this.at < this.limit) {
      if (this.startsInterpolation()) {
        const part = this.interpolation()
        if (!part) return undefined
        parts.push(part)
      } else {
        const word = parts.length === 0 && !isNameStart(this.codePoint()) ? '' : this.word()
        if (word === '') break
        parts.push(word)
      }
    }
    return parts.length > 0 ? parts : undefined
  }

  /** `client.` and its like, when a name follows directly. */
  scope(): WrittenScope | undefined {
    const from = this.at
    if (!scopeInitials.has(this.source.charCodeAt(from))) return undefined
    const word = this.word()
    const scope = scopeWords.get(word)
    if (scope && this.source.charCodeAt(this.at) === dot && this.at + 1 < this.limit) {
      this.at++
      if (isNameStart(this.codePoint()) || this.startsInterpolation()) return { scope, word }
    }
    this.at = from
    return undefined
  }

  protected string(quote: number): StringLiteral | undefined {
    const from = this.at
    const parts: TextPart[] = []
    let text = ''
    let plain = ++this.at
    for (;;) {
      if (this.at >= this.limit) {
        this.open = true
        return this.fail('unclosed-quote', from, this.limit)
      }
      const code = this.source.charCodeAt(this.at)
      if (code === quote) break
      if (code === backslash) {
        text += this.source.slice(plain, this.at) + this.escape()
        plain = this.at
      } else if (code === hash && this.startsInterpolation()) {
        text += this.source.slice(plain, this.at)
        if (text !== '') parts.push(text)
        text = ''
        parts.push(this.substitution(this.at, this.closeOf(this.at, this.limit) ?? this.at))
        plain = this.at
      } else this.at++
    }
    text += this.source.slice(plain, this.at)
    if (text !== '') parts.push(text)
    this.at++
    return { type: 'string', quote: quote === doubleQuote ? '"' : "'", parts, from, to: this.at }
  }

  private escape(): string {
    const escaped = this.at + 1 < this.limit ? escapes.get(this.source.charCodeAt(this.at + 1)) : undefined
    this.at += escaped === undefined ? 1 : 2
    return escaped ?? '\\'
  }

  /** `#{...}` in text. What is no valid expression stays as typed, which is no failure of the text around it. */
  private substitution(from: number, close: number): Substitution {
    const { failure, open } = this
    const warned = this.warnings.length
    this.failure = undefined
    const content = this.content(from, close)
    if (!content) {
      const { code = 'expected-value', facts = {} } = this.failure ?? {}
      this.warnings.length = warned
      this.warnings.push({ code: 'invalid-substitution', from, to: close + 1, facts: { ...facts, reason: code } })
    }
    this.failure = failure
    this.open = open
    this.at = close + 1
    const source = this.source.slice(from + 2, close)
    return { type: 'substitution', source, from, to: close + 1, ...(content && { content }) }
  }

  /** The expression between `#{` and its `}`. */
  private content(from: number, close: number): Expression | undefined {
    const { limit, brackets, nesting, open } = this
    this.at = from + 2
    this.limit = close
    // Inside braces lines may be broken; and what is wrong here is not mended by lines that follow.
    this.brackets = 1
    const content = this.deeper(() => this.wholeExpression())
    this.limit = limit
    this.brackets = brackets
    this.nesting = nesting
    this.open = open
    return content
  }

  private interpolation(): Interpolation | undefined {
    const from = this.at
    const close = this.closeOf(from, this.limit) ?? from
    const content = this.content(from, close)
    if (!content) return undefined
    this.at = close + 1
    return { type: 'interpolation', content, from, to: this.at }
  }
}

const scopeWords: ReadonlyMap<string, WrittenScope['scope']> = new Map([
  ['client', 'client'],
  ['клиент', 'client'],
  ['project', 'project'],
  ['проект', 'project'],
])

const scopeInitials: ReadonlySet<number> = new Set(Array.from(scopeWords.keys(), (word) => word.charCodeAt(0)))

const doubleQuote = 34
const hash = 35
const singleQuote = 39
const dot = 46
const backslash = 92

const escapes: ReadonlyMap<number, string> = new Map([
  [110, '\n'],
  [116, '\t'],
  [backslash, '\\'],
  [singleQuote, "'"],
  [doubleQuote, '"'],
])
