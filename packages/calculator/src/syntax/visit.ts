import type { Expression, NamePart, ParsedExpression, ParsedScript, ParsedTemplate, RightSide, Statement, Target, TextPart } from './ast.ts'

/** Whatever a parser gives. */
export type Node = ParsedScript | ParsedExpression | ParsedTemplate | Statement | Expression

export interface Visitor {
  /** Every expression, outer ones before inner ones, otherwise in the order of the source. */
  expression?(node: Expression): void
  /** What is assigned to or deleted from. */
  target?(target: Target): void
}

/** Walks over a tree. */
export function visit(root: Node, visitor: Visitor): void {
  new Walk(visitor).node(root)
}

class Walk {
  private readonly visitor: Visitor

  constructor(visitor: Visitor) {
    this.visitor = visitor
  }

  node(node: Node): void {
    if (node.type === 'script') node.statements.forEach((statement) => this.statement(statement))
    else if (node.type === 'template') this.parts(node.parts)
    else if (node.type === 'expression') {
      if (node.expression) this.expression(node.expression)
    } else if (isStatement(node)) this.statement(node)
    else this.expression(node)
  }

  private statement(statement: Statement): void {
    if (statement.type === 'evaluation') this.expression(statement.expression)
    if (statement.type === 'assignment' || statement.type === 'deletion') this.target(statement.target)
    if (statement.type === 'assignment') this.rightSide(statement.value)
  }

  private target(target: Target): void {
    this.visitor.target?.(target)
    this.parts(target.parts)
    for (const index of target.indexes) this.expression(index)
  }

  private rightSide(value: RightSide): void {
    if (value.type === 'bare-text') this.parts(value.parts)
    else if (value.type !== 'nothing') this.expression(value)
  }

  private parts(parts: readonly (TextPart | NamePart)[]): void {
    for (const part of parts) {
      if (typeof part === 'string') continue
      if (part.type === 'interpolation') this.expression(part)
      else if (part.content) this.expression(part.content)
    }
  }

  private expression(node: Expression): void {
    this.visitor.expression?.(node)
    for (const child of childrenOf(node)) this.expression(child)
    if (node.type === 'string' || node.type === 'built-name') this.parts(node.parts)
  }
}

function isStatement(node: Statement | Expression): node is Statement {
  return node.type === 'assignment' || node.type === 'deletion' || node.type === 'evaluation' || node.type === 'ignored'
}

function childrenOf(node: Expression): readonly Expression[] {
  switch (node.type) {
    case 'interpolation':
      return [node.content]
    case 'call':
      return node.args
    case 'index':
      return [node.object, node.index]
    case 'group':
      return [node.inner]
    case 'sign':
    case 'not':
      return [node.operand]
    case 'power':
      return [node.base, node.exponent]
    case 'comparison':
      return [node.left, node.right]
    case 'chain':
      return [node.first, ...node.rest.map(({ operand }) => operand)]
    case 'array':
      return node.elements
    case 'dict':
      return node.pairs.flatMap(({ key, value }) => [key, value])
    default:
      return []
  }
}
