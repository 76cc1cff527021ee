import { CalendarDays } from 'lucide-react'
import { Popover } from 'radix-ui'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/language.ts'
import { dayText, weekOf } from '../../tasks/days.ts'
import { Skeleton } from '../../ui/index.ts'

const MonthPicker = lazy(() => import('./MonthPicker.tsx'))

interface DayButtonProps {
  readonly day: string
  readonly week: boolean
  onDay(day: string): void
}

/** The day or week that is shown; pressed, it offers a month to choose another day from. */
export function DayButton({ day, week, onDay }: DayButtonProps) {
  const { t } = useTranslation('booking')
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const days = weekOf(day)
  const text = week ? `${dayText(days[0] ?? day, language)} – ${dayText(days[6] ?? day, language)}` : dayText(day, language)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={t('calendar.choose', { day: text })}
        className="flex h-8 items-center gap-2 rounded-md px-2 text-sm font-medium hover:bg-hover"
      >
        <CalendarDays size={16} aria-hidden className="text-muted" />
        {text}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={t('calendar.choose', { day: text })}
          className="z-50 rounded-md bg-raised p-3 text-text shadow-float"
        >
          <Suspense fallback={<Skeleton className="h-64 w-64" />}>
            <MonthPicker
              day={day}
              onDay={(chosen) => {
                setOpen(false)
                onDay(chosen)
              }}
            />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
