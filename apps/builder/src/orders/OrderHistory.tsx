import type { OrderHistoryEntry } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { Skeleton } from '../ui/index.ts'
import { money } from './money.ts'
import { fieldLabel } from './OrderConflicts.tsx'
import { historyQuery } from './orders.queries.ts'

/** Who changed what, when and why, the latest first. */
export function OrderHistory({ order, currency }: { readonly order: number; readonly currency: string }) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const { data: entries, error } = useQuery(historyQuery(projectId, order))
  if (error && !entries) return <p className="text-xs text-danger">{t('history.failed')}</p>
  if (!entries) return <Skeleton className="h-20" />
  if (!entries.length) return <p className="text-xs text-faint">{t('history.none')}</p>
  return (
    <ol className="flex flex-col gap-2">
      {entries.map((entry, index) => (
        <Entry key={`${entry.at} ${entry.what} ${index}`} entry={entry} currency={currency} />
      ))}
    </ol>
  )
}

/** What is told in a sentence; everything else is a field with what it was and is. */
const deeds = ['created', 'deleted', 'restored', 'submitted'] as const

function Entry({
  entry: { at, by, what, before, after, why },
  currency,
}: {
  readonly entry: OrderHistoryEntry
  readonly currency: string
}) {
  const { t } = useTranslation('orders')
  const language = useLanguage()
  const who =
    by.kind === 'bot'
      ? by.block === null
        ? t('history.bot')
        : t('history.botIn', { block: by.block })
      : by.name || t(`history.${by.kind}`)
  const deed = deeds.find((each) => each === what)
  const shown = (value: string | null) => {
    if (value === null || value === '') return t('history.empty')
    return what === 'budget' && !Number.isNaN(Number(value)) ? money(Number(value), currency, language) : value
  }
  return (
    <li className="text-xs">
      <p className="wrap-anywhere">
        {deed ? (
          t(`history.${deed}`)
        ) : (
          <>
            <span className="text-muted">{fieldLabel(t, what)}: </span>
            <span className="text-faint line-through">{shown(before)}</span>
            <ArrowRight size={12} aria-label={t('history.becomes')} className="mx-1 inline text-faint" />
            {shown(after)}
          </>
        )}
      </p>
      {why && <p className="wrap-anywhere text-muted">{t('history.why', { why })}</p>}
      <p className="text-faint">
        <bdi>{who}</bdi> · <Moment at={at} />
      </p>
    </li>
  )
}
