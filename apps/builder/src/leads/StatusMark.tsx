import type { Lead } from '@voronka/api'
import clsx from 'clsx'
import { useTranslation } from 'react-i18next'

const looks = {
  open: 'bg-accent-soft text-accent',
  work: 'bg-warning-soft text-warning',
  processed: 'bg-success-soft text-success',
  closed: 'bg-sunken text-muted',
} as const

/** How a lead stands; of a closed one also why. */
export function StatusMark({ lead: { status, result } }: { readonly lead: Pick<Lead, 'status' | 'result'> }) {
  const { t } = useTranslation('leads')
  return (
    <span className={clsx('inline-block max-w-full truncate rounded-sm px-1.5 py-0.5 text-xs', looks[status])}>
      {result === null ? t(`status.${status}`) : t(`result.${result}`)}
    </span>
  )
}
