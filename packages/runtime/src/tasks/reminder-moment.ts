import { dueMoment } from './due-moment.ts'

const beforeMs = 15 * 60_000
const morning = '09:00'

/**
 * When whoever has a task is reminded of it (user-expectations, area 9): a quarter of an hour before its time, of one for a whole day at nine in the
 * morning. Null: that has passed already.
 */
export function reminderMoment({ day, clock }: { day: string; clock: string | null }, zone: string, now: number): number | null {
  const moment = clock === null ? dueMoment(day, morning, zone) : dueMoment(day, clock, zone) - beforeMs
  return moment > now ? moment : null
}
