import { RangeSetBuilder, type Extension } from '@codemirror/state'
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'
import { highlight, parseTemplate, type HighlightKind, type HighlightSpan } from '@voronka/calculator'
import type { FunctionDocs } from '@voronka/functions'
import { editorContext, functionsByName } from './editor-context.ts'
import type { EditorMode } from './place-at.ts'

/** Colours, drawn anew after each change: the language paints any text in time linear to its length. */
export function painting(): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet

      constructor(view: EditorView) {
        this.decorations = decorate(view)
      }

      update({ docChanged, view, state, startState }: ViewUpdate) {
        if (docChanged || state.facet(editorContext) !== startState.facet(editorContext)) this.decorations = decorate(view)
      }
    },
    { decorations: ({ decorations }) => decorations },
  )
}

/** The spans of a text by its mode. In a template everything outside `#{...}` is plain text and has no colour. */
export function paint(text: string, mode: EditorMode, functions: ReadonlyMap<string, FunctionDocs>): HighlightSpan[] {
  if (mode !== 'template') return highlight(text, functions)
  return parseTemplate(text, functions).parts.flatMap((part) => {
    if (typeof part === 'string') return []
    const { from, to, content } = part
    if (!content) return [{ from, to, kind: 'invalid' as const }]
    const inside = highlight(text.slice(from + 2, to - 1), functions)
    return [
      { from, to: from + 2, kind: 'interpolation' as const },
      ...inside.map((span) => ({ ...span, from: span.from + from + 2, to: span.to + from + 2 })),
      { from: to - 1, to, kind: 'interpolation' as const },
    ]
  })
}

const marks = new Map<HighlightKind, Decoration>()

function markOf(kind: HighlightKind): Decoration {
  const mark = marks.get(kind) ?? Decoration.mark({ class: `calc-${kind}` })
  marks.set(kind, mark)
  return mark
}

function decorate({ state }: EditorView): DecorationSet {
  const { mode, functions } = state.facet(editorContext)
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to, kind } of paint(state.doc.toString(), mode, functionsByName(functions))) builder.add(from, to, markOf(kind))
  return builder.finish()
}
