import type { BookingSettings } from '@voronka/api'
import type { SetUpWork } from './set-up-work.ts'

/** What holds for all branches of a project. */
export function bookingSettings({ db, build, branches, run, change }: SetUpWork) {
  return {
    get: (project: number): Promise<BookingSettings> =>
      db.transaction(function* () {
        return { holdMinutes: yield* branches.holdMinutes(project) }
      }),

    set: (project: number, { holdMinutes }: BookingSettings) =>
      change(project, function* () {
        yield* run(
          build
            .insertInto('booking_settings')
            .values({ project_id: project, hold_minutes: holdMinutes })
            .onConflict((conflict) => conflict.column('project_id').doUpdateSet({ hold_minutes: holdMinutes })),
        )
        return { branch: null, answer: { holdMinutes } }
      }),
  }
}
