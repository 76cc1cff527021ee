import type { Library } from '../contract.ts'
import { LimitError, ScriptError } from '../errors.ts'
import { checkTextLength } from '../limits.ts'
import { isReservedName, isSoftName, numberConstants } from '../names.ts'
import type { ConstantWord, Expression, NamePart, TextPart, Variable } from '../syntax/ast.ts'
import { toText, truth } from '../value/coerce.ts'
import { isArray } from '../value/json.ts'
import type { Value } from '../values.ts'
import { compileCall, entered, leave } from './calls.ts'
import { compileArithmetic, compileBinary, compileComparison, compileLogic, compileUnary } from './compile-operators.ts'
import { constantly, type Compiled } from './compiled.ts'
import { asElement, element } from './elements.ts'
import { findBeyondOrder, findVariable, lookupKey, readPlain } from './lookup.ts'
import { affirm, negate, power, textOf } from './operators.ts'
import { reportError } from './report.ts'
import type { Code, Run } from './run.ts'

/**
 * Turns a syntax tree into closures, once; functions are looked up now, not when the code runs, and what depends on nothing is computed now.
 * The code throws `ScriptError` where the expression has no value.
 */
export function compile(node: Expression, library: Library): Code {
  return compiled(node, library).code
}

/** A lone name that is no variable stands for its own text: as a right side (section 5.1) and as an element (section 9). */
export function compileWithOwnText(node: Expression, library: Library): Code {
  if (node.type !== 'variable' || node.scope || isKnownName(node.name)) return compile(node, library)
  const name = lookupKey(node.name)
  return (run) => run.order.get(name) ?? findBeyondOrder(run.scopes, name) ?? name
}

/** What stands in `#{...}`: there a built name that is no variable gives none (section 8). */
export function compileContent(node: Expression, library: Library): Code {
  if (node.type !== 'built-name') return compile(node, library)
  const nameOf = compileName(node.parts, library)
  return (run) => findVariable(run.scopes, nameOf(run)) ?? null
}

/** The text of a name that is put together while running. */
export function compileName(parts: readonly NamePart[], library: Library): (run: Run) => string {
  const codes = parts.map((part): ((run: Run) => string) => {
    if (typeof part === 'string') return () => part
    const content = compileContent(part.content, library)
    return (run) => textOf(content(run))
  })
  return joined(codes)
}

/**
 * How a value is written at the place where its `#{...}` stands, so that it stays a value there (reliability-promises, P6.7). `before`: the pieces of
 * text before it, with what other substitutions give left out between them.
 */
export type Insert = (before: readonly string[]) => (value: Value) => string

/**
 * Text with `#{...}` in it. A run-time error inside `#{...}` gives the empty text there, and a diagnostic (section 8). Without `insert` values stand as
 * their texts.
 */
export function compileText(parts: readonly TextPart[], library: Library, insert?: Insert): (run: Run) => string {
  if (!insert) return joined(parts.map((part) => compileTextPart(part, library, textOf)))
  const before = ['']
  const codes = parts.map((part) => {
    const code = compileTextPart(part, library, insert([...before]))
    if (typeof part !== 'string' && part.content) before.push('')
    else before.push((before.pop() ?? '') + (typeof part === 'string' ? part : `#{${part.source}}`))
    return code
  })
  return joined(codes)
}

function joined(codes: readonly ((run: Run) => string)[]): (run: Run) => string {
  const [only] = codes
  if (only && codes.length === 1) return only
  return (run) => {
    let text = ''
    for (const code of codes) {
      text += code(run)
      checkTextLength(text.length)
    }
    return text
  }
}

function compiled(node: Expression, library: Library): Compiled {
  const inner = (child: Expression): Compiled => compiled(child, library)
  switch (node.type) {
    case 'number':
      return constantly(node.value)
    case 'constant':
      return constantly(constantValues[node.word])
    case 'string':
      return node.parts.every((part) => typeof part === 'string')
        ? constantly(node.parts.join(''))
        : { code: compileText(node.parts, library) }
    case 'variable':
      return compileVariable(node)
    case 'built-name':
      return { code: compileBuiltName(node.parts, library) }
    case 'interpolation':
      return { code: compileContent(node.content, library) }
    case 'group':
      return inner(node.inner)
    case 'call':
      return compileNamedCall(node, library)
    case 'index':
      return { code: compileIndex(inner(node.object).code, inner(node.index).code) }
    case 'sign':
      return compileUnary(inner(node.operand), node.operator === '-' ? negate : affirm, {
        from: node.from,
        to: node.to,
        right: node.operand,
      })
    case 'not':
      return compileUnary(inner(node.operand), (value) => !truth(value), node)
    case 'power':
      return compileBinary(inner(node.base), inner(node.exponent), power, {
        from: node.from,
        to: node.to,
        left: node.base,
        right: node.exponent,
      })
    case 'comparison':
      return compileComparison(node.operator, inner(node.left), inner(node.right))
    case 'chain': {
      const { level, first, rest } = node
      if (level === 'sum' || level === 'product') return compileArithmetic(first, rest, inner)
      return {
        code: compileLogic(
          level,
          [first, ...rest.map(({ operand }) => operand)].map((operand) => inner(operand).code),
        ),
      }
    }
    case 'array':
      return compileArray(node.elements.map((child) => compileElement(child, library)))
    case 'dict':
      return compileDict(node.pairs.map(({ key, value }) => [compileKey(key, library), compileElement(value, library)] as const))
    default:
      return node satisfies never
  }
}

const constantValues: Readonly<Record<ConstantWord, Value>> = { True: true, False: false, None: null, true: true, false: false, null: null }

function compileVariable({ name: written, scope }: Variable): Compiled {
  const name = lookupKey(written)
  if (scope?.scope === 'client') return { code: (run) => run.scopes.client.get(name) ?? null }
  if (scope?.scope === 'project') return { code: (run) => run.scopes.project.get(name) ?? null }
  if (isReservedName(name)) return { code: (run) => run.scopes.builtin(name) ?? null }
  return { code: (run) => readPlain(run, name), variable: name }
}

function isKnownName(name: string): boolean {
  return isReservedName(name) || isSoftName(name) || numberConstants.has(name)
}

/** A built name that is no variable stands for its own text (section 8). */
function compileBuiltName(parts: readonly NamePart[], library: Library): Code {
  const nameOf = compileName(parts, library)
  return (run) => {
    const name = nameOf(run)
    return findVariable(run.scopes, name) ?? name
  }
}

function compileIndex(objectCode: Code, indexCode: Code): Code {
  return (run) => {
    const object = objectCode(run)
    const index = indexCode(run)
    if (typeof index === 'number' && index >= 0 && typeof object === 'object' && object !== null && isArray(object))
      return object[index] ?? null
    run.step()
    return element(object, index)
  }
}

function compileNamedCall(node: Extract<Expression, { type: 'call' }>, library: Library): Compiled {
  const fn = library.get(node.name)
  // The parser refuses names that the library does not have, so this is a tree from elsewhere.
  if (!fn) throw new Error(`${node.name} is not in the library`)
  return compileCall(
    fn,
    node.args.map((arg) => compiled(arg, library)),
    node,
  )
}

function compileTextPart(part: TextPart, library: Library, written: (value: Value) => string): (run: Run) => string {
  if (typeof part === 'string') return () => part
  const { content, source } = part
  if (!content) return () => `#{${source}}`
  const code = compileContent(content, library)
  // Reading a variable cannot go wrong, and is what stands there most.
  if (content.type === 'variable') return (run) => written(code(run))
  return (run) => {
    const before = entered()
    try {
      return written(code(run))
    } catch (error) {
      leave(before)
      if (!(error instanceof ScriptError) || error instanceof LimitError) throw error
      reportError(run, error)
      return ''
    }
  }
}

// --------------------------------------------------------------------------------------------------------------- containers

function compileElement(node: Expression, library: Library): Compiled {
  if (node.type !== 'variable' && node.type !== 'interpolation' && node.type !== 'built-name') return compiled(node, library)
  const code = compileWithOwnText(node, library)
  return {
    code: (run) => {
      // Long JSON text takes long to read.
      run.step()
      return asElement(code(run))
    },
  }
}

function compileKey(node: Expression, library: Library): Compiled {
  return node.type === 'variable' ? { code: compileWithOwnText(node, library) } : compiled(node, library)
}

function compileArray(elements: readonly Compiled[]): Compiled {
  const codes = elements.map(({ code }) => code)
  const constants = elements.flatMap(({ constant }) => (constant === undefined ? [] : [constant]))
  return constants.length === elements.length ? constantly(constants) : { code: (run) => codes.map((code) => code(run)) }
}

function compileDict(pairs: readonly (readonly [Compiled, Compiled])[]): Compiled {
  const constants = new Map<string, Value>()
  for (const [{ constant: key }, { constant: value }] of pairs) {
    if (key === undefined || value === undefined) return { code: dictCode(pairs) }
    constants.set(toText(key), value)
  }
  return constantly(constants)
}

function dictCode(pairs: readonly (readonly [Compiled, Compiled])[]): Code {
  return (run) => {
    const dict = new Map<string, Value>()
    for (const [key, value] of pairs) dict.set(toText(key.code(run)), value.code(run))
    return dict
  }
}
