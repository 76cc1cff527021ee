import { acceptCompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import { Annotation, Compartment, EditorState, Prec, Transaction, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, keymap, placeholder as placeholderText, tooltips } from '@codemirror/view'
import { useContext, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { ReadOnly } from '../ui/index.ts'
import './code-editor.css'
import { completion } from './completion.ts'
import { diagnosing } from './diagnose.ts'
import { editorContext, type EditorContext } from './editor-context.ts'
import { hoverHelp } from './hover-help.ts'
import { painting } from './paint.ts'
import { signatureHelp } from './signature-help.ts'

export interface CodeEditorProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly context: EditorContext
  /** The accessible name. */
  readonly label: string
  readonly placeholder?: string
  readonly describedBy?: string
  readonly invalid?: boolean
  /** Hands out the way to insert at the cursor, for pickers beside the field. */
  readonly onReady?: (insert: (text: string) => void) => void
  readonly onBlur?: () => void
}

/** The value came from outside: it is no typing of this person, so it is neither reported back nor undone here. */
const fromOutside = Annotation.define<boolean>()

/** The CodeMirror field itself; loaded when it is first needed. */
export default function CodeEditor({
  value,
  onChange,
  context,
  label,
  placeholder = '',
  describedBy,
  invalid,
  onReady,
  onBlur,
}: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const readOnly = useContext(ReadOnly)
  const view = useRef<EditorView>(null)
  const settings = useRef(new Compartment())
  const changed = useEffectEvent(onChange)
  const left = useEffectEvent(() => onBlur?.())
  const ready = useEffectEvent((insert: (text: string) => void) => onReady?.(insert))
  const outer = useMemo(
    (): Extension => [
      editorContext.of(context),
      EditorState.readOnly.of(readOnly),
      placeholderText(placeholder),
      EditorView.contentAttributes.of({
        'aria-label': label,
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...(invalid && { 'aria-invalid': 'true' }),
      }),
    ],
    [context, placeholder, label, describedBy, invalid, readOnly],
  )
  const begin = useEffectEvent((parent: HTMLElement) => {
    const listener = EditorView.updateListener.of(({ docChanged, transactions, state, focusChanged, view: { hasFocus } }) => {
      if (docChanged && !transactions.some((transaction) => transaction.annotation(fromOutside))) changed(state.doc.toString())
      if (focusChanged && !hasFocus) left()
    })
    const state = EditorState.create({
      doc: value,
      extensions: [settings.current.of(outer), fixed, context.mode === 'expression' ? oneLine : [], listener],
    })
    return new EditorView({ state, parent })
  })

  useEffect(() => {
    if (!host.current) return
    const made = begin(host.current)
    view.current = made
    ready((text) => insertAtCursor(made, text))
    return () => made.destroy()
  }, [])

  useEffect(() => {
    view.current?.dispatch({ effects: settings.current.reconfigure(outer) })
  }, [outer])

  useEffect(() => {
    const current = view.current
    if (!current || current.state.doc.toString() === value) return
    current.dispatch({
      changes: { from: 0, to: current.state.doc.length, insert: value },
      annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
    })
  }, [value])

  return <div ref={host} className={`calc-editor calc-${context.mode}`} data-invalid={invalid || undefined} />
}

/** Tab takes the offered completion; when none is offered it goes on to the next field, so nobody is caught in the text. */
const fixed: Extension = [
  history(),
  drawSelection(),
  EditorView.lineWrapping,
  bracketMatching(),
  closeBrackets(),
  EditorState.allowMultipleSelections.of(false),
  EditorView.contentAttributes.of({ spellcheck: 'false', autocapitalize: 'off', autocorrect: 'off' }),
  tooltips({ position: 'fixed', parent: document.body }),
  painting(),
  completion(),
  signatureHelp(),
  hoverHelp(),
  diagnosing(),
  keymap.of([
    { key: 'Tab', run: acceptCompletion },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...historyKeymap,
    ...defaultKeymap,
    ...lintKeymap,
  ]),
]

/** An expression has one line: Enter does nothing, and what is pasted loses its line feeds. */
const oneLine: Extension = [
  Prec.high(keymap.of([{ key: 'Enter', run: () => true }])),
  EditorView.clipboardInputFilter.of((text) => text.replace(/\s*\n\s*/g, ' ')),
]

function insertAtCursor(view: EditorView, text: string): void {
  const { from, to } = view.state.selection.main
  // `round(|)`: the cursor goes where the first argument belongs.
  const cursor = text.indexOf('|')
  const insert = text.replace('|', '')
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + (cursor === -1 ? insert.length : cursor) },
    scrollIntoView: true,
  })
  view.focus()
}
