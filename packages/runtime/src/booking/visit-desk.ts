import type { Calendar } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { addDaysTo, readClock, writeClock } from '@voronka/functions'
import { failure, failureWith } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { Doing } from '../orders/order-book.ts'
import type { WorkContext } from '../worker/context.ts'
import type { BookingRow } from './bookings.store.ts'
import { localClock } from './local-clock.ts'
import { shownSpan } from './set-up/schedule-shape.ts'
import { visitFeed } from './visit-feed.ts'
import { visitOf, visitRows, type VisitRow } from './visit-rows.ts'
import type { VisitByHand, VisitWork } from './visit-work.ts'

export type VisitDesk = ReturnType<typeof createVisitDesk>

/** Visits as employees see, book and change them (booking, sections 2 and 7). */
export function createVisitDesk(context: WorkContext, work: VisitWork) {
  const { db, booking: book } = context
  const { act, asking, branchOf, create, move } = work
  const { rows, servicesIn, shown } = visitRows(db)

  function* present(project: number, number: number, version: number): Step<BookingRow> {
    const row = yield* book.bookings.find(project, number)
    if (!row || row.test || row.status === 'cancelled') throw failure('visit-not-found')
    if (row.version !== version) throw failureWith('visit-changed', { visit: yield* shown(project, number) })
    return row
  }

  return {
    calendar: (
      project: number,
      branchId: number,
      { from, days, employee }: { from: string; days: number; employee?: number | undefined },
    ): Promise<Calendar> =>
      db.transaction(function* () {
        const branch = yield* branchOf(project, branchId)
        const who = yield* asking(project)
        const timezone = branch.timezone ?? who.zone
        const { today, minute } = localClock(who.now, timezone)
        const to = addDaysTo(from, days - 1)
        const all = (yield* book.branches.workersOf(project, branchId, from, to)).filter(
          ({ row }) => employee === undefined || row.id === employee,
        )
        const calendars = new Map(all.map((each) => [each.calendar, each.row.id]))
        const taken = rows()
          .where('bookings.project_id', '=', project)
          .where('bookings.day', '>=', from)
          .where('bookings.day', '<=', to)
          .where('bookings.status', 'in', ['active', 'success'])
          .orderBy('bookings.day')
          .orderBy('bookings.start_min')
          .orderBy('bookings.order_number')
        const services = yield* servicesIn(project)
        const visits = (yield* settle(db.all<VisitRow>(taken))).filter((row) => calendars.has(row.calendar_id))
        const busy = new Set(visits.map((row) => row.calendar_id))
        const shownWorkers = all.filter(({ row, calendar }) => row.active === 1 || busy.has(calendar) || row.id === employee)
        const dates = Array.from({ length: days }, (_, index) => addDaysTo(from, index))
        return {
          branch: branchId,
          timezone,
          today,
          now: writeClock(minute),
          days: dates,
          employees: shownWorkers.map(({ row }) => ({
            id: row.id,
            name: row.name,
            jobTitle: row.job_title ?? '',
            photo: row.photo,
            active: row.active === 1,
          })),
          hours: shownWorkers.flatMap(({ row, pieces }) =>
            dates.flatMap((date) => {
              const intervals = pieces(date).map(shownSpan)
              return intervals.length ? [{ employee: row.id, date, intervals }] : []
            }),
          ),
          // Of another branch: in the column of who he is here.
          visits: visits.map((row) => ({
            ...visitOf(row, services),
            employee: { id: calendars.get(row.calendar_id) ?? row.employee_id, name: row.employee_name ?? '' },
          })),
        }
      }),

    get: (project: number, number: number) => db.transaction(() => shown(project, number)),

    freeTimes: (
      project: number,
      branchId: number,
      { services, date, employee }: { services: readonly number[]; date: string; employee?: number | undefined },
    ) =>
      db.transaction(function* () {
        const branch = yield* branchOf(project, branchId)
        return (yield* book.search.times(
          yield* asking(project),
          { branch: branchId, services: [...new Set(services)], employee },
          date,
          branch.step,
        )).map(writeClock)
      }),

    createByHand: (project: number, branchId: number, visit: VisitByHand, actor: Actor) =>
      act(project, byOf(actor), function* (doing, who) {
        const made = yield* create(doing, who, yield* branchOf(project, branchId), visit, { source: 'operator' })
        return yield* shown(project, made.order_number)
      }),

    changeByHand: (
      project: number,
      number: number,
      {
        version,
        date,
        time,
        employee,
        duration,
        comment,
        allowOutsideHours,
      }: {
        version: number
        date?: string | undefined
        time?: string | undefined
        employee?: number | undefined
        duration?: number | undefined
        comment?: string | undefined
        allowOutsideHours: boolean
      },
      actor: Actor,
    ) =>
      act(project, byOf(actor), function* (doing, who) {
        let row = yield* present(project, number, version)
        if (comment !== undefined && comment !== row.comment) row = yield* book.bookings.update(row, { comment, updated_at: doing.now })
        const to = {
          day: date ?? row.day,
          start: time === undefined ? row.start_min : (readClock(time) ?? -1),
          employee: employee ?? row.employee_id,
          duration: duration ?? row.duration,
          allowOutsideHours,
        }
        const moves = to.day !== row.day || to.start !== row.start_min || to.employee !== row.employee_id || to.duration !== row.duration
        if (moves) yield* move(doing, who, row, to)
        else if (comment !== undefined)
          doing.events.push({ type: 'booking-changed', branch: row.pipeline_id, order: number, days: [row.day] })
        return yield* shown(project, number)
      }),

    cancelByHand: (project: number, number: number, version: number, actor: Actor) =>
      act(project, byOf(actor), function* (doing, who) {
        yield* book.cancel(doing, who, yield* present(project, number, version))
      }),

    feed: visitFeed(context, work),
  }
}

export const byOf = (actor: Actor): Doing['by'] => ({
  kind: actor.kind === 'person' ? 'person' : 'program',
  account: actor.account,
  name: actor.name || actor.email,
  block: null,
})
