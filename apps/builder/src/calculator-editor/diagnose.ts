import { linter, type Diagnostic as Shown } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import {
  builtinNames,
  explain,
  parseExpression,
  parseScript,
  parseTemplate,
  variablesOf,
  visit,
  type Diagnostic,
  type Node,
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

export function findings(text: string, context: EditorContext): Shown[] {
  const root = parsed(text, context)
  return [...root.diagnostics.map((diagnostic) => asShown(diagnostic, text, context)), ...unknownVariables(root, text, context)]
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
  const { from, to } = visible(diagnostic, text)
  return { from, to, severity: diagnostic.severity, message: hint ? `${message} ${hint}` : message }
}

/** A place of no width is marked by the character beside it, so that there is something to see and to point at. */
function visible({ from, to }: { from: number; to: number }, text: string): { from: number; to: number } {
  const end = Math.min(text.length, Math.max(from, to))
  if (end > from) return { from, to: end }
  return from < text.length && text[from] !== '\n' ? { from, to: from + 1 } : { from: Math.max(0, from - 1), to: from }
}

function unknownVariables(root: Node, text: string, { mode, variables, say }: EditorContext): Shown[] {
  const known = new Set([...builtinNames.map(({ name }) => name), ...variables.map(({ name }) => name)])
  const references = variablesOf(root)
  // Within one script a name that any line writes is known in all: whether it is written early enough is seen when it runs.
  for (const { name, access } of references) if (access === 'write') known.add(name)
  const ownText = mode === 'script' ? namesThatMayBeTexts(root) : new Set<number>()
  return references
    .filter(({ name, built, access, from }) => !built && access !== 'write' && !known.has(name) && !ownText.has(from))
    .map(({ name, from, to }) => ({ ...visible({ from, to }, text), severity: 'info', message: say('unknownVariable', { name }) }))
}

/** A lone unknown name on the right of `=`, or as an element of an array or dict, stands for its own text (calculator-language, 5.1 and 9). */
function namesThatMayBeTexts(root: Node): Set<number> {
  const places = new Set<number>()
  if (root.type === 'script') {
    for (const statement of root.statements) {
      if (statement.type === 'assignment' && statement.value.type === 'variable') places.add(statement.value.from)
    }
  }
  visit(root, {
    expression(node) {
      if (node.type === 'array') for (const element of node.elements) places.add(element.from)
      if (node.type === 'dict') for (const { key, value } of node.pairs) places.add(key.from).add(value.from)
    },
  })
  return places
}
