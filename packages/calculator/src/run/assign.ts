import type { Library, ScopeName } from '../contract.ts'
import { LimitError, ScriptError } from '../errors.ts'
import { isReservedName } from '../names.ts'
import type { Expression, RightSide, Target } from '../syntax/ast.ts'
import { toText } from '../value/coerce.ts'
import { numberText } from '../value/numbers.ts'
import type { Value } from '../values.ts'
import { Suspension } from './calls.ts'
import { compile, compileName, compileText, compileWithOwnText } from './compile.ts'
import { changed, containerOf, type ElementChange } from './elements.ts'
import { scopeHolding } from './lookup.ts'
import { reportError } from './report.ts'
import type { Code, Run } from './run.ts'
import { mayWrite, write } from './store.ts'

/** What a statement did: what it changed, if anything, and the value that it put there. */
export interface Effect {
  readonly target?: string
  readonly value?: Value
}

export type Action = (run: Run) => Effect

/** `target = value`. A run-time error on the right stores none, which deletes the variable, and is thrown on (section 11). */
export function compileAssignment(target: Target, value: RightSide, source: string, library: Library): Action {
  if (target.indexes.length > 0) return compileElementAssignment(target, value, source, library)
  const right = compileRightSide(value, library)
  const scope: ScopeName = target.scope?.scope ?? 'order'
  const [only] = target.parts
  if (target.parts.length === 1 && typeof only === 'string') {
    const shown = { target: source.slice(target.from, target.to) }
    // The parser has reported it already.
    if (isReservedName(only)) return () => shown
    return (run) => {
      const result = orNone(run, right, () => write(run, scope, only, null))
      run.site = target
      return write(run, scope, only, result) ? { target: shown.target, value: result } : shown
    }
  }
  const nameOf = compileName(target.parts, library)
  const prefix = target.scope ? `${target.scope.word}.` : ''
  return (run) => {
    const name = nameOf(run)
    run.site = target
    if (!mayWrite(run, name)) return { target: prefix + name }
    const result = orNone(run, right, () => write(run, scope, name, null))
    run.site = target
    return write(run, scope, name, result) ? { target: prefix + name, value: result } : { target: prefix + name }
  }
}

/** `del target[index]`: a missing element leaves the variable as it is (section 6). */
export function compileDeletion(target: Target, source: string, library: Library): Action {
  const change = compileChange(target, library)
  const shown = { target: source.slice(target.from, target.to) }
  return (run) => {
    change(run, 'remove')
    return shown
  }
}

function orNone(run: Run, right: Code, putNone: () => void): Value {
  try {
    return right(run)
  } catch (error) {
    if (!(error instanceof Suspension)) {
      const { site } = run
      putNone()
      run.site = site
    }
    throw error
  }
}

// --------------------------------------------------------------------------------------------------------------- right sides

function compileRightSide(value: RightSide, library: Library): Code {
  if (value.type === 'nothing') return () => null
  if (value.type === 'bare-text') return compileText(value.parts, library)
  if (value.type === 'number') {
    const { text } = value
    // Stored as written; where that is how a number is written anyway, the number itself is as good and quicker to reckon with.
    const kept = typeof value.value === 'number' && numberText(value.value) === text ? value.value : text
    return () => kept
  }
  return compileWithOwnText(value, library)
}

/** Number literals, texts and variables that hold scalars are stored in a container as text; what was computed keeps its type (section 5.2). */
function compileElementSide(value: RightSide, library: Library): Code {
  if (value.type === 'number') {
    const { text } = value
    return () => text
  }
  if (value.type === 'nothing' || value.type === 'bare-text' || !isLoneName(value)) return compileRightSide(value, library)
  const code = compileWithOwnText(value, library)
  return (run) => {
    const held = code(run)
    if (held === null || held === 'None') return null
    if (held === true || held === 'True') return true
    if (held === false || held === 'False') return false
    return containerOf(held) ?? toText(held)
  }
}

/** A name, or a name or number in `#{...}`; what is computed in `#{...}` is a result like any other. */
function isLoneName(node: Expression): boolean {
  if (node.type !== 'interpolation') return node.type === 'variable' || node.type === 'built-name'
  const { content } = node
  return content.type === 'number' || isLoneName(content)
}

// --------------------------------------------------------------------------------------------------------------- elements

function compileElementAssignment(target: Target, value: RightSide, source: string, library: Library): Action {
  const right = compileElementSide(value, library)
  const change = compileChange(target, library)
  const shown = source.slice(target.from, target.to)
  return (run) => {
    const result = orNone(run, right, () => change(run, { put: null }))
    return change(run, { put: result }) ? { target: shown, value: result } : { target: shown }
  }
}

/** Changes an element of the variable where that was found; false, and a diagnostic, when there is nothing to change. */
function compileChange(target: Target, library: Library): (run: Run, change: ElementChange) => boolean {
  const nameOf = compileName(target.parts, library)
  const path = target.indexes.map((index) => compile(index, library))
  return (run, change) => {
    const name = nameOf(run)
    const keys = path.map((code) => code(run))
    run.site = target
    if (!mayWrite(run, name)) return false
    const scope = target.scope?.scope ?? scopeHolding(run.scopes, name)
    const container = containerOf((scope && run.scopes[scope].get(name)) ?? null)
    if (!scope || !container) return refuse(run, new ScriptError('not-a-container', { name }))
    const copy = changed(container, keys, change)
    if (copy) return write(run, scope === 'constants' ? 'order' : scope, name, copy)
    return change === 'remove' || refuse(run, new ScriptError('no-such-element', { name }))
  }
}

function refuse(run: Run, error: ScriptError): false {
  if (error instanceof LimitError) throw error
  reportError(run, error)
  return false
}
