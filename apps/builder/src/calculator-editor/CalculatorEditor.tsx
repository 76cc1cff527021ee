import type { FunctionDocs } from '@voronka/functions'
import type { Language } from '@voronka/calculator'
import { lazy, Suspense, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditorContext, EditorProblem, KnownBlock, KnownName } from './editor-context.ts'
import type { EditorMode } from './place-at.ts'

const CodeEditor = lazy(() => import('./CodeEditor.tsx'))

export interface CalculatorEditorProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly mode: EditorMode
  /** These arrays must stay the same objects while nothing in them changed. */
  readonly variables: readonly KnownName[]
  readonly functions: readonly FunctionDocs[]
  readonly blocks?: readonly KnownBlock[]
  /** What the checks of the whole project say of this text. */
  readonly problems?: readonly EditorProblem[]
  readonly language: Language
  /** The accessible name of the field. */
  readonly label: string
  readonly placeholder?: string
  /** Ids of what explains the field: hints, problems. */
  readonly describedBy?: string
  readonly invalid?: boolean
  readonly onReady?: (insert: (text: string) => void) => void
  readonly onBlur?: () => void
}

const noBlocks: readonly KnownBlock[] = []
const noProblems: readonly EditorProblem[] = []

/**
 * A field for a calculator script, one expression, or a message with `#{...}`: colours, completion, help and checks from the language and the function
 * library. While its code is on the way a plain field of the same size stands in its place, and it works.
 */
export function CalculatorEditor({
  variables,
  functions,
  blocks = noBlocks,
  problems = noProblems,
  language,
  mode,
  describedBy,
  ...field
}: CalculatorEditorProps) {
  const { t } = useTranslation('calculator')
  const leave = useId()
  const context = useMemo<EditorContext>(
    () => ({ mode, language, functions, variables, blocks, problems, say: t }),
    [mode, language, functions, variables, blocks, problems, t],
  )
  const described = [describedBy, leave].filter(Boolean).join(' ')
  return (
    <>
      <Suspense fallback={<PlainField {...field} mode={mode} describedBy={described} />}>
        <CodeEditor {...field} context={context} describedBy={described} />
      </Suspense>
      <span id={leave} hidden>
        {t('leave')}
      </span>
    </>
  )
}

function PlainField({
  value,
  onChange,
  label,
  placeholder,
  describedBy,
  mode,
}: Pick<CalculatorEditorProps, 'value' | 'onChange' | 'label' | 'placeholder' | 'describedBy' | 'mode'>) {
  return (
    <textarea
      className="w-full rounded-md border border-line bg-field px-2 py-1.5 font-mono text-sm leading-5"
      rows={mode === 'expression' ? 1 : Math.max(4, value.split('\n').length)}
      value={value}
      aria-label={label}
      aria-describedby={describedBy}
      placeholder={placeholder}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
