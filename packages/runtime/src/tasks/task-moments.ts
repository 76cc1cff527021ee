import { dueMoment } from './due-moment.ts'

/** What the moments of a task depend on. */
interface Planned {
  readonly day: string
  readonly clock: string | null
  readonly responsible: number | null
}

const beforeMs = 15 * 60_000
const morning = '09:00'

/** When a new task is due, and whoever has it is reminded. */
export const momentsOf = (task: Planned, zone: string, now: number) => ({
  due_at: dueMoment(task.day, task.clock, zone),
  remind_at: reminderMoment(task, zone, now),
})

/** The same of one that changes; nobody is reminded anew of what was neither moved nor given to somebody else. */
export function movedMoments(known: Planned, task: Planned, zone: string, now: number): Partial<ReturnType<typeof momentsOf>> {
  const moments = momentsOf(task, zone, now)
  const isSame = known.day === task.day && known.clock === task.clock && known.responsible === task.responsible
  return isSame ? { due_at: moments.due_at } : moments
}

/**
 * When whoever has a task is reminded of it (user-expectations, area 9): a quarter of an hour before its time, of one for a whole day at nine in the
 * morning. Null: that has passed already.
 */
function reminderMoment({ day, clock }: Pick<Planned, 'day' | 'clock'>, zone: string, now: number): number | null {
  const moment = clock === null ? dueMoment(day, morning, zone) : dueMoment(day, clock, zone) - beforeMs
  return moment > now ? moment : null
}
