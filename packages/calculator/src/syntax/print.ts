import type { Expression, NamePart, ParsedScript, RightSide, Statement, Target, TextPart } from './ast.ts'

/**
 * Writes a script out, one statement a line. Parsing that again gives the same tree, places aside; comments and the author's spacing are not
 * kept, so small changes of a script (renumbering) are better made at the places of the nodes.
 */
export function printScript({ statements }: Pick<ParsedScript, 'statements'>): string {
  return statements.map(printStatement).join('\n')
}

/** Writes an expression out. Parentheses are added where the tree needs them. */
export function printExpression(node: Expression): string {
  switch (node.type) {
    case 'number':
      return node.text
    case 'string':
      return `${node.quote}${node.parts.map((part) => (typeof part === 'string' ? escaped(part, node.quote) : printPart(part))).join('')}${node.quote}`
    case 'constant':
      return node.word
    case 'variable':
      return node.scope ? `${node.scope.word}.${node.name}` : node.name
    case 'interpolation':
      return `#{${printExpression(node.content)}}`
    case 'built-name':
      return printName(node.parts)
    case 'call':
      return `${node.name}(${node.args.map(printExpression).join(', ')})`
    case 'index':
      return `${operand(node.object, binding.postfix)}[${printExpression(node.index)}]`
    case 'group':
      return `(${printExpression(node.inner)})`
    case 'sign':
      return `${node.operator}${operand(node.operand, binding.sign)}`
    case 'not':
      return node.word === '!' ? `!${operand(node.operand, binding.not)}` : `${node.word} ${operand(node.operand, binding.not)}`
    case 'power':
      return `${operand(node.base, binding.postfix)} ${node.word} ${operand(node.exponent, binding.sign)}`
    case 'comparison':
      return `${operand(node.left, binding.sum)} ${node.operator} ${operand(node.right, binding.sum)}`
    case 'chain': {
      const tighter = binding[node.level] + 1
      return node.rest.reduce(
        (left, { operator, operand: right }) => `${left} ${operator} ${operand(right, tighter)}`,
        operand(node.first, tighter),
      )
    }
    case 'array':
      return `[${node.elements.map(printExpression).join(', ')}]`
    case 'dict':
      return `{${node.pairs.map(({ key, value }) => `${printExpression(key)}: ${printExpression(value)}`).join(', ')}}`
    default:
      return node satisfies never
  }
}

/** How tightly a node holds together, the loosest first (section 7.1). */
const binding = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, sign: 7, power: 8, postfix: 9 } as const

function bindingOf(node: Expression): number {
  if (node.type === 'chain') return binding[node.level]
  if (node.type === 'not' || node.type === 'comparison' || node.type === 'sign' || node.type === 'power') return binding[node.type]
  return binding.postfix
}

function operand(node: Expression, least: number): string {
  const text = printExpression(node)
  return bindingOf(node) < least ? `(${text})` : text
}

function printName(parts: readonly NamePart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : printExpression(part))).join('')
}

function printPart(part: TextPart): string {
  return typeof part === 'string' ? part : `#{${part.content ? printExpression(part.content) : part.source}}`
}

function escaped(text: string, quote: '"' | "'"): string {
  return text.replaceAll(/[\\\n\t"']/g, (character) => {
    if (character === '\n') return '\\n'
    if (character === '\t') return '\\t'
    return character === '\\' || character === quote ? `\\${character}` : character
  })
}

function printStatement(statement: Statement): string {
  if (statement.type === 'ignored') return statement.text
  if (statement.type === 'evaluation') return printExpression(statement.expression)
  if (statement.type === 'deletion') return `del ${printTarget(statement.target)}`
  const value = printRightSide(statement.value)
  // A comment opens after white space only: text that looks like one stands directly behind the sign.
  return `${printTarget(statement.target)} =${value.startsWith('/*') ? '' : ' '}${value}`.trimEnd()
}

function printTarget({ scope, parts, indexes }: Target): string {
  return `${scope ? `${scope.word}.` : ''}${printName(parts)}${indexes.map((index) => `[${printExpression(index)}]`).join('')}`
}

function printRightSide(value: RightSide): string {
  if (value.type === 'nothing') return ''
  return value.type === 'bare-text' ? value.parts.map(printPart).join('') : printExpression(value)
}
