import { instant } from '@voronka/calculator'

/** Midnight at the beginning of a day `YYYY-MM-DD`, or of one so many days later. */
export function dayStart(day: string, zone: string, later = 0): number {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + later * 86_400_000)
  const [year, month, date] = [moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate()]
  return instant({ year, month, day: date, hour: 0, minute: 0, second: 0, hasSeconds: true }, zone)
}

/** The moments [from, until) of days that are both included. */
export const momentsOf = ({ from, until }: { readonly from?: string | undefined; readonly until?: string | undefined }, zone: string) => ({
  from: from === undefined ? undefined : dayStart(from, zone),
  until: until === undefined ? undefined : dayStart(until, zone, 1),
})
