import type { Calendar, Visit } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { addDaysTo, readClock, writeClock } from '@voronka/functions'
import { contactClients } from '../clients/contacts.ts'
import { failure, failureWith } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { Doing } from '../orders/order-book.ts'
import type { Mailer } from '../orders/mailer.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { servicesOf, type Move, type Refusal } from './booking-book.ts'
import type { BookingRow } from './bookings.store.ts'
import { shownSpan } from './set-up/schedule-shape.ts'
import type { BranchRow, ServiceRow } from './branches.store.ts'
import { localClock } from './local-clock.ts'
import { projectFacts } from './project-facts.ts'
import type { Asking, Search } from './slots.ts'

export type VisitDesk = ReturnType<typeof createVisitDesk>

export interface VisitByHand {
  readonly date: string
  readonly time: string
  readonly services: readonly number[]
  readonly employee: number | null
  readonly duration?: number | undefined
  readonly client?: number | undefined
  readonly clientName: string
  readonly phone: string
  readonly email: string
  readonly comment: string
  readonly allowOutsideHours: boolean
}

type By = Doing['by']

/** A visit with all that is shown of it. */
interface VisitRow extends BookingRow {
  readonly name: string
  readonly client_name: string
  readonly phone: string
  readonly email: string
  readonly employee_name: string | null
}

/** Visits as employees and strangers book, see and change them (booking, sections 2 and 7): by the same rules as scripts. */
export function createVisitDesk(context: WorkContext, worker: Worker, live: LiveHub, mailer: Pick<Mailer, 'look'>) {
  const { db, clock, booking: book, clients, channels } = context
  const facts = projectFacts(context)

  function* asking(project: number): Step<Asking> {
    const now = clock.now()
    return { project, zone: (yield* facts(project)).timezone, test: 0, now, clock: now }
  }

  /** Does something in one transaction; what it caused is told and worked off after the commit. */
  async function act<T>(project: number, by: By, work: (doing: Doing, who: Asking) => Step<T>): Promise<T> {
    const fresh = (): Doing & { deliveries: number[] } => ({
      project,
      now: clock.now(),
      by,
      called: new Set(),
      events: [],
      mails: new Set(),
      deliveries: [],
    })
    // On a shared database the work may be run anew: what the last run left counts.
    let doing = fresh()
    const answer = await db.transaction(function* () {
      doing = fresh()
      return yield* work(doing, yield* asking(project))
    })
    for (const event of doing.events) live.publish(project, event)
    for (const client of doing.called) worker.drain(client)
    for (const moment of doing.deliveries) worker.wakeDeliveries(moment)
    if (doing.mails.size) void mailer.look()
    return answer
  }

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

  function* servicesIn(project: number): Step<ReadonlyMap<number, Pick<ServiceRow, 'id' | 'color' | 'capacity'>>> {
    const query = db.build.selectFrom('booking_services').select(['id', 'color', 'capacity']).where('project_id', '=', project)
    return new Map((yield* settle(db.all<{ id: number; color: string; capacity: number }>(query))).map((each) => [each.id, each]))
  }

  function* shown(project: number, number: number): Step<Visit> {
    const query = rows().where('bookings.project_id', '=', project).where('bookings.order_number', '=', number)
    const row = yield* settle(db.first<VisitRow>(query))
    if (!row) throw failure('visit-not-found')
    return visitOf(row, yield* servicesIn(project))
  }

  function* present(project: number, number: number, version: number): Step<BookingRow> {
    const row = yield* book.bookings.find(project, number)
    if (!row || row.test || row.status === 'cancelled') throw failure('visit-not-found')
    if (row.version !== version) throw failureWith('visit-changed', { visit: yield* shown(project, number) })
    return row
  }

  function* branchOf(project: number, id: number): Step<BranchRow> {
    const branch = yield* book.branches.find(project, id)
    if (!branch) throw failure('branch-not-found')
    return branch
  }

  /** Why not, with what is free on that day instead. */
  function* refuse(why: Refusal, who: Asking, search: Search, day: string, step: number): Step<never> {
    if (why === 'company not found') throw failure('branch-not-found')
    if (why === 'services not found' || why === 'service not found') throw failure('service-not-found', search.services[0] ?? 0)
    if (why === 'booking not found') throw failure('visit-not-found')
    if (why === 'time is in the past') throw failure('time-passed')
    if (why === 'outside hours') throw failure('outside-hours')
    const times = (yield* book.search.times(who, search, day, step)).map(writeClock)
    throw failureWith('slot-taken', { times })
  }

  /** The client that is meant, and locked. */
  function* clientOf(project: number, visit: Pick<VisitByHand, 'client' | 'clientName' | 'phone' | 'email'>, now: number) {
    const contact = { name: visit.clientName, phone: visit.phone, email: visit.email }
    const found =
      visit.client === undefined
        ? yield* contactClients(context).findOrCreate(project, contact, false, now)
        : yield* clients.find(visit.client)
    const channel = found && (yield* channels.find(found.channel))
    if (!found || found.project_id !== project || channel?.kind === 'test') throw failure('client-needed')
    return (yield* clients.lock(found.id)) ?? found
  }

  /** Books it, makes it the client's current order, and gives its number. */
  function* create(
    doing: Doing,
    who: Asking,
    branch: BranchRow,
    visit: VisitByHand,
    more: { readonly source: BookingRow['source']; readonly hold?: string | undefined; readonly requestKey?: string },
  ): Step<BookingRow> {
    const { project } = who
    const client = yield* clientOf(project, visit, doing.now)
    const start = readClock(visit.time) ?? -1
    const made = yield* book.book(doing, who, {
      branch: branch.pipeline_id,
      services: [...new Set(visit.services)],
      day: visit.date,
      start,
      employee: visit.employee ?? undefined,
      draw: context.random(),
      client,
      duration: visit.duration,
      comment: visit.comment,
      allowOutsideHours: visit.allowOutsideHours,
      ...more,
    })
    const search = { branch: branch.pipeline_id, services: visit.services, employee: visit.employee ?? undefined }
    if (typeof made === 'string') return yield* refuse(made, who, search, visit.date, branch.step)
    const order = yield* context.orders.store.find(project, made.booking.order_number)
    if (order) yield* context.orders.makeCurrent(doing, client, order)
    return made.booking
  }

  function* move(doing: Doing, who: Asking, row: BookingRow, to: Move): Step<void> {
    const why = yield* book.move(doing, who, row, to)
    if (why === undefined) return
    const { step = 30 } = (yield* book.branches.find(who.project, row.pipeline_id)) ?? {}
    const search = {
      branch: row.pipeline_id,
      services: servicesOf(row).map(({ id }) => id),
      employee: to.employee ?? row.employee_id,
      duration: to.duration ?? row.duration,
      but: { booking: row.order_number },
    }
    yield* refuse(why, who, search, to.day, step)
  }

  return {
    act,
    asking,
    branchOf,
    create,
    move,
    /** Where it was not found: an answer that says nothing. */
    find: (project: number, number: number) => book.bookings.find(project, number),

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

    /** The visits of an employee as iCalendar; undefined: nobody has this address. */
    feed: (secret: string) =>
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
      }),
  }
}

export const byOf = (actor: Actor): By => ({
  kind: actor.kind === 'person' ? 'person' : 'program',
  account: actor.account,
  name: actor.name || actor.email,
  block: null,
})

function visitOf(row: VisitRow, services: ReadonlyMap<number, Pick<ServiceRow, 'id' | 'color' | 'capacity'>>): Visit {
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
