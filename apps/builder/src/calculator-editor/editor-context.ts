import type { Language } from '@voronka/calculator'
import type { FunctionDocs } from '@voronka/functions'
import { Facet } from '@codemirror/state'
import i18next, { type TFunction } from 'i18next'
import type { EditorMode } from './place-at.ts'

/** A variable that scripts may use, wherever in the project it was seen. */
export interface KnownName {
  readonly name: string
  readonly scope: 'order' | 'client' | 'project' | 'constant'
  /** What a person said of it, or its present value. */
  readonly about?: string
}

export interface KnownBlock {
  readonly number: number
  readonly title: string
}

export interface EditorProblem {
  readonly from: number
  readonly to: number
  readonly severity: 'error' | 'warning' | 'hint'
  readonly message: string
}

/** All that help, completion and checks draw on; the editor itself knows no function and no variable. */
export interface EditorContext {
  readonly mode: EditorMode
  readonly language: Language
  readonly functions: readonly FunctionDocs[]
  readonly variables: readonly KnownName[]
  readonly blocks: readonly KnownBlock[]
  /** What the checks of the whole project say of this text. */
  readonly problems: readonly EditorProblem[]
  /** Texts of the `calculator` catalogue. */
  readonly say: TFunction<'calculator'>
}

const nothing: EditorContext = {
  mode: 'script',
  language: 'ru',
  functions: [],
  variables: [],
  blocks: [],
  problems: [],
  say: i18next.getFixedT(null, 'calculator'),
}

export const editorContext = Facet.define<EditorContext, EditorContext>({ combine: ([given]) => given ?? nothing })

/** By name and by every alias. Made once for a list: the editor asks at every key. */
export function functionsByName(functions: readonly FunctionDocs[]): ReadonlyMap<string, FunctionDocs> {
  const known = byName.get(functions)
  if (known) return known
  const made = new Map(functions.flatMap((fn) => [fn.name, ...fn.aliases].map((name) => [name, fn] as const)))
  byName.set(functions, made)
  return made
}

const byName = new WeakMap<readonly FunctionDocs[], ReadonlyMap<string, FunctionDocs>>()
