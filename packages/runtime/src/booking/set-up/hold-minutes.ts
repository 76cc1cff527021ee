import type { Step } from '@voronka/flow/engine'
import { settle } from '@voronka/flow/engine'
import type { SetUpWork } from './set-up-work.ts'

/** So long a time is held for who is about to book it, as the project has chosen it. */
export function holdMinutes({ db, build, run }: Pick<SetUpWork, 'db' | 'build' | 'run'>) {
  return {
    /** Undefined: as usual. */
    *chosen(project: number): Step<number | undefined> {
      const query = build.selectFrom('booking_settings').select('hold_minutes').where('project_id', '=', project)
      return (yield* settle(db.first<{ hold_minutes: number }>(query)))?.hold_minutes
    },

    *set(project: number, minutes: number): Step<void> {
      yield* run(
        build
          .insertInto('booking_settings')
          .values({ project_id: project, hold_minutes: minutes })
          .onConflict((conflict) => conflict.column('project_id').doUpdateSet({ hold_minutes: minutes })),
      )
    },
  }
}
