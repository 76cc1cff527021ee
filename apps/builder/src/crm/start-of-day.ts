/** Midnight of a day (`2026-03-10`), or of one so many days later, where the person who reads is. */
export function startOfDay(day: string, later = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}
