import type { Step } from '@voronka/flow/engine'
import { readClock, writeClock } from '@voronka/functions'
import { contactClients } from '../clients/contacts.ts'
import { failure, failureWith } from '../errors.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { Mailer } from '../orders/mailer.ts'
import type { Doing } from '../orders/order-book.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { servicesOf, type Move, type Refusal } from './booking-book.ts'
import type { BookingRow } from './bookings.store.ts'
import type { BranchRow } from './branches.store.ts'
import { projectFacts } from './project-facts.ts'
import type { Asking, Search } from './slots.ts'

export type VisitWork = ReturnType<typeof createVisitWork>

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

/** How employees and strangers book and move visits (booking, sections 2 and 7): by the same rules as scripts. */
export function createVisitWork(context: WorkContext, worker: Worker, live: LiveHub, mailer: Pick<Mailer, 'look'>) {
  const { db, clock, booking: book, clients, channels } = context
  const facts = projectFacts(context)

  function* asking(project: number): Step<Asking> {
    const now = clock.now()
    return { project, zone: (yield* facts(project)).timezone, test: 0, now, clock: now }
  }

  /** Does something in one transaction; what it caused is told and worked off after the commit. */
  async function act<T>(project: number, by: Doing['by'], work: (doing: Doing, who: Asking) => Step<T>): Promise<T> {
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

  return { act, asking, branchOf, create, move }
}
