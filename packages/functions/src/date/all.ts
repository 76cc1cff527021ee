import type { FunctionDefinition } from '../define-function.ts'
import { addDays } from './add-days.ts'
import { addMinutes } from './add-minutes.ts'
import { addMonth } from './add-month.ts'
import { addYear } from './add-year.ts'
import { birthdate } from './birthdate.ts'
import { compareDate } from './compare-date.ts'
import { compareTime } from './compare-time.ts'
import { convertDatetime } from './convert-datetime.ts'
import { currentDateRus } from './current-date-rus.ts'
import { dateRus } from './date-rus.ts'
import { getDatetime } from './get-datetime.ts'
import { monthDate } from './month-date.ts'
import { timeInterval } from './time-interval.ts'
import { weekdayDate } from './weekday-date.ts'

export const dateFunctions: readonly FunctionDefinition[] = [
  addDays,
  addMinutes,
  addMonth,
  addYear,
  birthdate,
  compareDate,
  compareTime,
  convertDatetime,
  currentDateRus,
  dateRus,
  getDatetime,
  monthDate,
  timeInterval,
  weekdayDate,
]
