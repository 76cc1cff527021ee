import { toText, type Value } from '@voronka/calculator'
import type { Step } from '@voronka/flow/engine'
import { isFree, worksThrough, writeClock, writeDay, type BookingFacts, type BookingRefusal } from '@voronka/functions'
import { randomBytes } from 'node:crypto'
import type { ClientRow } from '../clients/clients.store.ts'
import type { Doing } from '../orders/order-book.ts'
import type { OrderRow } from '../orders/orders.store.ts'
import type { WorkContext } from '../worker/context.ts'
import { bookingsStore, dayKey, type BookingRow } from './bookings.store.ts'
import { branchesStore, type BranchRow, type Offer, type ServiceRow, type Worker } from './branches.store.ts'
import { notificationsOf, visitMessages, type VisitWords } from './reminders.ts'
import { afterOf, candidatesOf, chosenServices, clockOf, sightOf, slotSearch, wantedOf, type Asking } from './slots.ts'

/** `outside hours`: nobody works then, and it was not allowed. */
export type Refusal = BookingRefusal | 'outside hours'

export interface NewVisit {
  readonly branch: number
  readonly services: readonly number[]
  /** Empty, below 0: what was written is no day, no time. */
  readonly day: string
  readonly start: number
  /** Undefined: somebody who is free, chosen by `draw`. */
  readonly employee: number | undefined
  readonly draw: number
  readonly source: BookingRow['source']
  readonly client: ClientRow
  readonly variables?: ReadonlyMap<string, Value>
  /** Where it is not that of the services. */
  readonly duration?: number | undefined
  readonly allowOutsideHours?: boolean
  readonly comment?: string
  /** The caller's own hold, which ends. */
  readonly hold?: string | undefined
  readonly requestKey?: string
}

export interface Booked {
  readonly booking: BookingRow
  readonly facts: BookingFacts
}

export interface Move {
  readonly day: string
  readonly start: number
  readonly employee?: number | undefined
  readonly duration?: number | undefined
  readonly allowOutsideHours?: boolean
}

export type BookingContext = Pick<WorkContext, 'db' | 'clock' | 'clients' | 'deliveries' | 'orders'>

export type BookingBook = ReturnType<typeof bookingBook>

/** A place that was found: nobody else can have it until the transaction ends. */
interface Place {
  readonly worker: Worker
  readonly turn: number
  readonly outside: boolean
}

interface Visit {
  readonly day: string
  readonly start: number
  readonly wanted: ReturnType<typeof wantedOf>
  readonly allowOutsideHours: boolean
  readonly but: { readonly booking?: number; readonly hold?: string }
}

/**
 * Bookings and all that may be done to them (booking, section 7): the one place for scripts, the calendar and the public page, so that no way leads past
 * its checks. A check and what is stored of it are one transaction, and happen behind the lock of the employee's day.
 */
export function bookingBook(context: BookingContext) {
  const { db, orders } = context
  const branches = branchesStore(db)
  const bookings = bookingsStore(db)
  const messages = visitMessages(context)

  /** One of these employees, while his time is free; those who work then come before those who only could. */
  function* place(
    asking: Asking,
    workers: readonly Worker[],
    visit: Visit,
    draw: number,
  ): Step<Place | Extract<Refusal, 'time is not available' | 'outside hours'>> {
    const { day, start, wanted, but } = visit
    const within = workers.filter((worker) => worksThrough(worker.pieces(day), start, wanted.duration))
    const left = [...(visit.allowOutsideHours && !within.length ? workers : within)]
    if (!left.length) return 'outside hours'
    const looked = yield* bookings.occupied(sightOf(asking), day, day, but)
    const seemsFree = left.filter(({ calendar }) => isFree(looked.get(dayKey(calendar, day)) ?? [], start, wanted))
    while (seemsFree.length) {
      const [worker] = seemsFree.splice(Math.floor(draw * seemsFree.length), 1)
      if (!worker) break
      const turn = yield* bookings.turn(asking.project, worker.calendar, day)
      const now = db.can.shared ? yield* bookings.occupied(sightOf(asking), day, day, but) : looked
      if (isFree(now.get(dayKey(worker.calendar, day)) ?? [], start, wanted)) return { worker, turn, outside: !within.includes(worker) }
    }
    return 'time is not available'
  }

  /** The moment of a visit, or why there is none. */
  function refusedMoment(offer: Offer, asking: Asking, day: string, start: number): Refusal | undefined {
    if (day === '' || start < 0) return 'wrong date or time'
    const after = afterOf(day, clockOf(offer, asking))
    return after === undefined || start <= after ? 'time is in the past' : undefined
  }

  function* book(doing: Doing, asking: Asking, visit: NewVisit): Step<Booked | Refusal> {
    const offer = yield* branches.offer(asking.project, visit.branch, visit.day || '0001-01-01')
    if (!offer) return 'company not found'
    const services = chosenServices(offer, visit.services)
    if (!services) return 'services not found'
    const refused = refusedMoment(offer, asking, visit.day, visit.start)
    if (refused) return refused
    const workers = candidatesOf(offer, services, visit.employee)
    if (!workers.length) return 'no free employee'
    const wanted = wantedOf(services, visit.duration)
    if (visit.start + wanted.duration > 1440) return visit.employee === undefined ? 'no free employee' : 'time is not available'
    const but = visit.hold === undefined ? {} : { hold: visit.hold }
    const found = yield* place(asking, workers, { ...visit, wanted, but, allowOutsideHours: visit.allowOutsideHours ?? false }, visit.draw)
    if (found === 'outside hours' && visit.allowOutsideHours !== undefined) return found
    if (typeof found === 'string') return visit.employee === undefined ? 'no free employee' : 'time is not available'
    if (visit.hold !== undefined) yield* bookings.release(asking.project, visit.hold)
    return yield* store(doing, asking, { ...visit, duration: wanted.duration }, offer, services, found)
  }

  function* store(
    doing: Doing,
    asking: Asking,
    visit: NewVisit & { readonly duration: number },
    { branch }: Offer,
    services: readonly ServiceRow[],
    { worker, turn, outside }: Place,
  ): Step<Booked> {
    const titles = services.map(({ title }) => title)
    const cost = services.reduce((sum, { price }) => sum + price, 0)
    const order = yield* orders.create(doing, {
      client: visit.client,
      test: asking.test === 1,
      name: titles.join(', '),
      budget: cost,
      state: yield* stateOf(asking.project, branch),
      ...(worker.row.account_id !== null && { responsible: worker.row.account_id }),
      variables: new Map<string, Value>([
        ...(visit.variables ?? []),
        ...timeVariables(visit.day, visit.start),
        ['employee_name', worker.row.name],
        ['services', titles],
      ]),
    })
    const booking: BookingRow = {
      project_id: asking.project,
      order_number: order.number,
      pipeline_id: branch.pipeline_id,
      client_id: visit.client.id,
      test: asking.test,
      calendar_id: worker.calendar,
      employee_id: worker.row.id,
      day: visit.day,
      start_min: visit.start,
      duration: visit.duration,
      single_service: services.length === 1 ? (services[0]?.id ?? null) : null,
      turn,
      services: JSON.stringify(services.map(({ id, title }) => ({ id, title }))),
      cost,
      status: 'active',
      source: visit.source,
      outside_hours: Number(outside),
      comment: visit.comment ?? '',
      link: randomBytes(16).toString('base64url'),
      request_key: visit.requestKey ?? null,
      version: 1,
      created_at: doing.now,
      updated_at: doing.now,
    }
    yield* bookings.insert(booking)
    tell(doing, booking, [booking.day])
    yield* orders.call(doing, order, addedText(booking, worker.row.name))
    yield* messages.created(doing, booking, notificationsOf(branch.notifications), wordsOf(asking, branch, worker, titles))
    return { booking, facts: factsOf(booking, branch, worker) }
  }

  /** The configured state of the branch, else its first one; null: it has none. */
  function* stateOf(project: number, { pipeline_id, state_id }: BranchRow) {
    const states = (yield* orders.pipelines.statesOf(project)).filter(({ pipeline }) => pipeline === pipeline_id)
    return states.find(({ id }) => id === state_id) ?? states[0] ?? null
  }

  /** The same employee unless another is named, the same services and duration unless it is stretched. Undefined: moved. */
  function* move(doing: Doing, asking: Asking, booking: BookingRow, to: Move): Step<Refusal | undefined> {
    const branchId = booking.pipeline_id
    const offer = yield* offerOf(asking, branchId, to.day)
    if (!offer) return 'company not found'
    const refused = refusedMoment(offer, asking, to.day, to.start)
    if (refused) return refused
    const duration = to.duration ?? booking.duration
    const employee = to.employee ?? booking.employee_id
    const worker = offer.workers.find(({ row }) => row.id === employee && (row.active === 1 || employee === booking.employee_id))
    if (!worker) return 'no free employee'
    if (to.start + duration > 1440) return 'time is not available'
    const services = servicesOf(booking)
    if (employee !== booking.employee_id && !services.every(({ id }) => worker.services.has(id))) return 'no free employee'
    const single = offer.services.find(({ id }) => id === booking.single_service)
    const wanted = { duration, ...(single && single.capacity > 1 && { group: { service: single.id, capacity: single.capacity } }) }
    const but = { booking: booking.order_number }
    const found = yield* place(asking, [worker], { ...to, wanted, but, allowOutsideHours: to.allowOutsideHours ?? false }, 0)
    if (typeof found === 'string') return found === 'outside hours' && to.allowOutsideHours === undefined ? 'time is not available' : found
    yield* moved(doing, asking, booking, { ...to, duration }, offer.branch, found)
    return undefined
  }

  function* moved(
    doing: Doing,
    asking: Asking,
    before: BookingRow,
    to: Move & { readonly duration: number },
    branch: BranchRow,
    { worker, turn, outside }: Place,
  ): Step<void> {
    const booking = yield* bookings.update(before, {
      calendar_id: worker.calendar,
      employee_id: worker.row.id,
      day: to.day,
      start_min: to.start,
      duration: to.duration,
      turn,
      outside_hours: Number(outside),
      updated_at: doing.now,
    })
    tell(doing, booking, [before.day, booking.day])
    const order = yield* orders.store.find(booking.project_id, booking.order_number)
    if (order) {
      const employee = worker.row.id === before.employee_id ? [] : [['employee_name', worker.row.name] as const]
      const stored = yield* orders.setVariables(doing, order, new Map<string, Value>([...timeVariables(to.day, to.start), ...employee]))
      yield* orders.noteBooking(
        doing,
        stored,
        `${before.day} ${writeClock(before.start_min)}`,
        `${booking.day} ${writeClock(booking.start_min)}`,
      )
      const when = (row: BookingRow) => `${row.day} ${writeClock(row.start_min)}`
      yield* orders.call(
        doing,
        stored,
        `changed_order_in_calendar: [${booking.order_number}] Запись перенесена с ${when(before)} на ${when(booking)}. Объекту: ${worker.row.name}`,
      )
    }
    const titles = servicesOf(booking).map(({ title }) => title)
    yield* messages.plan(doing, booking, notificationsOf(branch.notifications), wordsOf(asking, branch, worker, titles))
  }

  /** Its order is removed as `delete_order` does, but no `crm_lead_removed` is told of it. */
  function* cancel(doing: Doing, asking: Asking, booking: BookingRow): Step<boolean> {
    const order: OrderRow | undefined = yield* orders.store.find(booking.project_id, booking.order_number)
    if (!order) return false
    const { branch, worker } = yield* around(asking, booking)
    const until = `${booking.day} ${writeClock(booking.start_min + booking.duration)}`
    yield* orders.call(
      doing,
      order,
      `removed_order_in_calendar: [${booking.order_number}] Удалена запись с ${booking.day} ${writeClock(booking.start_min)} до ${until}. Объекту: ${worker?.row.name ?? ''}`,
    )
    yield* orders.remove(doing, order, { silently: true })
    tell(doing, booking, [booking.day])
    const titles = servicesOf(booking).map(({ title }) => title)
    if (branch) yield* messages.cancelled(doing, booking, notificationsOf(branch.notifications), wordsOf(asking, branch, worker, titles))
    return true
  }

  /** The branch of a booking, switched off or not. */
  function* offerOf({ project }: Asking, id: number, day: string): Step<Offer | undefined> {
    const branch = yield* branches.find(project, id)
    if (!branch) return undefined
    return {
      branch,
      services: yield* branches.services(project, id),
      workers: yield* branches.workersOf(project, id, day || '0001-01-01', day || '0001-01-01'),
    }
  }

  function* around(asking: Asking, booking: BookingRow) {
    const offer = yield* offerOf(asking, booking.pipeline_id, booking.day)
    return {
      branch: offer?.branch,
      worker: offer?.workers.find(({ row }) => row.id === booking.employee_id),
      services: offer?.services ?? [],
    }
  }

  return {
    branches,
    bookings,
    messages,
    search: slotSearch(branches, bookings),
    place,
    book,
    move,
    cancel,
    around,

    *facts(asking: Asking, booking: BookingRow): Step<BookingFacts> {
      const { branch, worker } = yield* around(asking, booking)
      return factsOf(booking, branch, worker)
    },
  }
}

/** Written by `store` above, and by nobody else. */
export const servicesOf = ({ services }: Pick<BookingRow, 'services'>): { id: number; title: string }[] =>
  JSON.parse(services) as { id: number; title: string }[]

function factsOf(booking: BookingRow, branch: BranchRow | undefined, worker: Worker | undefined): BookingFacts {
  return {
    id: booking.order_number,
    day: booking.day,
    start: booking.start_min,
    duration: booking.duration,
    services: servicesOf(booking),
    cost: booking.cost,
    employee: { id: booking.employee_id, name: worker?.row.name ?? '', jobTitle: worker?.row.job_title ?? '' },
    company: { id: booking.pipeline_id, name: branch?.name ?? '', address: branch?.address ?? '' },
  }
}

const wordsOf = ({ zone }: Asking, branch: BranchRow, worker: Worker | undefined, services: readonly string[]): VisitWords => ({
  zone: branch.timezone ?? zone,
  company: { name: branch.name, address: branch.address },
  employee: { name: worker?.row.name ?? '', jobTitle: worker?.row.job_title ?? '' },
  services,
})

const timeVariables = (day: string, start: number): [string, Value][] => [
  ['booking_date', writeDay(day)],
  ['booking_time', writeClock(start)],
]

/** Its words are those of the original, which flows are written for (section 8). */
const addedText = ({ order_number, day, start_min, duration }: BookingRow, employee: string): string =>
  `new_order_in_calendar: [${order_number}] Добавлена запись с ${day} ${writeClock(start_min)} до ${day} ${writeClock(start_min + duration)} на ${duration} минут. Объекту: ${toText(employee)}`

function tell(doing: Doing, { test, pipeline_id: branch, order_number: order }: BookingRow, days: readonly string[]): void {
  if (!test) doing.events.push({ type: 'booking-changed', branch, order, days: [...new Set(days)] })
}
