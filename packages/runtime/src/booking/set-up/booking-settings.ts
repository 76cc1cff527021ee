import type { BookingSettings } from '@voronka/api'
import { holdMinutes } from './hold-minutes.ts'
import type { SetUpWork } from './set-up-work.ts'

/** What holds for all branches of a project. */
export function bookingSettings(work: SetUpWork) {
  const { db, branches, change } = work
  const holding = holdMinutes(work)
  return {
    get: (project: number): Promise<BookingSettings> =>
      db.transaction(function* () {
        return { holdMinutes: yield* branches.holdMinutes(project) }
      }),

    set: (project: number, settings: BookingSettings) =>
      change(project, function* () {
        yield* holding.set(project, settings.holdMinutes)
        return { branch: null, answer: settings }
      }),
  }
}
