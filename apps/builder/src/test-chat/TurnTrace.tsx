import type { TurnInfo } from '@voronka/api'
import { Check, ChevronRight, CircleAlert, Dot, MoveRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { traceStory, turnTitle, type Chapter, type Names, type Row } from './trace-story.ts'
import { variableText } from './variable-text.ts'

interface TurnTraceProps {
  readonly turn: TurnInfo
  readonly names: Names
  readonly onShow: (place: { readonly block?: number; readonly arrow?: number }) => void
}

/** What happened in one turn, in words. */
export function TurnTrace({ turn, names, onShow }: TurnTraceProps) {
  const { t } = useTranslation('test-chat')
  const story = useMemo(() => traceStory(turn.trace, names, t), [turn.trace, names, t])
  const { draws } = turn.trace
  return (
    <div className="flex flex-col gap-2 p-3 text-sm leading-5">
      <h4 className="font-semibold wrap-anywhere">{turnTitle(turn.trace, t)}</h4>
      <ol className="flex flex-col gap-2">
        {story.map((chapter, index) => (
          <li key={index}>
            <ChapterView chapter={chapter} onShow={onShow} />
          </li>
        ))}
      </ol>
      {turn.changed.length > 0 && (
        <section className="flex flex-col gap-1 rounded-md bg-sunken p-2">
          <h5 className="text-xs font-semibold text-muted">{t('trace.changed')}</h5>
          <dl className="flex flex-col gap-0.5 font-mono text-xs">
            {turn.changed.map(({ scope, name, before, after }) => (
              <div key={`${scope}.${name}`} className="flex flex-wrap items-baseline gap-x-1.5 wrap-anywhere">
                <dt className="font-medium">{scope === 'order' ? name : `${scope}.${name}`}</dt>
                <dd className="text-faint line-through">{variableText(before)}</dd>
                <dd>{variableText(after) || '∅'}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {draws.length > 0 && (
        <p className="text-xs text-faint tabular-nums">
          {t('trace.draws')}: {draws.map((draw) => draw.toFixed(4)).join(', ')}
        </p>
      )}
    </div>
  )
}

type OnShow = TurnTraceProps['onShow']

function ChapterView({ chapter, onShow }: { readonly chapter: Chapter; readonly onShow: OnShow }) {
  if (chapter.kind === 'search') return <SearchView chapter={chapter} onShow={onShow} />
  if (chapter.kind === 'notes') return <Rows rows={chapter.rows} onShow={onShow} />
  const { block, arrow, title, detail, rows } = chapter
  return (
    <section className="rounded-md border border-line">
      <h5 className="flex min-w-0 flex-wrap items-center gap-x-1.5 border-b border-line bg-sunken px-2 py-1">
        <MoveRight aria-hidden className="size-3.5 flex-none text-accent" />
        <button type="button" className="min-w-0 text-left font-medium wrap-anywhere hover:underline" onClick={() => onShow({ block })}>
          {title}
        </button>
        <button
          type="button"
          disabled={arrow === undefined}
          className="ml-auto text-right text-2xs text-faint enabled:hover:underline"
          onClick={() => onShow({ arrow })}
        >
          {detail}
        </button>
      </h5>
      <div className="p-1.5">
        <Rows rows={rows} onShow={onShow} />
      </div>
    </section>
  )
}

/** A tier of the search: closed while nothing in it fired, so that what matters is seen first. */
function SearchView({
  chapter: { title, rows, fired },
  onShow,
}: {
  readonly chapter: Extract<Chapter, { kind: 'search' }>
  readonly onShow: OnShow
}) {
  const { t } = useTranslation('test-chat')
  return (
    <details className="group" open={fired || rows.length <= 2}>
      <summary className="flex min-h-6 cursor-pointer list-none items-center gap-1 rounded-sm text-xs text-muted hover:text-text">
        <ChevronRight aria-hidden className="size-3.5 flex-none transition-transform group-open:rotate-90 motion-reduce:transition-none" />
        <span className="min-w-0 font-medium">{title}</span>
        <span className="ml-auto min-w-0 text-right text-faint">
          {t('trace.examined', { count: rows.length })}, {t(fired ? 'trace.matched' : 'trace.noMatch')}
        </span>
      </summary>
      <div className="mt-1 pl-2">
        <Rows rows={rows} onShow={onShow} />
      </div>
    </details>
  )
}

const icons = { good: Check, bad: CircleAlert, plain: Dot, quiet: Dot }
const colors = { good: 'text-success', bad: 'text-danger', plain: 'text-muted', quiet: 'text-faint' }

function Rows({ rows, onShow }: { readonly rows: readonly Row[]; readonly onShow: OnShow }) {
  return (
    <ul className="flex flex-col gap-0.5">
      {rows.map((row, index) => (
        <RowView key={index} row={row} onShow={onShow} />
      ))}
    </ul>
  )
}

function RowView({ row: { tone, text, detail, block, arrow, line }, onShow }: { readonly row: Row; readonly onShow: OnShow }) {
  const Icon = icons[tone]
  const known = block !== undefined || arrow !== undefined
  if (line) return <LineView number={text} line={line} trouble={detail} failed={tone === 'bad'} />
  return (
    <li className="flex min-w-0 items-start gap-1">
      <Icon aria-hidden className={`mt-0.5 size-4 flex-none ${colors[tone]}`} />
      <span className="min-w-0 flex-1 wrap-anywhere">
        {known ? (
          <button
            type="button"
            className={`text-left hover:underline ${tone === 'quiet' ? 'text-muted' : ''}`}
            onClick={() => onShow(arrow === undefined ? { block } : { arrow })}
          >
            {text}
          </button>
        ) : (
          text
        )}
        {detail && <span className={`block text-xs leading-4 ${tone === 'bad' ? 'text-danger' : 'text-faint'}`}>{detail}</span>}
      </span>
    </li>
  )
}

interface LineViewProps {
  readonly number: string
  readonly line: NonNullable<Row['line']>
  readonly trouble: string | undefined
  readonly failed: boolean
}

function LineView({ number, line: { source, target, value }, trouble, failed }: LineViewProps) {
  const { t } = useTranslation('test-chat')
  return (
    <li className="flex min-w-0 items-start gap-2 rounded-sm px-1 font-mono text-xs leading-5">
      <span className="w-5 flex-none text-right text-faint tabular-nums" title={t('trace.line', { number })}>
        {number}
      </span>
      <span className="min-w-0 flex-1 wrap-anywhere">
        <code className="whitespace-pre-wrap">{source}</code>
        {value !== undefined && !(target !== undefined && source.endsWith(`= ${value}`)) && <LineValue value={value} />}
        {trouble && <span className={`block font-sans ${failed ? 'text-danger' : 'text-warning'}`}>{trouble}</span>}
      </span>
    </li>
  )
}

/** Longer values are shown by their beginning; a press shows the rest. */
const shownValue = 120

function LineValue({ value }: { readonly value: string }) {
  const { t } = useTranslation('test-chat')
  const [whole, setWhole] = useState(false)
  if (value.length <= shownValue) return <span className="text-success"> → {value || '∅'}</span>
  return (
    <span className="text-success">
      {' '}
      → {whole ? value : `${value.slice(0, shownValue)}…`}{' '}
      <button type="button" className="font-sans text-accent underline" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {t(whole ? 'trace.less' : 'trace.whole')}
      </button>
    </span>
  )
}
