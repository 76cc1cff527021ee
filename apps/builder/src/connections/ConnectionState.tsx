import type { Connection } from '@voronka/api'
import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Catalogue } from '../locales/catalogue.ts'
import { Moment } from '../projects/Moment.tsx'
import { reasonText, useKindTexts } from './kind-texts.ts'

/** Whether a connection works, as the other side said when it was asked last, and what it told of itself. */
export function ConnectionState({ connection: { kind, enabled, checked } }: { readonly connection: Connection }) {
  const { t } = useTranslation('connections')
  const { facts: names, reasons } = useKindTexts(kind)
  const common: Catalogue['connections']['reasons'] = t('reasons', { returnObjects: true })
  if (!enabled)
    return (
      <p className="flex items-start gap-2 text-sm text-muted">
        <CircleDashed size={16} aria-hidden className="mt-0.5 shrink-0" />
        {t('off')}
      </p>
    )
  if (!checked) return <p className="text-sm text-muted">{t('neverChecked')}</p>
  const { ok, reason, facts, at } = checked
  return (
    <div className="flex flex-col gap-1 text-sm">
      {ok ? (
        <p className="flex items-start gap-2 text-success">
          <CircleCheck size={16} aria-hidden className="mt-0.5 shrink-0" />
          {t('works')}
        </p>
      ) : (
        <p className="flex items-start gap-2 text-danger">
          <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">
            {t('broken', { reason: reasonText(reason, { ...common, ...reasons }) || t('noReason') })}
          </span>
        </p>
      )}
      <dl className="flex flex-wrap gap-x-4 gap-y-1 pl-6 text-xs">
        {Object.entries(facts).map(([name, value]) => (
          <div key={name} className="flex gap-1">
            <dt className="text-muted">{names?.[name] ?? name}:</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
        <div className="flex gap-1 text-faint">
          <dt>{t('checkedAt')}:</dt>
          <dd>
            <Moment at={at} />
          </dd>
        </div>
      </dl>
    </div>
  )
}
