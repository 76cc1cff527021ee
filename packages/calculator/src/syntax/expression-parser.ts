import type { FunctionSignature } from '../contract.ts'
import { closestName } from '../findings/closest-name.ts'
import { limits } from '../limits.ts'
import { isWhite, readNumber } from '../value/numbers.ts'
import type {
  ChainLevel,
  ChainLink,
  ChainOperator,
  ComparisonOperator,
  ConstantWord,
  DictPair,
  Expression,
  Interpolation,
  NamePart,
  Substitution,
  TextPart,
  WrittenScope,
} from './ast.ts'
import type { BracePairs } from './braces.ts'
import { indexWithin } from './index-within.ts'
import { isDigit, isNamePart, isNameStart, reservedWords } from './characters.ts'

export type Signatures = ReadonlyMap<string, FunctionSignature>

/** Why a text is not what it was tried as, or what is doubtful about it. `open`: the text ended inside a quote or a bracket. */
export interface SyntaxFinding {
  readonly code: string
  readonly from: number
  readonly to: number
  readonly facts: Readonly<Record<string, string>>
}

/**
 * Recursive descent over the characters of a source, one method a line of the grammar (section 3.1). A method that cannot read what it should
 * notes `failure` and answers undefined; nothing is thrown and nothing is tried twice, so the time is linear in what is read.
 */
export class ExpressionParser {
  readonly source: string
  at = 0
  /** Reading stops here. */
  limit = 0
  failure: SyntaxFinding | undefined
  /** The text ended inside a quote or a bracket: more lines might complete it. */
  open = false
  warnings: SyntaxFinding[] = []
  private readonly signatures: Signatures
  private readonly pairs: BracePairs
  /** Open brackets: inside them a line feed is white space. */
  private brackets = 0
  private nesting = 0
  private suggestions = 0

  constructor(source: string, signatures: Signatures, pairs: BracePairs) {
    this.source = source
    this.signatures = signatures
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

  expression(): Expression | undefined {
    return this.chain('or')
  }

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

  /** `[index]` as often as it is written. */
  indexes(): Expression[] | undefined {
    const indexes: Expression[] = []
    for (this.skipSpace(); this.is(openBracket); this.skipSpace()) {
      if (indexes.length >= limits.nesting) return this.tooDeep()
      const index = this.bracketed(closeBracket, () => this.expression())
      if (!index) return undefined
      indexes.push(index)
    }
    return indexes
  }

  is(code: number): boolean {
    return this.at < this.limit && this.source.charCodeAt(this.at) === code
  }

  unexpected(): undefined {
    if (this.at >= this.limit) return this.fail('unfinished')
    const from = this.at
    const found = this.word() || this.comparisonOperator() || String.fromCodePoint(this.codePoint())
    this.at = from
    const code = found === '=' ? 'single-equals' : 'unexpected'
    return this.fail(code, this.at, this.at + found.length, { found: found.slice(0, 40) })
  }

  // ------------------------------------------------------------------------------------------------------------- operators

  private chain(level: ChainLevel): Expression | undefined {
    const from = this.at
    const first = this.below(level)
    if (!first) return undefined
    let rest: ChainLink[] | undefined
    for (let operator = this.chainOperator(level); operator; operator = this.chainOperator(level)) {
      this.skipSpace()
      const operand = this.below(level)
      if (!operand) return undefined
      rest ??= []
      rest.push({ operator, operand })
    }
    return rest ? { type: 'chain', level, first, rest, from, to: rest[rest.length - 1]?.operand.to ?? from } : first
  }

  private below(level: ChainLevel): Expression | undefined {
    if (level === 'product') return this.sign()
    if (level === 'sum') return this.chain('product')
    return level === 'and' ? this.not() : this.chain('and')
  }

  private chainOperator(level: ChainLevel): ChainOperator | undefined {
    this.skipSpace()
    if (this.at >= this.limit) return undefined
    const code = this.source.charCodeAt(this.at)
    if (level === 'product') {
      if (code === star) return this.source.charCodeAt(this.at + 1) === star ? undefined : this.take('*')
      return code === slash ? this.take('/') : code === percent ? this.take('%') : undefined
    }
    if (level === 'sum') return code === plus ? this.take('+') : code === minus ? this.take('-') : undefined
    if (level === 'and') return this.wordOperator('and') ?? this.wordOperator('AND') ?? this.signOperator('&&')
    return this.wordOperator('or') ?? this.wordOperator('OR') ?? this.signOperator('||')
  }

  private take<Operator extends string>(operator: Operator): Operator {
    this.at += operator.length
    return operator
  }

  private signOperator<Operator extends string>(operator: Operator): Operator | undefined {
    return this.source.startsWith(operator, this.at) && this.at + operator.length <= this.limit ? this.take(operator) : undefined
  }

  private wordOperator<Operator extends string>(operator: Operator): Operator | undefined {
    if (this.source.charCodeAt(this.at) !== operator.charCodeAt(0)) return undefined
    if (!this.source.startsWith(operator, this.at)) return undefined
    const end = this.at + operator.length
    if (end > this.limit || (end < this.limit && isNamePart(this.source.codePointAt(end) ?? 0))) return undefined
    return this.take(operator)
  }

  private not(): Expression | undefined {
    const from = this.at
    const isSign = this.is(exclamation) && this.source.charCodeAt(this.at + 1) !== equals
    const word = isSign ? this.take('!') : (this.wordOperator('not') ?? this.wordOperator('NOT'))
    if (!word) return this.comparison()
    this.skipSpace()
    const operand = this.deeper(() => this.not())
    return operand && { type: 'not', word, operand, from, to: operand.to }
  }

  private comparison(): Expression | undefined {
    const from = this.at
    const left = this.chain('sum')
    if (!left) return undefined
    const operator = this.comparisonOperator()
    if (!operator) return left
    this.skipSpace()
    const right = this.chain('sum')
    if (!right) return undefined
    const end = this.at
    if (this.comparisonOperator()) return this.fail('chained-comparison', end, this.at)
    return { type: 'comparison', operator, left, right, from, to: right.to }
  }

  private comparisonOperator(): ComparisonOperator | undefined {
    if (this.at >= this.limit) return undefined
    const code = this.source.charCodeAt(this.at)
    const next = this.at + 1 < this.limit ? this.source.charCodeAt(this.at + 1) : 0
    if (code === equals) return next === equals ? this.take('==') : undefined
    if (code === exclamation) return next === equals ? this.take('!=') : undefined
    if (code === greater) return next === equals ? this.take('>=') : this.take('>')
    if (code === less) return next === equals ? this.take('<=') : this.take('<')
    return undefined
  }

  private sign(): Expression | undefined {
    const from = this.at
    const operator = this.is(minus) ? '-' : this.is(plus) ? '+' : undefined
    if (!operator) return this.power()
    this.at++
    this.skipSpace()
    const operand = this.deeper(() => this.sign())
    return operand && { type: 'sign', operator, operand, from, to: operand.to }
  }

  private power(): Expression | undefined {
    const from = this.at
    const base = this.postfix()
    if (!base) return undefined
    this.skipSpace()
    const word = this.is(caret) ? this.take('^') : this.signOperator('**')
    if (!word) return base
    this.skipSpace()
    const exponent = this.deeper(() => this.sign())
    return exponent && { type: 'power', word, base, exponent, from, to: exponent.to }
  }

  private postfix(): Expression | undefined {
    const from = this.at
    let object = this.primary()
    let count = 0
    for (this.skipSpace(); object && this.is(openBracket); this.skipSpace()) {
      if (++count > limits.nesting) return this.tooDeep()
      const index = this.bracketed(closeBracket, () => this.expression())
      object = index && { type: 'index', object, index, from, to: this.at }
    }
    return object
  }

  // ------------------------------------------------------------------------------------------------------------- operands

  private primary(): Expression | undefined {
    if (this.at >= this.limit) return this.fail('expected-value')
    const code = this.source.charCodeAt(this.at)
    if (isDigit(code)) return this.number()
    if (code === singleQuote || code === doubleQuote) return this.string(code)
    if (code === openParenthesis) return this.group()
    if (code === openBracket) return this.array()
    if (code === openBrace) return this.dict()
    if (isNameStart(this.codePoint()) || this.startsInterpolation()) return this.named()
    if (code === hash && this.source.charCodeAt(this.at + 1) === openBrace) {
      this.open = true
      return this.fail('unclosed', this.at, this.at + 2, { bracket: '#{' })
    }
    return this.fail('expected-value', this.at, this.at + 1, { found: String.fromCodePoint(this.codePoint()) })
  }

  private number(): Expression | undefined {
    const { source } = this
    const from = this.at
    while (this.at < this.limit && isDigit(source.charCodeAt(this.at))) this.at++
    if (this.is(dot) && this.at + 1 < this.limit && isDigit(source.charCodeAt(this.at + 1))) {
      this.at++
      while (this.at < this.limit && isDigit(source.charCodeAt(this.at))) this.at++
    }
    const text = source.slice(from, this.at)
    if (this.is(dot) || this.startsHash() || (this.at < this.limit && isNamePart(this.codePoint()))) {
      return this.fail('number-touches', from, this.at + 1, { number: text.slice(0, 40) })
    }
    const value = readNumber(text)
    if (value === undefined) return this.fail('number-too-long', from, this.at)
    return { type: 'number', text, value, from, to: this.at }
  }

  private string(quote: number): Expression | undefined {
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

  private named(): Expression | undefined {
    const from = this.at
    const scope = this.scope()
    if (scope) {
      const name = isNameStart(this.codePoint()) ? this.word() : ''
      if (this.startsHash() || name === '' || reservedWords.has(name)) return this.unexpected()
      return { type: 'variable', scope, name, from, to: this.at }
    }
    const parts = this.nameParts()
    const [first] = parts ?? []
    if (!parts || first === undefined) return undefined
    if (parts.length > 1) return { type: 'built-name', parts, from, to: this.at }
    return typeof first === 'string' ? this.plainName(first, from) : first
  }

  private plainName(name: string, from: number): Expression | undefined {
    const to = this.at
    if (this.startsHash()) {
      this.open = true
      return this.fail('unclosed', to, to + 2, { bracket: '#{' })
    }
    if (isConstantWord(name)) return { type: 'constant', word: name, from, to }
    this.skipSpace()
    if (this.is(openParenthesis)) return this.call(name, from, to)
    if (reservedWords.has(name)) return this.fail('reserved-word', from, to, { name })
    this.at = to
    return { type: 'variable', name, from, to }
  }

  private call(name: string, from: number, nameEnd: number): Expression | undefined {
    const signature = this.signatures.get(name)
    if (!signature) return this.unknownFunction(name, from, nameEnd)
    const args = this.list(closeParenthesis, () => this.expression())
    if (!args) return undefined
    const required = signature.params.filter(({ optional }) => !optional).length
    const most = signature.params.at(-1)?.variadic ? Infinity : signature.params.length
    const facts = { function: name, given: String(args.length), required: String(required), most: String(most) }
    if (args.length < required) this.warnings.push({ code: 'too-few-arguments', from, to: this.at, facts })
    if (args.length > most) this.warnings.push({ code: 'too-many-arguments', from, to: this.at, facts })
    return { type: 'call', name, args, from, to: this.at }
  }

  private unknownFunction(name: string, from: number, to: number): undefined {
    const suggestion = this.suggestions++ < mostSuggestions ? closestName(name, this.signatures.keys()) : undefined
    return this.fail('unknown-function', from, to, { name: name.slice(0, 60), ...(suggestion !== undefined && { suggestion }) })
  }

  private group(): Expression | undefined {
    const from = this.at
    const inner = this.bracketed(closeParenthesis, () => this.expression())
    return inner && { type: 'group', inner, from, to: this.at }
  }

  private array(): Expression | undefined {
    const from = this.at
    const elements = this.list(closeBracket, () => this.expression())
    return elements && { type: 'array', elements, from, to: this.at }
  }

  private dict(): Expression | undefined {
    const from = this.at
    const pairs = this.list(closeBrace, () => this.pair())
    return pairs && { type: 'dict', pairs, from, to: this.at }
  }

  private pair(): DictPair | undefined {
    const key = this.expression()
    if (!key) return undefined
    this.skipSpace()
    if (!this.is(colon)) return this.expected(':')
    this.at++
    this.skipSpace()
    const value = this.expression()
    return value && { key, value }
  }

  // ------------------------------------------------------------------------------------------------------------- brackets

  /** One thing in brackets; `at` stands on the opening one. */
  private bracketed<T>(close: number, read: () => T | undefined): T | undefined {
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
  private list<T>(close: number, read: () => T | undefined): T[] | undefined {
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

  private expected(what: string): undefined {
    if (this.at >= this.limit) return this.fail('unclosed', this.at, this.at, { bracket: what })
    return this.unexpected()
  }

  private deeper<T>(read: () => T | undefined): T | undefined {
    if (this.nesting >= limits.nesting) return this.tooDeep()
    this.nesting++
    const inner = read()
    this.nesting--
    return inner
  }

  private tooDeep(): undefined {
    return this.fail('nesting-too-deep', this.at, this.at + 1, { limit: String(limits.nesting) })
  }

  // ------------------------------------------------------------------------------------------------------------- characters

  private codePoint(): number {
    return this.at < this.limit ? (this.source.codePointAt(this.at) ?? 0) : 0
  }

  /** Characters of a name from here on; empty when there are none. */
  private word(): string {
    const { source, limit } = this
    const from = this.at
    while (this.at < limit) {
      const code = source.codePointAt(this.at) ?? 0
      if (!isNamePart(code)) break
      this.at += code > 0xffff ? 2 : 1
    }
    return source.slice(from, this.at)
  }

  private startsHash(): boolean {
    return this.is(hash) && this.at + 1 < this.limit && this.source.charCodeAt(this.at + 1) === openBrace
  }

  private startsInterpolation(): boolean {
    if (!this.startsHash()) return false
    if (this.closeOf(this.at, this.limit) !== undefined) return true
    this.open = true
    return false
  }

  private closeOf(at: number, limit: number): number | undefined {
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

/** Looking for a similar name takes long, so it is not done for every mistake of a text that is no script at all. */
const mostSuggestions = 50

const scopeWords: ReadonlyMap<string, WrittenScope['scope']> = new Map([
  ['client', 'client'],
  ['клиент', 'client'],
  ['project', 'project'],
  ['проект', 'project'],
])

const scopeInitials: ReadonlySet<number> = new Set(Array.from(scopeWords.keys(), (word) => word.charCodeAt(0)))

function isConstantWord(word: string): word is ConstantWord {
  return word === 'True' || word === 'False' || word === 'None' || word === 'true' || word === 'false' || word === 'null'
}

const lineFeed = 10
const exclamation = 33
const doubleQuote = 34
const hash = 35
const percent = 37
const singleQuote = 39
const openParenthesis = 40
const closeParenthesis = 41
const star = 42
const plus = 43
const comma = 44
const minus = 45
const dot = 46
const slash = 47
const colon = 58
const less = 60
const equals = 61
const greater = 62
const openBracket = 91
const backslash = 92
const closeBracket = 93
const caret = 94
const openBrace = 123
const closeBrace = 125

const escapes: ReadonlyMap<number, string> = new Map([
  [110, '\n'],
  [116, '\t'],
  [backslash, '\\'],
  [singleQuote, "'"],
  [doubleQuote, '"'],
])
