import { limits } from '../limits.ts'
import type { ChainLevel, ChainLink, ChainOperator, ComparisonOperator, Expression } from './ast.ts'
import { isNamePart } from './characters.ts'
import { OperandParser } from './operand-parser.ts'

/**
 * Recursive descent over the characters of a source, one method a line of the grammar (section 3.1). A method that cannot read what it should
 * notes `failure` and answers undefined; nothing is thrown and nothing is tried twice, so the time is linear in what is read.
 */
export class ExpressionParser extends OperandParser {
  expression(): Expression | undefined {
    return this.chain('or')
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
}

const exclamation = 33
const percent = 37
const star = 42
const plus = 43
const minus = 45
const slash = 47
const less = 60
const equals = 61
const greater = 62
const openBracket = 91
const closeBracket = 93
const caret = 94
