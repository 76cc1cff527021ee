import type { ScopeName } from '../contract.ts'
import { visit, type Node } from './visit.ts'
import type { Call, Expression, NamePart, Target } from './ast.ts'
import { printExpression } from './print.ts'

/** A variable that a text reads or changes. */
export interface VariableReference {
  /** As written; for a name that is put together while running the pieces: `q#{i}`. */
  readonly name: string
  /** The name is put together while running. */
  readonly built: boolean
  /** Only where a scope is written. */
  readonly scope?: ScopeName
  /** `change`: an element of it is set or deleted. */
  readonly access: 'read' | 'write' | 'change'
  readonly from: number
  readonly to: number
}

/** Every variable that a script, expression or template reads, writes or changes, in the order in which they stand. */
export function variablesOf(root: Node): VariableReference[] {
  const found: VariableReference[] = []
  visit(root, {
    expression(node) {
      if (node.type === 'variable') {
        const { name, scope, from, to } = node
        found.push({ name, built: false, access: 'read', from, to, ...(scope && { scope: scope.scope }) })
      } else if (node.type === 'built-name') {
        found.push({ name: nameText(node.parts), built: true, access: 'read', from: node.from, to: node.to })
      }
    },
    target: (target) => found.push(targetReference(target)),
  })
  return found
}

/** A call that a text makes. */
export interface CallReference {
  readonly name: string
  readonly from: number
  readonly to: number
  /** Where the arguments stand, and the numbers among them that are written out. */
  readonly args: readonly ArgumentReference[]
}

export interface ArgumentReference {
  readonly from: number
  readonly to: number
  /** The argument is a number literal, `5` or `'5'`, and this is its value. */
  readonly number?: number
  /** Where its digits stand, for changing them. */
  readonly digits?: readonly [from: number, to: number]
  /** The same of each element of an array that is written out. */
  readonly elements?: readonly ArgumentReference[]
}

/** Every call in a script, expression or template, outer ones before inner ones. */
export function callsOf(root: Node): CallReference[] {
  const found: CallReference[] = []
  visit(root, {
    expression(node) {
      if (node.type === 'call') found.push(callReference(node))
    },
  })
  return found
}

function targetReference({ scope, parts, indexes, from, to }: Target): VariableReference {
  const built = parts.some((part) => typeof part !== 'string')
  const access = indexes.length > 0 ? 'change' : 'write'
  return { name: nameText(parts), built, access, from, to, ...(scope && { scope: scope.scope }) }
}

function nameText(parts: readonly NamePart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : printExpression(part))).join('')
}

function callReference({ name, args, from, to }: Call): CallReference {
  return { name, from, to, args: args.map(argumentReference) }
}

function argumentReference(node: Expression): ArgumentReference {
  const { from, to } = node
  if (node.type === 'group') return { ...argumentReference(node.inner), from, to }
  if (node.type === 'number') return { from, to, number: Number(node.value), digits: [from, to] }
  if (node.type === 'array') return { from, to, elements: node.elements.map(argumentReference) }
  const [only] = node.type === 'string' ? node.parts : []
  const isNumber =
    node.type === 'string' && node.parts.length === 1 && typeof only === 'string' && /^[0-9]+$/.test(only) && to - from === only.length + 2
  return isNumber ? { from, to, number: Number(only), digits: [from + 1, to - 1] } : { from, to }
}
