import { localMoment } from '@voronka/calculator'

/** What the clock of a branch shows: its day, and minutes since midnight. */
export interface LocalClock {
  readonly today: string
  readonly minute: number
}

export function localClock(now: number, zone: string): LocalClock {
  const { year, month, day, hour, minute } = localMoment(now, zone)
  return { today: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`, minute: hour * 60 + minute }
}

const two = (number: number): string => String(number).padStart(2, '0')
