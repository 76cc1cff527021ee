import { settle } from '@voronka/flow/engine'
import { addDaysTo } from '@voronka/functions'
import type { WorkContext } from '../worker/context.ts'
import { localClock } from './local-clock.ts'
import { visitRows, type VisitRow } from './visit-rows.ts'
import type { VisitWork } from './visit-work.ts'

/** The visits of an employee for his calendar file, by its secret; undefined: nobody has this address. */
export function visitFeed({ db }: Pick<WorkContext, 'db'>, { asking, branchOf }: VisitWork) {
  const { rows } = visitRows(db)
  return (secret: string) =>
    db.transaction(function* () {
      const of = db.build.selectFrom('booking_employees').select(['project_id', 'id', 'pipeline_id', 'name']).where('feed', '=', secret)
      const found = yield* settle(db.first<{ project_id: number; id: number; pipeline_id: number; name: string }>(of))
      if (!found) return undefined
      const branch = yield* branchOf(found.project_id, found.pipeline_id)
      const who = yield* asking(found.project_id)
      const zone = branch.timezone ?? who.zone
      const since = addDaysTo(localClock(who.now, zone).today, -31)
      const query = rows()
        .where('bookings.project_id', '=', found.project_id)
        .where('bookings.employee_id', '=', found.id)
        .where('bookings.day', '>=', since)
        .where('bookings.status', 'in', ['active', 'success'])
        .orderBy('bookings.day')
        .orderBy('bookings.start_min')
        .orderBy('bookings.order_number')
        .limit(2000)
      const visits = yield* settle(db.all<VisitRow>(query))
      return {
        name: `${found.name}, ${branch.name}`,
        zone,
        address: branch.address,
        visits: visits.map((row) => ({
          row,
          title: `${row.name}: ${row.client_name}`,
          description: [row.phone, row.comment].filter(Boolean).join('\n'),
        })),
      }
    })
}
