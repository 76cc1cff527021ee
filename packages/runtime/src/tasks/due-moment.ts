import { instant } from '@voronka/calculator'

/** When a task is due: at its time, or at the end of its day, on the clock of the project. */
export function dueMoment(day: string, clock: string | null, zone: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  const [hour = 0, minute = 0] = (clock ?? '24:00').split(':').map(Number)
  return instant({ year, month, day: date, hour, minute, second: 0, hasSeconds: false }, zone) - (clock === null ? 1 : 0)
}
