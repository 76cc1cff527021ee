import type { CallOutcome } from '@voronka/api'
import clsx from 'clsx'
import { useTranslation } from 'react-i18next'

const looks: Readonly<Record<CallOutcome, string>> = {
  starting: 'bg-accent-soft text-accent',
  calling: 'bg-accent-soft text-accent',
  answered: 'bg-success-soft text-success',
  no_answer: 'bg-warning-soft text-warning',
  canceled: 'bg-sunken text-muted',
  failed: 'bg-danger-soft text-danger',
  unknown: 'bg-sunken text-muted',
}

/** How a call ended, or that it has not yet. */
export function OutcomeMark({ outcome }: { readonly outcome: CallOutcome }) {
  const { t } = useTranslation('telephony')
  return (
    <span className={clsx('inline-block max-w-full truncate rounded-sm px-1.5 py-0.5 text-xs', looks[outcome])}>
      {t(`outcome.${outcome}`)}
    </span>
  )
}
