import type { Visit } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { writeClock } from '@voronka/functions'
import type { Db } from '../db/contract.ts'
import { failure } from '../errors.ts'
import { servicesOf } from './booking-book.ts'
import type { BookingRow } from './bookings.store.ts'
import type { ServiceRow } from './branches.store.ts'

/** A visit with all that is shown of it. */
export interface VisitRow extends BookingRow {
  readonly name: string
  readonly client_name: string
  readonly phone: string
  readonly email: string
  readonly employee_name: string | null
}

/** What is shown of a service beside its name. */
type ShownService = Pick<ServiceRow, 'id' | 'color' | 'capacity'>

/** Visits of real clients as they are shown, to employees and in calendars. */
export function visitRows(db: Db) {
  const rows = () =>
    db.build
      .selectFrom('bookings')
      .innerJoin('orders', (join) =>
        join.onRef('orders.project_id', '=', 'bookings.project_id').onRef('orders.number', '=', 'bookings.order_number'),
      )
      .innerJoin('clients', 'clients.id', 'bookings.client_id')
      .innerJoin('dialogues', 'dialogues.client_id', 'bookings.client_id')
      .leftJoin('booking_employees', (join) =>
        join.onRef('booking_employees.project_id', '=', 'bookings.project_id').onRef('booking_employees.id', '=', 'bookings.employee_id'),
      )
      .selectAll('bookings')
      .select([
        'orders.name',
        'clients.name as client_name',
        'dialogues.phone',
        'dialogues.email',
        'booking_employees.name as employee_name',
      ])
      .where('bookings.test', '=', 0)

  function* servicesIn(project: number): Step<ReadonlyMap<number, ShownService>> {
    const query = db.build.selectFrom('booking_services').select(['id', 'color', 'capacity']).where('project_id', '=', project)
    return new Map((yield* settle(db.all<ShownService>(query))).map((each) => [each.id, each]))
  }

  return {
    rows,
    servicesIn,
    *shown(project: number, number: number): Step<Visit> {
      const query = rows().where('bookings.project_id', '=', project).where('bookings.order_number', '=', number)
      const row = yield* settle(db.first<VisitRow>(query))
      if (!row) throw failure('visit-not-found')
      return visitOf(row, yield* servicesIn(project))
    },
  }
}

export function visitOf(row: VisitRow, services: ReadonlyMap<number, ShownService>): Visit {
  const single = row.single_service === null ? undefined : services.get(row.single_service)
  return {
    id: row.order_number,
    branch: row.pipeline_id,
    version: row.version,
    name: row.name,
    status: row.status,
    employee: { id: row.employee_id, name: row.employee_name ?? '' },
    date: row.day,
    time: writeClock(row.start_min),
    until: writeClock(row.start_min + row.duration),
    duration: row.duration,
    services: servicesOf(row).map(({ id, title }) => ({ id, title, color: services.get(id)?.color ?? '' })),
    cost: row.cost,
    group: single && single.capacity > 1 ? { service: single.id, capacity: single.capacity } : null,
    outsideHours: row.outside_hours === 1,
    source: row.source,
    comment: row.comment,
    client: { id: row.client_id, name: row.client_name, phone: row.phone, email: row.email },
    createdAt: new Date(row.created_at).toISOString(),
  }
}
