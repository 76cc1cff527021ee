import { notificationsSchema, type BookingNotifications } from '@voronka/api'
import { instant } from '@voronka/calculator'
import { settle, type Step } from '@voronka/flow/engine'
import { writeClock, writeDay } from '@voronka/functions'
import type { Db } from '../db/contract.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Doing } from '../orders/order-book.ts'
import type { BookingRow } from './bookings.store.ts'

/** What a message about a visit may name (`notificationVariables`). */
export interface VisitWords {
  readonly zone: string
  readonly company: { readonly name: string; readonly address: string }
  readonly employee: { readonly name: string; readonly jobTitle: string }
  readonly services: readonly string[]
}

/** Written by the set-up of branches, and by nobody else. */
export const notificationsOf = (document: string): BookingNotifications => notificationsSchema.parse(JSON.parse(document))

/** When a visit begins. A time that the clocks jump over is the first one after the gap, one that comes twice is the first. */
export function visitMoment(day: string, start: number, zone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return instant({ year, month, day: date, hour: Math.floor(start / 60), minute: start % 60, second: 0, hasSeconds: false }, zone)
}

/**
 * Messages to the client of a visit (booking, section 8): right after it is booked, some time before it begins, when it is cancelled. They are ordinary
 * planned messages and mails: a visit that moves has its reminder planned anew, one that is cancelled has none.
 */
export function visitMessages({ db, clock, clients, deliveries }: Pick<WorkContext, 'db' | 'clock' | 'clients' | 'deliveries'>) {
  /** Into his dialogue, or to his e-mail address; undefined: there is no way. */
  function* wayTo(client: number, { channel }: BookingNotifications) {
    const row = yield* clients.find(client)
    const dialogue = row && row.session !== null
    if (channel !== 'email' && row && dialogue) return { way: 'dialogue', offset: row.clock_offset, name: row.name } as const
    if (channel === 'dialogue') return undefined
    const query = db.build.selectFrom('dialogues').select(['email', 'test']).where('client_id', '=', client)
    const found = yield* settle(db.first<{ email: string; test: number }>(query))
    return row && found?.email && !found.test ? ({ way: 'email', email: found.email, name: row.name } as const) : undefined
  }

  /** Plans it for a moment of the client's clock; undefined: now. Gives the row that waits. */
  function* send(doing: Doing, booking: BookingRow, notifications: BookingNotifications, words: VisitWords, template: string, at?: number) {
    const { project, client_id: client } = { project: booking.project_id, client_id: booking.client_id }
    const to = yield* wayTo(client, notifications)
    if (!to) return undefined
    const text = filled(template, booking, words, to.name)
    if (text.trim() === '') return undefined
    const now = clock.now()
    if (to.way === 'dialogue') {
      const fireAt = at === undefined ? now : at - to.offset
      doing.deliveries?.push(fireAt)
      return { way: to.way, id: yield* deliveries.add({ project, client, text, block: null, fireAt }) }
    }
    doing.mails.add(project)
    const mail = {
      project_id: project,
      recipient: to.email,
      subject: `${words.company.name}: ${writeDay(booking.day)} ${writeClock(booking.start_min)}`,
      body: text,
      created_at: now,
      due_at: at ?? now,
      attempts: 0,
      failed: null,
    }
    const row = yield* settle(db.first<{ id: number }>(db.build.insertInto('mails').values(mail).returning('id')))
    return row && { way: to.way, id: row.id }
  }

  /** The reminder of an active visit, instead of what was planned before. */
  function* plan(doing: Doing, booking: BookingRow, notifications: BookingNotifications, words: VisitWords): Step<void> {
    yield* dropReminder(db, booking.project_id, booking.order_number)
    const { on, reminder } = notifications
    const at = visitMoment(booking.day, booking.start_min, words.zone) - reminder.before * 60_000
    if (!on || !reminder.on || booking.status !== 'active' || at <= doing.now) return
    const row = yield* send(doing, booking, notifications, words, reminder.text, at)
    if (!row) return
    const values = { project_id: booking.project_id, order_number: booking.order_number, way: row.way, row_id: row.id }
    yield* settle(db.run(db.build.insertInto('booking_notices').values(values)))
  }

  return {
    plan,
    *created(doing: Doing, booking: BookingRow, notifications: BookingNotifications, words: VisitWords): Step<void> {
      if (notifications.on && notifications.created.on) yield* send(doing, booking, notifications, words, notifications.created.text)
      yield* plan(doing, booking, notifications, words)
    },
    *cancelled(doing: Doing, booking: BookingRow, notifications: BookingNotifications, words: VisitWords): Step<void> {
      yield* dropReminder(db, booking.project_id, booking.order_number)
      if (notifications.on && notifications.cancelled.on) yield* send(doing, booking, notifications, words, notifications.cancelled.text)
    },
  }
}

/** Takes away what was planned for a visit and has not been sent yet. */
export function* dropReminder(db: Db, project: number, number: number): Step<void> {
  const of = db.build
    .selectFrom('booking_notices')
    .select(['way', 'row_id'])
    .where('project_id', '=', project)
    .where('order_number', '=', number)
  const planned = yield* settle(db.first<{ way: 'dialogue' | 'email'; row_id: number }>(of))
  if (!planned) return
  const table = planned.way === 'dialogue' ? 'deliveries' : 'mails'
  yield* settle(db.run(db.build.deleteFrom(table).where('id', '=', planned.row_id).where('project_id', '=', project)))
  yield* settle(db.run(db.build.deleteFrom('booking_notices').where('project_id', '=', project).where('order_number', '=', number)))
}

function filled(template: string, booking: BookingRow, { company, employee, services }: VisitWords, clientName: string): string {
  const values: Readonly<Record<string, string>> = {
    booking_id: String(booking.order_number),
    booking_date: writeDay(booking.day),
    booking_time: writeClock(booking.start_min),
    booking_duration: String(booking.duration),
    total_cost: String(booking.cost),
    services: services.join(', '),
    employee_name: employee.name,
    job_title: employee.jobTitle,
    company_name: company.name,
    company_address: company.address,
    client_name: clientName,
  }
  return template.replaceAll(/#\{\s*(\w+)\s*\}/g, (written, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : written))
}
