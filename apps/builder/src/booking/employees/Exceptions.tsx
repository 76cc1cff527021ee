import { setOverrides } from '@voronka/api'
import type { Employee, Interval } from '@voronka/api'
import { CalendarPlus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { useLanguage } from '../../app/language.ts'
import { useProject } from '../../app/project-context.tsx'
import { dayText, today } from '../../tasks/days.ts'
import { Button, IconButton, Segments, TextInput } from '../../ui/index.ts'
import { useSetupChange } from '../use-setup-change.ts'
import { IntervalRow } from './IntervalRow.tsx'
import { hoursText, isGoodDay, nextInterval, overrideRanges } from './schedule.ts'

/** Days with other hours than their weekday has: holidays, vacations, a working Saturday. Each is in force as soon as it is added. */
export function Exceptions({ employee }: { readonly employee: Employee }) {
  const { t } = useTranslation('booking')
  const language = useLanguage()
  const { id: projectId } = useProject()
  const change = useSetupChange()
  const ranges = overrideRanges(employee.overrides)
  const set = (from: string, to: string, intervals: readonly Interval[] | null, done?: () => void) =>
    change.mutate(() => call(setOverrides, { projectId, employee: employee.id, from, to, intervals: intervals && [...intervals] }), {
      onSuccess: done,
    })
  return (
    <div className="flex flex-col gap-4">
      {!ranges.length && <p className="text-sm text-faint">{t('exceptions.none')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {ranges.map(({ from, to, intervals }) => {
          const days = from === to ? dayText(from, language) : `${dayText(from, language)} – ${dayText(to, language)}`
          return (
            <li key={from} className="flex items-center gap-3 py-1 text-sm">
              <span className="min-w-0 flex-1">{days}</span>
              <span className="text-muted">{hoursText(intervals) || t('hours.dayOff')}</span>
              <IconButton label={t('exceptions.remove', { days })} icon={<Trash2 size={14} />} onClick={() => set(from, to, null)} />
            </li>
          )
        })}
      </ul>
      <NewException busy={change.isPending} onAdd={set} />
    </div>
  )
}

interface NewExceptionProps {
  readonly busy: boolean
  onAdd(from: string, to: string, intervals: readonly Interval[], done: () => void): void
}

function NewException({ busy, onAdd }: NewExceptionProps) {
  const { t } = useTranslation('booking')
  const [from, setFrom] = useState(today())
  const [to, setTo] = useState('')
  const [kind, setKind] = useState<'off' | 'hours'>('off')
  const [hours, setHours] = useState<readonly Interval[]>([['09:00', '18:00']])
  const next = nextInterval(hours)
  const last = to || from
  const good = from && last >= from && Date.parse(last) - Date.parse(from) <= 366 * 86_400_000 && (kind === 'off' || isGoodDay(hours))
  return (
    <form
      className="flex flex-col gap-3 rounded-md border border-line p-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (good) onAdd(from, last, kind === 'off' ? [] : hours, () => setTo(''))
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextInput type="date" label={t('exceptions.from')} value={from} onChange={setFrom} />
        <TextInput type="date" label={t('exceptions.to')} hint={t('exceptions.toHint')} min={from} value={to} onChange={setTo} />
      </div>
      <Segments
        label={t('exceptions.kind')}
        labelHidden
        value={kind}
        options={[
          { value: 'off', text: t('exceptions.off') },
          { value: 'hours', text: t('exceptions.hours') },
        ]}
        onChange={setKind}
      />
      {kind === 'hours' && (
        <div className="flex flex-col gap-1">
          {hours.map((interval, place) => (
            <IntervalRow
              key={place}
              of={t('exceptions.new')}
              interval={interval}
              bad={!isGoodDay(hours)}
              onChange={(changed) => setHours(hours.with(place, changed))}
              onRemove={hours.length > 1 ? () => setHours(hours.toSpliced(place, 1)) : undefined}
            />
          ))}
          {next && (
            <Button small look="quiet" className="self-start" onClick={() => setHours([...hours, next])}>
              {t('hours.more')}
            </Button>
          )}
        </div>
      )}
      <Button type="submit" className="self-end" icon={<CalendarPlus size={14} aria-hidden />} busy={busy} disabled={!good}>
        {t('exceptions.add')}
      </Button>
    </form>
  )
}
