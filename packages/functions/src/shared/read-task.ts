import { parseDate, parseTime } from '@voronka/calculator'
import type { TaskFields } from '../ports.ts'
import { isBlank } from './blank.ts'

interface Written {
  readonly email: string
  readonly name: string
  readonly date: string
  readonly description: string
  readonly time: string
}

/** What a script says of a task: blank arguments are left out. Undefined: the date or the time does not exist. */
export function readTask({ email, name, date, description, time }: Written): TaskFields | undefined {
  const day = parseDate(date.trim())
  const clock = parseTime(time.trim())
  if ((!day && !isBlank(date.trim())) || (!clock && !isBlank(time.trim()))) return undefined
  return {
    ...(!isBlank(email.trim()) && { email: email.trim() }),
    ...(!isBlank(name.trim()) && { title: name.trim() }),
    ...(!isBlank(description) && { description }),
    ...(day && { day: `${padded(day.year, 4)}-${padded(day.month)}-${padded(day.day)}` }),
    ...(clock && { time: `${padded(clock.hour)}:${padded(clock.minute)}` }),
  }
}

const padded = (number: number, digits = 2): string => String(number).padStart(digits, '0')
