import clsx from 'clsx'
import { ChevronRight, Minus, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiffRow, FieldChange } from './diff-rows.ts'

const kinds = ['block', 'arrow', 'sheet', 'setting'] as const
const mostShown = 12

/** Everything that differs between two documents, by kind; a changed thing opens to show what was there and what is there. */
export function DiffSummary({ rows }: { readonly rows: readonly DiffRow[] }) {
  return (
    <div className="flex flex-col gap-4">
      {kinds.map((kind) => (
        <Group key={kind} kind={kind} rows={rows.filter((row) => row.kind === kind)} />
      ))}
    </div>
  )
}

function Group({ kind, rows }: { readonly kind: DiffRow['kind']; readonly rows: readonly DiffRow[] }) {
  const { t } = useTranslation('versions')
  const [all, setAll] = useState(false)
  const real = rows.filter(({ layout }) => !layout)
  const moved = rows.length - real.length
  const shown = all ? real : real.slice(0, mostShown)
  if (!rows.length) return null
  return (
    <section aria-label={t(`kinds.${kind}`)}>
      <h3 className="mb-1 flex items-center gap-2 text-xs font-medium text-muted">
        {t(`kinds.${kind}`)}
        <Counts rows={real} />
      </h3>
      <ul className="flex flex-col">
        {shown.map((row) => (
          <Row key={`${row.change} ${row.number ?? row.title}`} row={row} />
        ))}
      </ul>
      {shown.length < real.length && (
        <button type="button" className="mt-1 text-xs text-accent hover:underline" onClick={() => setAll(true)}>
          {t('showAll', { count: real.length - shown.length })}
        </button>
      )}
      {moved > 0 && <p className="mt-1 pl-6 text-xs text-faint">{t(kind === 'arrow' ? 'bent' : 'moved', { count: moved })}</p>}
    </section>
  )
}

const looks = {
  added: { icon: Plus, color: 'text-success', sign: '+' },
  removed: { icon: Minus, color: 'text-danger', sign: '−' },
  changed: { icon: Pencil, color: 'text-accent', sign: '±' },
}

function Counts({ rows }: { readonly rows: readonly DiffRow[] }) {
  const { t } = useTranslation('versions')
  return (['added', 'removed', 'changed'] as const).map((change) => {
    const count = rows.filter((row) => row.change === change).length
    if (!count) return null
    const { sign, color } = looks[change]
    return (
      <span key={change} className={clsx('tabular-nums', color)} title={t(`change.${change}`)}>
        {`${sign}${count}`}
      </span>
    )
  })
}

function Row({ row }: { readonly row: DiffRow }) {
  const { kind, change, number, title, fields } = row
  const { t } = useTranslation('versions')
  const { icon: Icon, color } = looks[change]
  const head = (
    <>
      <Icon size={14} aria-hidden className={clsx('mt-0.75 shrink-0', color)} />
      <span className="sr-only">{t(`change.${change}`)}: </span>
      {kind === 'block' && <span className="shrink-0 text-faint tabular-nums">{number}</span>}
      <span className={clsx('min-w-0 wrap-anywhere', change === 'removed' && 'line-through decoration-faint')}>{title}</span>
      {kind !== 'setting' && fields.length > 0 && (
        <span className="ml-auto max-w-1/2 shrink truncate pl-2 text-right text-xs leading-5 text-faint">
          {fields.map(({ name }) => name).join(', ')}
        </span>
      )}
    </>
  )
  if (!fields.length) return <li className="flex items-start gap-2 py-0.5 pl-1 text-sm">{head}</li>
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-pointer list-none items-start gap-2 rounded-sm py-0.5 pl-1 text-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
          {head}
          <ChevronRight
            size={14}
            aria-hidden
            className={clsx('mt-0.75 shrink-0 text-faint group-open:rotate-90', (kind === 'setting' || !fields.length) && 'ml-auto')}
          />
        </summary>
        <dl className="my-1 ml-7 flex flex-col gap-2 border-l border-line pl-3">
          {fields.map((field) => (
            <Field key={field.name} field={field} />
          ))}
        </dl>
      </details>
    </li>
  )
}

function Field({ field: { name, before, after } }: { readonly field: FieldChange }) {
  const { t } = useTranslation('versions')
  return (
    <div className="min-w-0 text-xs">
      <dt className="text-muted">{name}</dt>
      <dd className="mt-0.5 flex flex-col gap-0.5">
        <Value sign="−" label={t('before')} text={before} look="bg-danger-soft" />
        <Value sign="+" label={t('after')} text={after} look="bg-success-soft" />
      </dd>
    </div>
  )
}

/** A whole catalogue in one text would bury everything else. */
const longest = 2000

function Value({
  sign,
  label,
  text,
  look,
}: {
  readonly sign: string
  readonly label: string
  readonly text: string
  readonly look: string
}) {
  const { t } = useTranslation('versions')
  return (
    <div className={clsx('flex max-h-40 gap-2 overflow-y-auto rounded-sm px-1.5 py-0.5', look)}>
      <span aria-hidden className="shrink-0 text-muted select-none">
        {sign}
      </span>
      <span className="sr-only">{label}: </span>
      <span className="min-w-0 whitespace-pre-wrap wrap-anywhere">
        {text ? text.slice(0, longest) : <span className="text-faint">{t('empty')}</span>}
        {text.length > longest && '…'}
      </span>
    </div>
  )
}
