import { DayPicker } from 'react-day-picker'
import { enGB, ru } from 'react-day-picker/locale'
import { useLanguage } from '../../app/language.ts'
import { today } from '../../tasks/days.ts'

interface MonthPickerProps {
  readonly day: string
  onDay(day: string): void
}

const classes = {
  months: 'relative',
  month_caption: 'flex h-8 items-center justify-center text-sm font-medium capitalize',
  nav: 'absolute inset-x-0 top-0 flex h-8 items-center justify-between',
  button_previous: 'flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text',
  button_next: 'flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text',
  chevron: 'size-4 fill-current',
  month_grid: 'mt-1 border-collapse',
  weekday: 'size-9 text-xs font-normal text-faint',
  day: 'size-9 p-0 text-center text-sm',
  day_button: 'size-9 rounded-md hover:bg-hover',
  today: 'font-semibold text-accent',
  selected: '[&>button]:bg-accent [&>button]:text-on-accent',
  outside: 'text-faint',
}

/** A month of days. Days are days here, whatever the zone: noon of the person's clock stands for each. */
export default function MonthPicker({ day, onDay }: MonthPickerProps) {
  const language = useLanguage()
  const selected = new Date(`${day}T12:00:00`)
  return (
    <DayPicker
      mode="single"
      autoFocus
      required
      showOutsideDays
      locale={language === 'ru' ? ru : enGB}
      defaultMonth={selected}
      selected={selected}
      onSelect={(chosen) => onDay(today(chosen))}
      classNames={classes}
    />
  )
}
