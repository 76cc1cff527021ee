import type { OwnVisit, PublicBranch } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { readClock, writeClock } from '@voronka/functions'
import { randomBytes } from 'node:crypto'
import { failure, failureWith, Failure } from '../errors.ts'
import type { WorkContext } from '../worker/context.ts'
import { servicesOf } from './booking-book.ts'
import type { BookingRow } from './bookings.store.ts'
import { pageOf } from './set-up/branch-shape.ts'
import type { BranchRow } from './branches.store.ts'
import { localClock } from './local-clock.ts'
import { projectFacts } from './project-facts.ts'
import { visitMoment } from './reminders.ts'
import { candidatesOf, chosenServices, wantedOf, type Asking, type Search } from './slots.ts'
import type { VisitWork } from './visit-work.ts'

export type BookingPages = ReturnType<typeof createBookingPages>

interface Slot {
  readonly services: readonly number[]
  readonly date: string
  readonly time: string
  readonly employee: number | null
}

/** The public page of a branch (booking, section 2): strangers book by the same rules as everybody, and see nothing of anybody. */
export function createBookingPages(context: WorkContext, visits: VisitWork) {
  const { db, clock, booking: book } = context
  const facts = projectFacts(context)
  const by = { kind: 'system', account: null, name: '', block: null } as const

  /** A page that is not there, or is closed, looks the same from outside. */
  function* opened(key: string): Step<{ branch: BranchRow; project: number; page: ReturnType<typeof pageOf> }> {
    const query = db.build.selectFrom('booking_branches').select(['project_id', 'pipeline_id']).where('key', '=', key)
    const found = yield* settle(db.first<{ project_id: number; pipeline_id: number }>(query))
    const branch = found && (yield* book.branches.find(found.project_id, found.pipeline_id))
    const page = branch && pageOf(branch.page)
    if (!found || !branch?.enabled || !page?.on) throw failure('branch-not-found')
    return { branch, project: found.project_id, page }
  }

  const searchOf = (branch: BranchRow, services: readonly number[], employee: number | null | undefined, notice: number): Search => ({
    branch: branch.pipeline_id,
    services: [...new Set(services)],
    employee: employee ?? undefined,
    notice,
  })

  function* taken(who: Asking, search: Search, branch: BranchRow, day: string): Step<never> {
    const times = (yield* book.search.times(who, search, day, branch.step)).map(writeClock)
    throw failureWith('slot-taken', { times })
  }

  function* ownRow(key: string, link: string) {
    const place = yield* opened(key)
    const row = yield* book.bookings.byLink(link)
    if (!row || row.project_id !== place.project || row.pipeline_id !== place.branch.pipeline_id) throw failure('visit-not-found')
    return { ...place, row, who: yield* visits.asking(place.project) }
  }

  function* own({
    branch,
    row,
    who,
    page,
  }: {
    branch: BranchRow
    row: BookingRow
    who: Asking
    page: ReturnType<typeof pageOf>
  }): Step<OwnVisit> {
    const { worker } = yield* book.around(who, row)
    const zone = branch.timezone ?? who.zone
    const begins = visitMoment(row.day, row.start_min, zone)
    const until = begins - page.changeNoticeMinutes * 60_000
    const over = begins + row.duration * 60_000 <= who.now
    const active = row.status === 'active'
    const client = yield* context.clients.find(row.client_id)
    return {
      visit: row.link,
      number: row.order_number,
      status: active ? (over ? 'over' : 'active') : row.status === 'success' ? 'over' : 'cancelled',
      date: row.day,
      time: writeClock(row.start_min),
      until: writeClock(row.start_min + row.duration),
      duration: row.duration,
      services: servicesOf(row),
      cost: row.cost,
      currency: branch.currency,
      employee: {
        id: row.employee_id,
        name: worker?.row.name ?? '',
        jobTitle: worker?.row.job_title ?? '',
        photo: worker?.row.photo ?? '',
      },
      name: client?.name ?? '',
      branch: { name: branch.name, address: branch.address, timezone: zone },
      mayChange: active && who.now < until,
      changeUntil: new Date(until).toISOString(),
    }
  }

  function* changeable(key: string, link: string) {
    const found = yield* ownRow(key, link)
    if (!(yield* own(found)).mayChange) throw failure('too-late-to-change')
    return found
  }

  return {
    get: (key: string): Promise<PublicBranch> =>
      db.transaction(function* () {
        const { branch, project, page } = yield* opened(key)
        const { timezone, language } = yield* facts(project)
        const zone = branch.timezone ?? timezone
        const { today } = localClock(clock.now(), zone)
        const offer = yield* book.branches.offer(project, branch.pipeline_id, today)
        const groups = db.build
          .selectFrom('booking_groupings')
          .select(['id', 'name', 'description'])
          .where('project_id', '=', project)
          .where('pipeline_id', '=', branch.pipeline_id)
          .where('kind', '=', 'category')
          .orderBy('position')
          .orderBy('id')
        const services = offer?.services.filter(({ active }) => active) ?? []
        const employees =
          offer?.workers.filter(({ row, services: rendered }) => row.active === 1 && services.some(({ id }) => rendered.has(id))) ?? []
        const { on: _, domains: __, ...shown } = page
        return {
          name: branch.name,
          address: branch.address,
          photo: branch.photo,
          language,
          timezone: zone,
          currency: branch.currency,
          today,
          horizonDays: branch.horizon_days,
          holdMinutes: yield* book.branches.holdMinutes(project),
          page: shown,
          categories: yield* settle(db.all<{ id: number; name: string; description: string }>(groups)),
          services: services.map(({ id, title, description, category_id, price, duration, capacity, photo }) => ({
            id,
            title,
            description,
            category: category_id,
            price,
            duration,
            capacity,
            photo,
          })),
          employees: employees.map(({ row, services: rendered }) => ({
            id: row.id,
            name: row.name,
            information: row.information,
            jobTitle: row.job_title ?? '',
            photo: row.photo,
            services: services.filter(({ id }) => rendered.has(id)).map(({ id }) => id),
          })),
        }
      }),

    dates: (key: string, services: readonly number[], employee: number | undefined) =>
      db.transaction(function* () {
        const { branch, project, page } = yield* opened(key)
        return [
          ...(yield* book.search.dates(
            yield* visits.asking(project),
            searchOf(branch, services, employee, page.noticeMinutes),
            branch.horizon_days,
          )),
        ]
      }),

    times: (
      key: string,
      {
        services,
        date,
        employee,
        hold,
      }: { services: readonly number[]; date: string; employee?: number | undefined; hold?: string | undefined },
    ) =>
      db.transaction(function* () {
        const { branch, project, page } = yield* opened(key)
        const search = { ...searchOf(branch, services, employee, page.noticeMinutes), ...(hold !== undefined && { but: { hold } }) }
        return (yield* book.search.times(yield* visits.asking(project), search, date, branch.step)).map(writeClock)
      }),

    /** Keeps a time for who is about to book it; it lapses by itself. */
    hold: (key: string, { services: ids, date, time, employee, replaces }: Slot & { readonly replaces?: string | undefined }) =>
      db.transaction(function* () {
        const { branch, project, page } = yield* opened(key)
        const minutes = yield* book.branches.holdMinutes(project)
        const who = yield* visits.asking(project)
        if (replaces !== undefined) yield* book.bookings.release(project, replaces)
        yield* book.bookings.sweepHolds(who.clock)
        const search = searchOf(branch, ids, employee, page.noticeMinutes)
        const start = readClock(time) ?? -1
        const offer = yield* book.branches.offer(project, branch.pipeline_id, date)
        const services = offer && chosenServices(offer, search.services)
        if (!offer || !services) throw failure('service-not-found', ids[0] ?? 0)
        if (!(yield* book.search.times(who, search, date, 1)).includes(start)) return yield* taken(who, search, branch, date)
        const wanted = wantedOf(services)
        const found = yield* book.place(
          who,
          candidatesOf(offer, services, search.employee),
          { day: date, start, wanted, allowOutsideHours: false, but: {} },
          context.random(),
        )
        if (typeof found === 'string') return yield* taken(who, search, branch, date)
        const name = found.worker.row.name
        if (!minutes) return { hold: null, until: null, employee: name }
        const id = randomBytes(16).toString('base64url')
        const expires_at = who.clock + minutes * 60_000
        yield* book.bookings.hold({
          id,
          project_id: project,
          pipeline_id: branch.pipeline_id,
          calendar_id: found.worker.calendar,
          employee_id: found.worker.row.id,
          day: date,
          start_min: start,
          duration: wanted.duration,
          single_service: services.length === 1 ? (services[0]?.id ?? null) : null,
          turn: found.turn,
          expires_at,
        })
        return { hold: id, until: new Date(expires_at).toISOString(), employee: name }
      }),

    release: (key: string, hold: string) =>
      db.transaction(function* () {
        const { project } = yield* opened(key)
        yield* book.bookings.release(project, hold)
      }),

    async book(
      key: string,
      {
        hold,
        key: requestKey,
        name,
        phone,
        email,
        comment,
        ...slot
      }: Slot & { hold?: string | undefined; key: string; name: string; phone: string; email: string; comment: string },
    ): Promise<OwnVisit> {
      const { project } = await db.transaction(() => opened(key))
      return visits.act(project, by, function* (doing, who) {
        const { branch, page } = yield* opened(key)
        const before = yield* book.bookings.byRequest(project, requestKey)
        if (before) return yield* own({ branch, row: before, who, page })
        if ((page.phone === 'required' && phone === '') || (page.email === 'required' && email === '') || (phone === '' && email === ''))
          throw failure('client-needed')
        const search = searchOf(branch, slot.services, slot.employee, page.noticeMinutes)
        const start = readClock(slot.time) ?? -1
        const held = hold === undefined ? undefined : yield* heldBy(project, hold)
        const free = yield* book.search.times(who, { ...search, ...(hold !== undefined && { but: { hold } }) }, slot.date, 1)
        if (!free.includes(start)) return yield* taken(who, search, branch, slot.date)
        // Who held a time for anybody gets whom it was held with.
        const same = held && held.day === slot.date && held.start_min === start && (slot.employee ?? held.employee_id) === held.employee_id
        const employee = same ? held.employee_id : slot.employee
        const visit = { ...slot, employee, clientName: name, phone, email, comment, allowOutsideHours: false }
        const row = yield* visits.create(doing, who, branch, visit, { source: 'widget', requestKey, ...(hold !== undefined && { hold }) })
        return yield* own({ branch, row, who, page })
      })
    },

    own: (key: string, link: string) =>
      db.transaction(function* () {
        return yield* own(yield* ownRow(key, link))
      }),

    /** For its file: the visit, and its secret is all that leads there. */
    ownRow: (key: string, link: string) =>
      db.transaction(function* () {
        const { row, branch, who } = yield* ownRow(key, link)
        return { row, branch, zone: branch.timezone ?? who.zone }
      }),

    ownTimes: (key: string, link: string, day: string | undefined) =>
      db.transaction(function* () {
        const { branch, row, who, page } = yield* ownRow(key, link)
        const search = {
          ...searchOf(
            branch,
            servicesOf(row).map(({ id }) => id),
            row.employee_id,
            page.noticeMinutes,
          ),
          duration: row.duration,
          but: { booking: row.order_number },
        }
        const dates = [...(yield* book.search.dates(who, search, branch.horizon_days))]
        const times = day === undefined ? [] : (yield* book.search.times(who, search, day, branch.step)).map(writeClock)
        return { dates, times }
      }),

    async move(key: string, link: string, { date, time }: { date: string; time: string }): Promise<OwnVisit> {
      const { project } = await db.transaction(() => opened(key))
      return visits.act(project, by, function* (doing) {
        const found = yield* changeable(key, link)
        yield* visits.move(doing, found.who, found.row, { day: date, start: readClock(time) ?? -1 })
        return yield* own(yield* ownRow(key, link))
      })
    },

    async cancel(key: string, link: string): Promise<OwnVisit> {
      const { project } = await db.transaction(() => opened(key))
      return visits.act(project, by, function* (doing) {
        const found = yield* changeable(key, link)
        yield* book.cancel(doing, found.who, found.row)
        return yield* own(yield* ownRow(key, link))
      })
    },

    /** Sites that may show the page in a frame; undefined: there is no such page. */
    domains: (key: string) =>
      db.transaction(function* (): Step<readonly string[] | undefined> {
        try {
          return (yield* opened(key)).page.domains
        } catch (error) {
          if (error instanceof Failure) return undefined
          throw error
        }
      }),
  }

  function* heldBy(project: number, id: string) {
    const query = db.build
      .selectFrom('booking_holds')
      .select(['employee_id', 'day', 'start_min'])
      .where('project_id', '=', project)
      .where('id', '=', id)
    return yield* settle(db.first<{ employee_id: number; day: string; start_min: number }>(query))
  }
}
