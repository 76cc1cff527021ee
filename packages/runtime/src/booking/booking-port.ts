import { drive, settle, type Step } from '@voronka/flow/engine'
import {
  addDaysTo,
  standardDays,
  standardStep,
  writeClock,
  writeDay,
  type BookingFacts,
  type BookingPort,
  type BookingRefusal,
  type NewBooking,
} from '@voronka/functions'
import { doingOf } from '../worker/orders-port.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Running } from '../worker/running-client.ts'
import type { BookingRow } from './bookings.store.ts'
import type { Refusal } from './booking-book.ts'
import { localClock } from './local-clock.ts'
import { titleKey } from './set-up.store.ts'
import type { Asking } from './slots.ts'

/** Booking as scripts of this client's turn reach it, inside its transaction (booking, section 4). Test people book among themselves, around real visits. */
export function bookingPort(context: WorkContext, running: Running): BookingPort {
  const { client, now, asked, members, flow } = running
  const { booking: book, db } = context
  const project = client.project_id
  const asking: Asking = { project, zone: flow.project.settings.timezone, test: members.test, now, clock: context.clock.now() }
  const doing = { ...doingOf(running), deliveries: asked.deliveries }

  /** Of this project and kind, and not cancelled. */
  function* present(order: number): Step<BookingRow | undefined> {
    const row = yield* book.bookings.find(project, order)
    return row && row.test === members.test && row.status !== 'cancelled' ? row : undefined
  }

  function* companies() {
    const rows = yield* book.branches.list(project)
    return rows.filter(({ enabled }) => enabled).map(({ pipeline_id: id, name, address }) => ({ id, name, address }))
  }

  function* opened(company: number) {
    const { today } = localClock(now, asking.zone)
    return yield* book.branches.offer(project, company, today)
  }

  function* groupings(company: number, kind: 'category' | 'job-title') {
    if (!(yield* opened(company))) return []
    const query = db.build
      .selectFrom('booking_groupings')
      .select(['id', 'name', 'description'])
      .where('project_id', '=', project)
      .where('pipeline_id', '=', company)
      .where('kind', '=', kind)
      .orderBy('position')
      .orderBy('id')
    return yield* settle(db.all<{ id: number; name: string; description: string }>(query))
  }

  function* employees(company: number, { services = [], jobTitle, category }: Parameters<BookingPort['employees']>[1]) {
    const offer = yield* opened(company)
    if (!offer) return []
    const ofCategory = new Set(offer.services.filter((service) => service.active && service.category_id === category).map(({ id }) => id))
    return offer.workers
      .filter(
        ({ row, services: rendered }) =>
          row.active === 1 &&
          services.every((id) => rendered.has(id)) &&
          (jobTitle === undefined || row.job_title_id === jobTitle) &&
          (category === undefined || [...rendered].some((id) => ofCategory.has(id))),
      )
      .map(({ row: { id, name, information, job_title } }) => ({ id, name, information, jobTitle: job_title ?? '' }))
  }

  function* services(company: number, { category, employee }: Parameters<BookingPort['services']>[1]) {
    const offer = yield* opened(company)
    const worker = offer?.workers.find(({ row }) => row.id === employee && row.active === 1)
    if (!offer || (employee !== undefined && !worker)) return []
    return offer.services
      .filter(
        (each) => each.active && (category === undefined || each.category_id === category) && (!worker || worker.services.has(each.id)),
      )
      .map(({ id, title, description, price, duration }) => ({ id, title, description, price, duration }))
  }

  function* create({ company, ...visit }: NewBooking): Step<BookingFacts | BookingRefusal> {
    const made = yield* book.book(doing, asking, { ...visit, branch: company, client })
    return typeof made === 'string' ? known(made) : made.facts
  }

  function* createByName({ name, company, ...visit }: Parameters<BookingPort['createByName']>[0]): Step<BookingFacts | BookingRefusal> {
    if (company !== undefined && !(yield* opened(company))) return 'company not found'
    let why: BookingRefusal = 'service not found'
    for (const { id } of company === undefined ? yield* companies() : [{ id: company }]) {
      const offer = yield* opened(id)
      const titled = offer?.services.filter(({ active, title_key }) => active && title_key === titleKey(name)) ?? []
      for (const service of titled) {
        const made = yield* create({ ...visit, company: id, services: [service.id], employee: undefined })
        if (typeof made !== 'string') return made
        why = made
      }
    }
    return why
  }

  function* upcoming(of: number): Step<readonly BookingFacts[]> {
    const other = of === client.id ? client : yield* context.clients.find(of)
    if (!other || other.project_id !== project) return []
    const rows = yield* book.bookings.upcoming(project, of, addDaysTo(localClock(now, asking.zone).today, -1))
    const found: BookingFacts[] = []
    for (const row of rows) {
      const { branch } = yield* book.around(asking, row)
      const { today, minute } = localClock(now, branch?.timezone ?? asking.zone)
      const over = row.day < today || (row.day === today && row.start_min + row.duration <= minute)
      if (row.test === members.test && !over) found.push(yield* book.facts(asking, row))
    }
    return found
  }

  function* find(order: number): Step<BookingFacts | undefined> {
    const row = yield* present(order)
    return row && (yield* book.facts(asking, row))
  }

  function* move(order: number, day: string, start: number): Step<BookingRefusal | undefined> {
    const row = yield* present(order)
    if (!row) return 'booking not found'
    const refused = yield* book.move(doing, asking, row, { day, start })
    return refused && known(refused)
  }

  function* cancel(company: number, order: number): Step<boolean> {
    const row = yield* present(order)
    return row && row.pipeline_id === company ? yield* book.cancel(doing, asking, row) : false
  }

  /** At most 60,000 characters: later days are dropped first (section 4). */
  function* snapshot(company: number | undefined): Step<string> {
    const listed = yield* companies()
    const all: { company_id: number; company_name: string; address: string; services: ReturnType<typeof described>[] }[] = []
    for (const { id, name, address } of listed.filter((each) => company === undefined || each.id === company)) {
      const groups = new Map((yield* groupings(id, 'category')).map((each) => [each.id, each.name]))
      const rows = []
      for (const service of yield* services(id, {})) {
        const category = (yield* opened(id))?.services.find((each) => each.id === service.id)?.category_id ?? null
        const days: [string, string[]][] = []
        const search = { branch: id, services: [service.id], employee: undefined }
        for (const day of yield* book.search.dates(asking, search, standardDays))
          days.push([day, (yield* book.search.times(asking, search, day, standardStep)).map(writeClock)])
        rows.push(described({ ...service, category: (category === null ? undefined : groups.get(category)) ?? '' }, days))
      }
      all.push({ company_id: id, company_name: name, address, services: rows })
    }
    return shortened(all)
  }

  return {
    companies: () => drive(companies()),
    groupings: (company, kind) => drive(groupings(company, kind)),
    employees: (company, filter) => drive(employees(company, filter)),
    services: (company, filter) => drive(services(company, filter)),
    dates: (branch, ids, employee, days) => drive(book.search.dates(asking, { branch, services: ids, employee }, days)),
    slots: (branch, ids, day, { employee, step }) => drive(book.search.times(asking, { branch, services: ids, employee }, day, step)),
    create: (booking) => drive(create(booking)),
    createByName: (booking) => drive(createByName(booking)),
    upcoming: (of) => drive(upcoming(of)),
    find: (order) => drive(find(order)),
    move: (order, day, start) => drive(move(order, day, start)),
    cancel: (company, order) => drive(cancel(company, order)),
    snapshot: (company) => drive(snapshot(company)),
  }
}

/** Scripts are never asked whether they allow hours that nobody works. */
const known = (why: Refusal): BookingRefusal => (why === 'outside hours' ? 'time is not available' : why)

const described = <S extends object>(service: S, days: readonly (readonly [day: string, times: readonly string[]])[]) => ({ service, days })

const longestSnapshot = 60_000

function shortened(all: readonly { services: readonly ReturnType<typeof described>[] }[]): string {
  const last = all.flatMap(({ services }) => services.flatMap(({ days }) => days.map(([day]) => day))).toSorted()
  const kept = [...new Set(last)]
  for (;;) {
    const shown = new Set(kept)
    const text = JSON.stringify(
      all.map(({ services, ...company }) => ({
        ...company,
        services: services.map(({ service, days }) => ({
          ...service,
          slots: Object.fromEntries(days.filter(([day]) => shown.has(day)).map(([day, times]) => [writeDay(day), times])),
        })),
      })),
    )
    if (text.length <= longestSnapshot || !kept.length) return text
    kept.pop()
  }
}
