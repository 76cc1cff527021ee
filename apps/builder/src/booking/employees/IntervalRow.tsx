import type { Interval } from '@voronka/api'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/index.ts'
import { TimeInput } from './TimeInput.tsx'

interface IntervalRowProps {
  /** Of which day, for a screen reader. */
  readonly of: string
  readonly interval: Interval
  readonly bad?: boolean
  onChange(interval: Interval): void
  onRemove?(): void
}

/** From a time to a time. */
export function IntervalRow({ of, interval: [from, to], bad, onChange, onRemove }: IntervalRowProps) {
  const { t } = useTranslation('booking')
  return (
    <span className="flex items-center gap-1">
      <TimeInput label={t('hours.from', { of })} value={from} bad={bad} onChange={(time) => onChange([time, to])} />
      <span aria-hidden className="text-faint">
        –
      </span>
      <TimeInput label={t('hours.to', { of })} value={to} end bad={bad} onChange={(time) => onChange([from, time])} />
      {onRemove && <IconButton small label={t('hours.remove', { of })} icon={<Trash2 size={14} />} onClick={onRemove} />}
    </span>
  )
}
