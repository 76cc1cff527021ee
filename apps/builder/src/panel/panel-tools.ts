import type { Language } from '@voronka/calculator'
import { allFunctions } from '@voronka/functions'
import { createContext, useContext, useMemo } from 'react'
import type { EditorProblem, KnownBlock, KnownName } from '../calculator-editor/index.ts'

/** What every field of the panel may need besides its value. */
export interface PanelTools {
  readonly language: Language
  readonly variables: readonly KnownName[]
  readonly blocks: readonly KnownBlock[]
  /** What the checks say of a field of the shown element. */
  readonly problems: ReadonlyMap<string, readonly FieldProblem[]>
}

export interface FieldProblem {
  readonly key: string
  readonly severity: 'error' | 'warning' | 'hint'
  readonly text: string
  /** Why it matters, and what to do. */
  readonly hint?: string
  /** Which button, attachment or action of the field it is about. */
  readonly index?: number
  /** Which part of the text it is about. */
  readonly from?: number
  readonly to?: number
  readonly fix?: { readonly title: string; run(): void }
}

export const PanelToolsContext = createContext<PanelTools>({ language: 'ru', variables: [], blocks: [], problems: new Map() })

export const usePanelTools = (): PanelTools => useContext(PanelToolsContext)

export interface ProblemCount {
  readonly count: number
  /** One of them keeps the flow from working. */
  readonly blocking: boolean
}

/** How many problems the fields of a section have. */
export function useProblemCount(...fields: readonly string[]): ProblemCount {
  const { problems } = usePanelTools()
  const found = fields.flatMap((field) => problems.get(field) ?? [])
  return { count: found.length, blocking: found.some(({ severity }) => severity === 'error') }
}

const nothing: readonly EditorProblem[] = []

/** The problems of a field that point into its text, for underlining them there. */
function useTextProblems(field: string): readonly EditorProblem[] {
  const found = usePanelTools().problems.get(field)
  return useMemo(
    () =>
      found?.flatMap(({ from, to, severity, text }) =>
        from === undefined || to === undefined ? [] : [{ from, to, severity, message: text }],
      ) ?? nothing,
    [found],
  )
}

/** What the code editor of a field is given, besides its value and its words. */
export function useCodeTools(field: string) {
  const { language, variables, blocks } = usePanelTools()
  return { language, variables, blocks, functions: allFunctions, problems: useTextProblems(field) }
}
