import { callsOf, variablesOf, visit } from '@voronka/calculator'
import type { Diagnostic, Expression, VariableReference } from '@voronka/calculator'
import type { Arrow, Block } from '../flow.ts'
import { isDynamic } from '../kinds.ts'
import { parseText } from '../parse-text.ts'
import type { Signatures } from '../parse-text.ts'
import { referencesIn } from '../references.ts'
import type { BlockReference } from '../references.ts'
import { arrowTexts, blockTexts } from '../texts.ts'
import type { FieldText, TextKind } from '../texts.ts'
import type { Place } from './check.ts'
import { placeOf } from './place-of.ts'
import { writtenIn } from './written.ts'
import type { Written } from './written.ts'

type Parsed = ReturnType<typeof parseText>

/** What the texts of one block or arrow say, read once for as long as it does not change. Syntax trees are not kept: they are large. */
export interface Digest {
  /** Texts that the calculator has something to say about. */
  readonly faulty: readonly (FieldText & { readonly diagnostics: readonly Diagnostic[] })[]
  readonly reads: readonly Read[]
  readonly writes: readonly Written[]
  /** Numbers of blocks that are written out in it. */
  readonly references: readonly (BlockReference & { readonly place: Place })[]
}

/** A variable that is read under a name known beforehand. */
export interface Read {
  readonly name: string
  readonly place: Place
  /** It stands alone where an unknown name means its own text (calculator-language, sections 5.1 and 9). */
  readonly lone: boolean
}

export function digestOf(thing: Block | Arrow, signatures: Signatures): Digest {
  const faulty: Digest['faulty'][number][] = []
  const reads: Read[] = []
  const writes: Written[] = []
  const references: Digest['references'][number][] = []
  for (const text of 'number' in thing ? blockTexts(thing) : arrowTexts(thing)) {
    if (saysNothing(text)) continue
    const { source, kind } = text
    const parsed = parseText(source, kind, signatures)
    const variables = variablesOf(parsed)
    const calls = callsOf(parsed)
    const place = placeOf(thing, text)
    if (parsed.diagnostics.length) faulty.push({ ...text, diagnostics: parsed.diagnostics })
    reads.push(...readsOf(parsed, variables, place))
    writes.push(...writtenIn(source, variables, calls))
    references.push(
      ...referencesIn(calls).map((reference) => ({ ...reference, place: { ...place, from: reference.from, to: reference.to } })),
    )
  }
  return { faulty, reads, writes, references }
}

/** Reads of a text that belongs to no block or arrow. */
export function readsIn(source: string, kind: TextKind, signatures: Signatures, place: Place): Read[] {
  const parsed = parseText(source, kind, signatures)
  return readsOf(parsed, variablesOf(parsed), place)
}

/** Most texts of a flow are just text, and need no parser. */
const saysNothing = ({ kind, source }: FieldText): boolean => kind === 'template' && !isDynamic(source)

function readsOf(parsed: Parsed, variables: readonly VariableReference[], place: Place): Read[] {
  const read = variables.filter(({ access, built }) => !built && access !== 'write')
  if (!read.length) return []
  const lone = loneNames(parsed)
  return read.map(({ name, from, to }) => ({ name, place: { ...place, from, to }, lone: lone.has(from) }))
}

function loneNames(parsed: Parsed): Set<number> {
  const places = new Set<number>()
  const note = (node: Expression) => {
    if (node.type === 'variable' && !node.scope) places.add(node.from)
  }
  for (const statement of parsed.type === 'script' ? parsed.statements : []) {
    if (statement.type === 'assignment' && statement.value.type === 'variable') note(statement.value)
  }
  visit(parsed, {
    expression(node) {
      if (node.type === 'array') node.elements.forEach(note)
      if (node.type === 'dict') node.pairs.forEach(({ value }) => note(value))
    },
  })
  return places
}
