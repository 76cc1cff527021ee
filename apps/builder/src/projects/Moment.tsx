import type { Language } from '@voronka/calculator'
import { dateFormat, relativeFormat } from '../app/formats.ts'
import { useLanguage } from '../app/language.ts'

/**
 * When something happened, as near as it matters: the hour of today, the day of this year, else the date; of what is to come always the hour, too.
 * The whole of it on pointing.
 */
export function Moment({ at }: { readonly at: string }) {
  const language = useLanguage()
  const whole = dateFormat(language, { dateStyle: 'full', timeStyle: 'medium' }).format(new Date(at))
  return (
    <time dateTime={at} title={whole}>
      {momentText(at, language)}
    </time>
  )
}

/** In the time zone of the person who reads. */
export function momentText(at: string, language: Language, now: Date = new Date()): string {
  const moment = new Date(at)
  const format = (options: Intl.DateTimeFormatOptions) => dateFormat(language, options).format(moment)
  const days = Math.round((startOfDay(now) - startOfDay(moment)) / 86_400_000)
  const time = format({ timeStyle: 'short' })
  if (Math.abs(days) <= 1) {
    const day = relativeFormat(language, { numeric: 'auto' }).format(-days, 'day')
    return `${day}, ${time}`
  }
  if (moment.getFullYear() === now.getFullYear()) return `${format({ day: 'numeric', month: 'short' })}, ${time}`
  const date = format({ day: 'numeric', month: 'short', year: 'numeric' })
  return days < 0 ? `${date}, ${time}` : date
}

const startOfDay = (moment: Date): number => Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate())
