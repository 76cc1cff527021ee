import { isTimeZone } from '@voronka/flow'
import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { SearchList } from '../calculator-editor/index.ts'
import { control } from '../ui/index.ts'
import { findZones, timeZone, timeZones } from './time-zones.ts'

interface TimeZoneFieldProps {
  readonly value: string
  onChange(zone: string): void
}

/** The zone in which dates, times and delays of the project are meant; only zones that exist can be chosen. */
export function TimeZoneField({ value, onChange }: TimeZoneFieldProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const id = useId()
  const [open, setOpen] = useState(false)
  const known = isTimeZone(value)
  const choose = (name: string) => {
    if (name !== value) onChange(name)
    setOpen(false)
  }
  const find = (asked: string) =>
    findZones(asked, timeZones(language)).map(({ name, place, offset }) => ({ key: name, title: name, detail: `${place} · ${offset}` }))
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs text-muted">
        {t('general.timezone')}
      </label>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          id={id}
          aria-label={`${t('general.timezone')}: ${value}`}
          aria-describedby={`${id}-said`}
          aria-invalid={!known || undefined}
          className={clsx(control, 'flex items-center gap-2 text-left')}
        >
          <span className="min-w-0 flex-1 truncate">{known ? `${value} (${timeZone(value, language).offset})` : value}</span>
          <ChevronDown size={14} aria-hidden className="shrink-0 text-faint" />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="start"
            sideOffset={4}
            collisionPadding={8}
            aria-label={t('general.timezone')}
            className="z-50 flex max-h-[min(380px,var(--radix-popover-content-available-height))] w-(--radix-popover-trigger-width) min-w-72 flex-col overflow-hidden rounded-md bg-raised text-text shadow-float"
          >
            <SearchList
              label={t('general.timezoneSearch')}
              none={t('general.timezoneNone')}
              find={find}
              onChoose={({ key }) => choose(key)}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <p id={`${id}-said`} className={clsx('text-xs', known ? 'text-faint' : 'text-danger')}>
        {known ? t('general.timezoneNow', { time: clock(value, language) }) : t('general.timezoneBad', { zone: value })}
      </p>
    </div>
  )
}

const clock = (zone: string, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date())
