import type { BookingSettings } from '@voronka/api'
import { settle } from '@voronka/flow/engine'
import { defaultHoldMinutes } from '../defaults.ts'
import type { SetUpWork } from './set-up-work.ts'

/** What holds for all branches of a project. */
export function bookingSettings({ db, build, run, change }: SetUpWork) {
  return {
    get: (project: number): Promise<BookingSettings> =>
      db.transaction(function* () {
        const query = build.selectFrom('booking_settings').select('hold_minutes').where('project_id', '=', project)
        const row = yield* settle(db.first<{ hold_minutes: number }>(query))
        return { holdMinutes: row?.hold_minutes ?? defaultHoldMinutes }
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
