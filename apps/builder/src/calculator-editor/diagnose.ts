import { linter, type Diagnostic as Shown } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import {
  explain,
  parseExpression,
  parseScript,
  parseTemplate,
  type Diagnostic,
  type ParsedExpression,
  type ParsedScript,
  type ParsedTemplate,
} from '@voronka/calculator'
import { editorContext, functionsByName, type EditorContext } from './editor-context.ts'
import type { EditorMode } from './place-at.ts'

/** What is wrong is marked while a person types, a little after the last key. */
export function diagnosing(): Extension {
  return linter(({ state }) => findings(state.doc.toString(), state.facet(editorContext)), {
    delay: 350,
    needsRefresh: ({ startState, state }) => startState.facet(editorContext) !== state.facet(editorContext),
  })
}

/** What the language says of the text at once, and what the checks of the whole project say of it: names that nothing writes, for example. */
export function findings(text: string, context: EditorContext): Shown[] {
  const own = parsed(text, context).diagnostics.map((diagnostic) => asShown(diagnostic, text, context))
  const places = new Set(own.map(({ from, to }) => `${from}-${to}`))
  const others = context.problems
    // Made for the text as it was at the latest check: what points behind its end is out of date.
    .filter(({ to }) => to <= text.length)
    .map(({ severity, message, ...place }) => ({
      ...visible(place, text),
      severity: severity === 'hint' ? ('info' as const) : severity,
      message,
    }))
    .filter(({ from, to }) => !places.has(`${from}-${to}`))
  return [...own, ...others]
}

const parsers: Readonly<
  Record<EditorMode, (text: string, functions: ReturnType<typeof functionsByName>) => ParsedScript | ParsedExpression | ParsedTemplate>
> = {
  script: parseScript,
  expression: parseExpression,
  template: parseTemplate,
}

function parsed(text: string, { mode, functions }: EditorContext): ParsedScript | ParsedExpression | ParsedTemplate {
  // An empty expression is simply not used.
  return parsers[text.trim() || mode !== 'expression' ? mode : 'template'](text, functionsByName(functions))
}

function asShown(diagnostic: Diagnostic, text: string, { language }: EditorContext): Shown {
  const { message, hint } = explain(diagnostic, language)
  return { ...visible(diagnostic, text), severity: diagnostic.severity, message: hint ? `${message} ${hint}` : message }
}

/** A place of no width is marked by the character beside it, so that there is something to see and to point at. */
function visible({ from, to }: { from: number; to: number }, text: string): { from: number; to: number } {
  const end = Math.min(text.length, Math.max(from, to))
  if (end > from) return { from, to: end }
  return from < text.length && text[from] !== '\n' ? { from, to: from + 1 } : { from: Math.max(0, from - 1), to: from }
}
