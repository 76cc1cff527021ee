import type { Schedule } from '@voronka/api'
import { Coffee } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/language.ts'
import { Button, Select } from '../../ui/index.ts'
import { longWeekdayNames } from '../weekdays.ts'
import { IntervalRow } from './IntervalRow.tsx'

interface BreaksProps {
  readonly breaks: Schedule['breaks']
  onChange(breaks: Schedule['breaks']): void
}

/** Times at which nobody can be booked: on one weekday, or every day. */
export function Breaks({ breaks, onChange }: BreaksProps) {
  const { t } = useTranslation('booking')
  const names = longWeekdayNames(useLanguage())
  return (
    <section aria-label={t('breaks.title')} className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('breaks.title')}</h3>
      {!breaks.length && <p className="text-sm text-faint">{t('breaks.none')}</p>}
      {breaks.map((pause, index) => (
        <div key={index} className="flex flex-wrap items-center gap-2">
          <div className="w-36">
            <Select
              label={t('breaks.day')}
              labelHidden
              value={String(pause.weekday ?? '')}
              options={[{ value: '', label: t('breaks.everyDay') }, ...names.map((label, day) => ({ value: String(day + 1), label }))]}
              onChange={(value) => onChange(breaks.with(index, { ...pause, weekday: value ? Number(value) : null }))}
            />
          </div>
          <IntervalRow
            of={t('breaks.one', { number: index + 1 })}
            interval={[pause.from, pause.to]}
            bad={pause.from >= pause.to}
            onChange={([from, to]) => onChange(breaks.with(index, { ...pause, from, to }))}
            onRemove={() => onChange(breaks.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button
        className="self-start"
        icon={<Coffee size={14} aria-hidden />}
        onClick={() => onChange([...breaks, { weekday: null, from: '13:00', to: '14:00' }])}
      >
        {t('breaks.add')}
      </Button>
    </section>
  )
}
