import type { CallReference, VariableReference } from '@voronka/calculator'

/** What a text gives a value to. */
export interface Written {
  readonly names: readonly string[]
  /** `answer_#{n}` writes every name that begins so. */
  readonly patterns: readonly RegExp[]
  readonly complete: boolean
}

const nothing: Written = { names: [], patterns: [], complete: true }

/** The variables that a text writes, by assignment or by a function; nothing where it writes none. */
export function writtenIn(source: string, variables: readonly VariableReference[], calls: readonly CallReference[]): Written[] {
  const targets = variables.filter(({ access }) => access === 'write')
  const assigned: Written = {
    ...nothing,
    names: targets.filter(({ built }) => !built).map(({ name }) => name),
    patterns: targets.filter(({ built }) => built).map(({ name }) => patternOf(name)),
  }
  const byFunctions = calls.map((call) => byCall(call, source)).filter((written) => written !== nothing)
  return targets.length ? [assigned, ...byFunctions] : byFunctions
}

/** Functions that write variables, and which of their arguments names them. */
function byCall({ name, args }: CallReference, source: string): Written {
  const writer = writers.get(name)
  if (!writer) return nothing
  const argument = args[writer.argument]
  if (!argument) return writer.otherwise ?? nothing
  return writer.read(source.slice(argument.from, argument.to))
}

interface Writer {
  readonly argument: number
  /** Where the argument is left out. */
  readonly otherwise?: Written
  read(argument: string): Written
}

const unknowable: Written = { ...nothing, complete: false }

const numbered = (prefix: string): Written => ({ ...nothing, patterns: [new RegExp(`^${escaped(prefix)}[0-9]+$`, 'u')] })

const writers: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['set_client_var', { argument: 1, read: (text) => named(text, (name) => ({ ...nothing, names: [name] })) }],
  ['set_client_vars', { argument: 1, read: dictKeys }],
  ['set_order_var', { argument: 1, read: (text) => named(text, (name) => ({ ...nothing, names: [name] })) }],
  ['set_order_vars', { argument: 1, read: dictKeys }],
  ['unpack_list', { argument: 1, otherwise: numbered('var'), read: (text) => named(text, numbered) }],
])

/** A name in quotes; one with `#{}` in it is a pattern, anything else is known only while running. */
function named(text: string, use: (name: string) => Written): Written {
  const [, , quoted] = /^(['"])([^'"]*)\1$/.exec(text.trim()) ?? []
  if (quoted === undefined) return unknowable
  return quoted.includes('#{') ? { ...nothing, patterns: [patternOf(quoted)] } : use(quoted)
}

/** Keys of a dict that is written out. */
function dictKeys(text: string): Written {
  if (!text.trim().startsWith('{')) return unknowable
  return { ...nothing, names: [...text.matchAll(/(['"])([^'"]*)\1\s*:/g)].map(([, , key = '']) => key) }
}

function patternOf(built: string): RegExp {
  const first = built.indexOf('#{')
  const last = built.lastIndexOf('}')
  return new RegExp(`^${escaped(built.slice(0, first))}.*${escaped(built.slice(last + 1))}$`, 'u')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
