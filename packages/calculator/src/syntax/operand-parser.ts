import type { FunctionSignature } from '../contract.ts'
import { closestName } from '../findings/closest-name.ts'
import { readNumber } from '../value/numbers.ts'
import type { ConstantWord, DictPair, Expression } from './ast.ts'
import type { BracePairs } from './braces.ts'
import { isDigit, isNamePart, isNameStart, reservedWords } from './characters.ts'
import { SubstitutionParser } from './substitution-parser.ts'

export type Signatures = ReadonlyMap<string, FunctionSignature>

/** Looking for a similar name takes long, so it is not done for every mistake of a text that is no script at all. */
const mostSuggestions = 50

/** Reads what operators stand between: literals, names, calls, brackets. */
export abstract class OperandParser extends SubstitutionParser {
  private readonly signatures: Signatures
  private suggestions = 0

  constructor(source: string, signatures: Signatures, pairs: BracePairs) {
    super(source, pairs)
    this.signatures = signatures
  }

  protected primary(): Expression | undefined {
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
}

function isConstantWord(word: string): word is ConstantWord {
  return word === 'True' || word === 'False' || word === 'None' || word === 'true' || word === 'false' || word === 'null'
}

const doubleQuote = 34
const hash = 35
const singleQuote = 39
const openParenthesis = 40
const closeParenthesis = 41
const dot = 46
const colon = 58
const openBracket = 91
const closeBracket = 93
const openBrace = 123
const closeBrace = 125
