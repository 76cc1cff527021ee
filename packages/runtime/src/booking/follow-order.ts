import { isFree } from '@voronka/functions'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { bookingsStore, dayKey, type BookingRow } from './bookings.store.ts'
import { dropReminder } from './reminders.ts'

type Status = BookingRow['status']
const takesTime = (status: Status): boolean => status === 'active' || status === 'success'

/** The order that a booking is has changed: the booking has its status (booking, section 5.3), and one that is no longer to come reminds of nothing. */
export function* followOrder(
  db: Db,
  {
    project_id: project,
    number,
    status,
    deleted_at,
  }: { project_id: number; number: number; status: Exclude<Status, 'cancelled'>; deleted_at: number | null },
): Step<void> {
  const now: Status = deleted_at === null ? status : 'cancelled'
  const { changes } = yield* settle(
    db.run(
      db.build
        .updateTable('bookings')
        .set(({ eb, ref }) => ({ status: now, version: eb(ref('version'), '+', 1) }))
        .where('project_id', '=', project)
        .where('order_number', '=', number)
        .where('status', '<>', now),
    ),
  )
  if (changes && now !== 'active') yield* dropReminder(db, project, number)
}

/** Before an order that took up no time takes up some again: whether its booking's time is still free; then it has it. */
export function* reclaimTime(db: Db, project: number, number: number, clock: number): Step<boolean> {
  const store = bookingsStore(db)
  const booking = yield* store.find(project, number)
  if (!booking || takesTime(booking.status)) return true
  const { calendar_id: calendar, day, start_min: start, duration, single_service: service, test } = booking
  const turn = yield* store.turn(project, calendar, day)
  const occupied = yield* store.occupied({ project, test, clock }, day, day, { booking: number })
  const capacity = service === null ? 1 : yield* capacityOf(db, project, service)
  const group = service !== null && capacity > 1 ? { service, capacity } : undefined
  if (!isFree(occupied.get(dayKey(calendar, day)) ?? [], start, { duration, group })) return false
  yield* store.update(booking, { turn })
  return true
}

function* capacityOf(db: Db, project: number, service: number): Step<number> {
  const query = db.build.selectFrom('booking_services').select('capacity').where('project_id', '=', project).where('id', '=', service)
  return (yield* settle(db.first<{ capacity: number }>(query)))?.capacity ?? 1
}
