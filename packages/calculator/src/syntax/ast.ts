import type { Diagnostic, ScopeName } from '../contract.ts'

/** Where a node stands: UTF-16 indices into the source. */
export interface Span {
  readonly from: number
  readonly to: number
}

export type Expression =
  | NumberLiteral
  | StringLiteral
  | ConstantLiteral
  | Variable
  | Interpolation
  | BuiltName
  | Call
  | Index
  | Group
  | Sign
  | Not
  | Power
  | Comparison
  | Chain
  | ArrayLiteral
  | DictLiteral

/** `text` is the number as written: `x = 2.50` stores `2.50`. */
export interface NumberLiteral extends Span {
  readonly type: 'number'
  readonly text: string
  readonly value: number | bigint
}

export interface StringLiteral extends Span {
  readonly type: 'string'
  readonly quote: '"' | "'"
  readonly parts: readonly TextPart[]
}

/** Text (escapes resolved) or `#{...}`. */
export type TextPart = string | Substitution

/** `#{...}` inside text. Without `content` it is not a valid expression and stays as typed: `#{source}`. */
export interface Substitution extends Span {
  readonly type: 'substitution'
  readonly source: string
  readonly content?: Expression
}

export interface ConstantLiteral extends Span {
  readonly type: 'constant'
  readonly word: ConstantWord
}

export type ConstantWord = 'True' | 'False' | 'None' | 'true' | 'false' | 'null'

export interface Variable extends Span {
  readonly type: 'variable'
  readonly scope?: WrittenScope
  readonly name: string
}

/** A scope prefix in the language in which it was written. */
export interface WrittenScope {
  readonly scope: Exclude<ScopeName, 'order'>
  readonly word: string
}

/** `#{content}` as one operand. */
export interface Interpolation extends Span {
  readonly type: 'interpolation'
  readonly content: Expression
}

/** A name put together from pieces: `q#{i}`, `#{a}_#{b}`. */
export interface BuiltName extends Span {
  readonly type: 'built-name'
  readonly parts: readonly NamePart[]
}

export type NamePart = string | Interpolation

export interface Call extends Span {
  readonly type: 'call'
  readonly name: string
  readonly args: readonly Expression[]
}

export interface Index extends Span {
  readonly type: 'index'
  readonly object: Expression
  readonly index: Expression
}

/** Parentheses as written. */
export interface Group extends Span {
  readonly type: 'group'
  readonly inner: Expression
}

export interface Sign extends Span {
  readonly type: 'sign'
  readonly operator: '-' | '+'
  readonly operand: Expression
}

export interface Not extends Span {
  readonly type: 'not'
  readonly word: 'not' | 'NOT' | '!'
  readonly operand: Expression
}

export interface Power extends Span {
  readonly type: 'power'
  readonly word: '^' | '**'
  readonly base: Expression
  readonly exponent: Expression
}

export interface Comparison extends Span {
  readonly type: 'comparison'
  readonly operator: ComparisonOperator
  readonly left: Expression
  readonly right: Expression
}

export type ComparisonOperator = '==' | '!=' | '>=' | '<=' | '>' | '<'

/**
 * Operators of one level that group to the left, in a row: `a - b + c`. Kept flat, so that a sum of ten thousand terms is no deeper than one
 * of two.
 */
export interface Chain extends Span {
  readonly type: 'chain'
  readonly level: ChainLevel
  readonly first: Expression
  readonly rest: readonly ChainLink[]
}

export type ChainLevel = 'or' | 'and' | 'sum' | 'product'

export interface ChainLink {
  readonly operator: ChainOperator
  readonly operand: Expression
}

export type ChainOperator = 'or' | 'OR' | '||' | 'and' | 'AND' | '&&' | '+' | '-' | '*' | '/' | '%'

export interface ArrayLiteral extends Span {
  readonly type: 'array'
  readonly elements: readonly Expression[]
}

export interface DictLiteral extends Span {
  readonly type: 'dict'
  readonly pairs: readonly DictPair[]
}

export interface DictPair {
  readonly key: Expression
  readonly value: Expression
}

/** What stands left of `=` and behind `del`. */
export interface Target extends Span {
  readonly scope: WrittenScope | undefined
  readonly parts: readonly NamePart[]
  readonly indexes: readonly Expression[]
}

/** `text` is the statement as written, comments aside from its ends. */
export type Statement = Assignment | Deletion | Evaluation | IgnoredLine

export interface Assignment extends Span {
  readonly type: 'assignment'
  readonly line: number
  readonly target: Target
  readonly value: RightSide
}

export type RightSide = Expression | BareText | Nothing

/** A right side that is no expression: the value is the text itself with `#{}` filled in (section 5.1). */
export interface BareText extends Span {
  readonly type: 'bare-text'
  readonly parts: readonly TextPart[]
}

export interface Nothing extends Span {
  readonly type: 'nothing'
}

export interface Deletion extends Span {
  readonly type: 'deletion'
  readonly line: number
  readonly target: Target
}

export interface Evaluation extends Span {
  readonly type: 'evaluation'
  readonly line: number
  readonly expression: Expression
}

/** A line that means nothing: it does nothing, and the script goes on (section 3.4). */
export interface IgnoredLine extends Span {
  readonly type: 'ignored'
  readonly line: number
  readonly text: string
}

export interface ParsedScript {
  readonly type: 'script'
  readonly source: string
  readonly statements: readonly Statement[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface ParsedExpression {
  readonly type: 'expression'
  readonly source: string
  /** Undefined when the source is not a valid expression; `diagnostics` then says why. */
  readonly expression?: Expression
  readonly diagnostics: readonly Diagnostic[]
}

export interface ParsedTemplate {
  readonly type: 'template'
  readonly source: string
  readonly parts: readonly TextPart[]
  readonly diagnostics: readonly Diagnostic[]
}
