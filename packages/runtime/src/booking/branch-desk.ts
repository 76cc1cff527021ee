import type {
  Branch,
  BranchSetup,
  BookingNotifications,
  BookingPage,
  BookingSettings,
  Employee,
  Grouping,
  Schedule,
  Service,
  ServicesReport,
} from '@voronka/api'
import { bookingPageSchema } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { addDaysTo, readClock, writeClock, type Span } from '@voronka/functions'
import type { Selectable } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { Schema } from '../db/schema.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { WorkContext } from '../worker/context.ts'
import { calendarOf, type BranchRow, type ServiceRow } from './branches.store.ts'
import { defaultHoldMinutes, firstState } from './defaults.ts'
import { localClock } from './local-clock.ts'
import { projectFacts } from './project-facts.ts'
import { notificationsOf } from './reminders.ts'
import { readServicesCsv } from './services-csv.ts'
import { setUpStore, titleKey } from './set-up.store.ts'

export type BranchDesk = ReturnType<typeof createBranchDesk>

type GroupingKind = 'category' | 'job-title'
type EmployeeRow = Selectable<Schema['booking_employees']>
type Given<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** The set-up of online booking as people do it (booking, section 2). */
export function createBranchDesk(context: WorkContext, live: LiveHub) {
  const { db, booking, orders, clock } = context
  const { build } = db
  const { branches } = booking
  const store = setUpStore(db)
  const { numbers } = orders
  const facts = projectFacts(context)
  const run = (query: Parameters<typeof db.run>[0]) => settle(db.run(query))

  /** In one transaction; open pages load the branch again after it. */
  async function change<T>(project: number, work: () => Step<{ readonly branch: number | null; readonly answer: T }>): Promise<T> {
    const { branch, answer } = await db.transaction(work)
    live.publish(project, { type: 'booking-setup-changed', branch })
    return answer
  }

  function* branchRow(project: number, id: number): Step<BranchRow> {
    const row = yield* branches.find(project, id)
    if (!row) throw failure('branch-not-found')
    return row
  }

  function* serviceRow(project: number, id: number): Step<ServiceRow> {
    const query = build.selectFrom('booking_services').selectAll().where('project_id', '=', project).where('id', '=', id)
    const row = yield* settle(db.first<ServiceRow>(query))
    if (!row) throw failure('service-not-found', id)
    return row
  }

  function* employeeRow(project: number, id: number): Step<EmployeeRow> {
    const query = build.selectFrom('booking_employees').selectAll().where('project_id', '=', project).where('id', '=', id)
    const row = yield* settle(db.first<EmployeeRow>(query))
    if (!row) throw failure('employee-not-found', id)
    return row
  }

  function* groupingRow(project: number, kind: GroupingKind, id: number) {
    const query = build
      .selectFrom('booking_groupings')
      .selectAll()
      .where('project_id', '=', project)
      .where('kind', '=', kind)
      .where('id', '=', id)
    const row = yield* settle(db.first<Schema['booking_groupings']>(query))
    if (!row) throw failure('grouping-not-found')
    return row
  }

  function* groupings(project: number, branch: number, kind: GroupingKind): Step<Grouping[]> {
    const query = build
      .selectFrom('booking_groupings')
      .select(['id', 'name', 'description'])
      .where('project_id', '=', project)
      .where('pipeline_id', '=', branch)
      .where('kind', '=', kind)
      .orderBy('position')
      .orderBy('id')
    return yield* settle(db.all<Grouping>(query))
  }

  function* employees(project: number, branch: BranchRow, only?: number): Step<Employee[]> {
    const { timezone } = yield* facts(project)
    const since = addDaysTo(localClock(clock.now(), branch.timezone ?? timezone).today, -1)
    const own = build
      .selectFrom('booking_employees')
      .select('id')
      .where('project_id', '=', project)
      .where('pipeline_id', '=', branch.pipeline_id)
    const rows = yield* settle(
      db.all<EmployeeRow>(
        build
          .selectFrom('booking_employees')
          .selectAll()
          .where('project_id', '=', project)
          .where('pipeline_id', '=', branch.pipeline_id)
          .orderBy('position')
          .orderBy('id'),
      ),
    )
    const ofHours = build.selectFrom('booking_hours').selectAll().where('project_id', '=', project).where('employee_id', 'in', own)
    const ofOverrides = build.selectFrom('booking_overrides').selectAll().where('project_id', '=', project).where('employee_id', 'in', own)
    const ofServices = build
      .selectFrom('booking_employee_services')
      .selectAll()
      .where('project_id', '=', project)
      .where('employee_id', 'in', own)
    const hours = yield* settle(db.all<Schema['booking_hours']>(ofHours.orderBy('start_min')))
    const overrides = yield* settle(db.all<Schema['booking_overrides']>(ofOverrides.where('day', '>=', since).orderBy('day')))
    const rendered = yield* settle(db.all<Schema['booking_employee_services']>(ofServices.orderBy('service_id')))
    return rows
      .filter(({ id }) => only === undefined || id === only)
      .map((row) => ({
        id: row.id,
        kind: row.kind,
        account: row.account_id,
        name: row.name,
        information: row.information,
        jobTitle: row.job_title_id,
        photo: row.photo,
        active: row.active === 1,
        services: rendered.filter(({ employee_id }) => employee_id === row.id).map(({ service_id }) => service_id),
        schedule: scheduleOf(hours.filter(({ employee_id }) => employee_id === row.id)),
        overrides: overrides
          .filter(({ employee_id }) => employee_id === row.id)
          .map(({ day, intervals }) => ({ date: day, intervals: (JSON.parse(intervals) as Span[]).map(shownSpan) })),
        feed: row.feed === null ? null : `/book-calendar/${row.feed}.ics`,
      }))
  }

  function* employee(project: number, id: number): Step<Employee> {
    const row = yield* employeeRow(project, id)
    const [found] = yield* employees(project, yield* branchRow(project, row.pipeline_id), id)
    if (!found) throw failure('employee-not-found', id)
    return found
  }

  /** Gives things of a branch the order of these ids, which name each once. */
  function* sort(
    known: readonly { readonly id: number }[],
    ids: readonly number[],
    place: (id: number, position: number) => Parameters<typeof db.run>[0],
  ): Step<{ ids: number[] }> {
    const named = new Set(ids)
    if (named.size !== ids.length || named.size !== known.length || !known.every(({ id }) => named.has(id)))
      throw failure('order-list-incomplete')
    for (const [position, id] of ids.entries()) yield* run(place(id, position))
    return { ids: [...ids] }
  }

  function* checkedService(
    project: number,
    branch: number,
    { category, employees: who = [] }: { category?: number | null | undefined; employees?: readonly number[] | undefined },
  ): Step<void> {
    if (category && (yield* groupingRow(project, 'category', category)).pipeline_id !== branch) throw failure('grouping-not-found')
    for (const id of who) if ((yield* employeeRow(project, id)).pipeline_id !== branch) throw failure('employee-not-found', id)
  }

  function* setRenderers(project: number, service: number, who: readonly number[]): Step<void> {
    yield* run(build.deleteFrom('booking_employee_services').where('project_id', '=', project).where('service_id', '=', service))
    for (const id of new Set(who))
      yield* run(build.insertInto('booking_employee_services').values({ project_id: project, employee_id: id, service_id: service }))
  }

  function* checkedEmployee(
    project: number,
    branch: number,
    { jobTitle, services = [], account }: Given<Pick<Employee, 'jobTitle' | 'services' | 'account'>>,
  ): Step<void> {
    if (jobTitle && (yield* groupingRow(project, 'job-title', jobTitle)).pipeline_id !== branch) throw failure('grouping-not-found')
    for (const id of services) if ((yield* serviceRow(project, id)).pipeline_id !== branch) throw failure('service-not-found', id)
    if (account) {
      const member = build.selectFrom('members').select('account_id').where('project_id', '=', project).where('account_id', '=', account)
      if (!(yield* settle(db.first(member)))) throw failure('member-not-found', account)
    }
  }

  /** Who is another member of the project is busy with other visits: those that are booked go along. Their turns are those of nobody else. */
  function* changeCalendar(project: number, before: EmployeeRow, account: number | null): Step<void> {
    const calendar = calendarOf({ id: before.id, account_id: account })
    if (calendar === calendarOf(before)) return
    yield* run(
      build
        .updateTable('bookings')
        .set(({ eb, ref }) => ({ calendar_id: calendar, turn: eb(eb.val(0), '-', ref('order_number')) }))
        .where('project_id', '=', project)
        .where('employee_id', '=', before.id),
    )
    yield* run(build.deleteFrom('booking_holds').where('project_id', '=', project).where('employee_id', '=', before.id))
  }

  const branchOfEmployee = function* <T>(project: number, id: number, work: (row: EmployeeRow) => Step<T>) {
    const row = yield* employeeRow(project, id)
    yield* work(row)
    return { branch: row.pipeline_id, answer: yield* employee(project, id) }
  }

  return {
    list: (project: number) =>
      db.transaction(function* () {
        return (yield* branches.list(project)).map(branchOf)
      }),

    get: (project: number, id: number): Promise<BranchSetup> =>
      db.transaction(function* () {
        const row = yield* branchRow(project, id)
        return {
          branch: branchOf(row),
          categories: yield* groupings(project, id, 'category'),
          jobTitles: yield* groupings(project, id, 'job-title'),
          services: (yield* branches.services(project, id)).map(serviceOf),
          employees: yield* employees(project, row),
        }
      }),

    async create(
      project: number,
      given: { readonly pipeline: number; readonly address?: string | undefined } | { readonly name: string; readonly address: string },
    ): Promise<Branch> {
      const answer = await change(project, function* () {
        const { language } = yield* facts(project)
        const pipeline = 'pipeline' in given ? given.pipeline : yield* orders.pipelines.add(project, { name: given.name, currency: '' })
        const found = yield* orders.pipelines.find(project, pipeline)
        if (!found) throw failure('pipeline-not-found')
        if (yield* branches.find(project, pipeline)) throw failure('branch-exists')
        if (!found.states.length) yield* orders.pipelines.addState(project, pipeline, { name: firstState(language), color: 'blue' })
        yield* store.addBranch(project, pipeline, { address: given.address ?? '', language })
        return { branch: null, answer: branchOf(yield* branchRow(project, pipeline)) }
      })
      live.publish(project, { type: 'pipelines-changed' })
      return answer
    },

    async change(
      project: number,
      id: number,
      { name, address, photo, on, key, timezone, horizonDays, step, state, notifications, page }: Given<Omit<Branch, 'id' | 'currency'>>,
    ): Promise<Branch> {
      const answer = await change(project, function* () {
        yield* branchRow(project, id)
        const states = (yield* orders.pipelines.statesOf(project)).filter(({ pipeline }) => pipeline === id)
        if (state && !states.some((each) => each.id === state)) throw failure('state-not-found')
        if (key !== undefined) {
          const other = build.selectFrom('booking_branches').select('key').where('key', '=', key)
          const taken = other.where((eb) => eb.or([eb('project_id', '<>', project), eb('pipeline_id', '<>', id)]))
          if (yield* settle(db.first(taken))) throw failure('branch-key-taken')
        }
        if (name !== undefined) yield* orders.pipelines.change(project, id, { name })
        const set = {
          ...(address !== undefined && { address }),
          ...(photo !== undefined && { photo }),
          ...(on !== undefined && { enabled: Number(on) }),
          ...(key !== undefined && { key }),
          ...(timezone !== undefined && { timezone }),
          ...(horizonDays !== undefined && { horizon_days: horizonDays }),
          ...(step !== undefined && { step }),
          ...(state !== undefined && { state_id: state }),
          ...(notifications && { notifications: JSON.stringify(notifications) }),
          ...(page && { page: JSON.stringify(page) }),
        }
        if (Object.keys(set).length)
          yield* run(build.updateTable('booking_branches').set(set).where('project_id', '=', project).where('pipeline_id', '=', id))
        return { branch: null, answer: branchOf(yield* branchRow(project, id)) }
      })
      if (name !== undefined) live.publish(project, { type: 'pipelines-changed' })
      return answer
    },

    setNotifications: (project: number, id: number, notifications: BookingNotifications) =>
      change(project, function* () {
        yield* branchRow(project, id)
        yield* run(
          build
            .updateTable('booking_branches')
            .set({ notifications: JSON.stringify(notifications) })
            .where('project_id', '=', project)
            .where('pipeline_id', '=', id),
        )
        return { branch: id, answer: notifications }
      }),

    /** With its bookings, for good; the pipeline goes, too, unless other orders are in it. */
    async remove(project: number, id: number, confirm: string, actor: Actor): Promise<void> {
      await change(project, function* () {
        const { name } = yield* branchRow(project, id)
        if (confirm.trim() !== name.trim()) throw failure('wrong-confirmation')
        const numbersOfOrders = build
          .selectFrom('bookings')
          .select('order_number')
          .where('project_id', '=', project)
          .where('pipeline_id', '=', id)
        for (const { order_number: number } of yield* settle(db.all<{ order_number: number }>(numbersOfOrders.orderBy('order_number'))))
          yield* forget(project, number)
        for (const table of ['booking_holds', 'booking_employees', 'booking_services', 'booking_groupings', 'booking_branches'] as const)
          yield* run(build.deleteFrom(table).where('project_id', '=', project).where('pipeline_id', '=', id))
        const left = build.selectFrom('orders').select('number').where('project_id', '=', project).where('pipeline_id', '=', id).limit(1)
        if (!(yield* settle(db.first(left)))) yield* orders.pipelines.remove(project, id)
        yield* context.audit(actor, { project, action: 'booking.branch-deleted', subject: name })
        return { branch: null, answer: undefined }
      })
      live.publish(project, { type: 'pipelines-changed' })
    },

    createGrouping: (project: number, branch: number, kind: GroupingKind, { name, description }: { name: string; description: string }) =>
      change(project, function* () {
        yield* branchRow(project, branch)
        const id = yield* numbers.take(project, `booking-${kind}`)
        yield* store.addGrouping({ project_id: project, kind, id, pipeline_id: branch, name, description, position: id })
        return { branch, answer: { id, name, description } }
      }),

    changeGrouping: (project: number, kind: GroupingKind, id: number, given: Given<Omit<Grouping, 'id'>>) =>
      change(project, function* () {
        const row = yield* groupingRow(project, kind, id)
        const { name = row.name, description = row.description } = given
        yield* run(
          build
            .updateTable('booking_groupings')
            .set({ name, description })
            .where('project_id', '=', project)
            .where('kind', '=', kind)
            .where('id', '=', id),
        )
        return { branch: row.pipeline_id, answer: { id, name, description } }
      }),

    removeGrouping: (project: number, kind: GroupingKind, id: number) =>
      change(project, function* () {
        const row = yield* groupingRow(project, kind, id)
        yield* run(
          kind === 'category'
            ? build
                .updateTable('booking_services')
                .set({ category_id: null })
                .where('project_id', '=', project)
                .where('category_id', '=', id)
            : build
                .updateTable('booking_employees')
                .set({ job_title_id: null })
                .where('project_id', '=', project)
                .where('job_title_id', '=', id),
        )
        yield* run(build.deleteFrom('booking_groupings').where('project_id', '=', project).where('kind', '=', kind).where('id', '=', id))
        return { branch: row.pipeline_id, answer: undefined }
      }),

    sortGroupings: (project: number, branch: number, kind: GroupingKind, ids: readonly number[]) =>
      change(project, function* () {
        yield* branchRow(project, branch)
        return {
          branch,
          answer: yield* sort(yield* groupings(project, branch, kind), ids, (id, position) =>
            build
              .updateTable('booking_groupings')
              .set({ position })
              .where('project_id', '=', project)
              .where('kind', '=', kind)
              .where('id', '=', id),
          ),
        }
      }),

    createService: (
      project: number,
      branch: number,
      { employees: who, category, active, ...service }: Omit<Service, 'id'> & { readonly employees: readonly number[] },
    ) =>
      change(project, function* () {
        yield* branchRow(project, branch)
        yield* checkedService(project, branch, { category, employees: who })
        const id = yield* numbers.take(project, 'booking-service')
        yield* store.addService({
          ...service,
          project_id: project,
          id,
          pipeline_id: branch,
          category_id: category,
          active: Number(active),
          position: id,
        })
        yield* setRenderers(project, id, who)
        return { branch, answer: serviceOf(yield* serviceRow(project, id)) }
      }),

    changeService: (
      project: number,
      id: number,
      { employees: who, category, active, title, ...rest }: Given<Omit<Service, 'id'> & { employees: readonly number[] }>,
    ) =>
      change(project, function* () {
        const { pipeline_id: branch } = yield* serviceRow(project, id)
        yield* checkedService(project, branch, { category, employees: who })
        const set = {
          ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
          ...(category !== undefined && { category_id: category }),
          ...(active !== undefined && { active: Number(active) }),
          ...(title !== undefined && { title, title_key: titleKey(title) }),
        }
        if (Object.keys(set).length)
          yield* run(build.updateTable('booking_services').set(set).where('project_id', '=', project).where('id', '=', id))
        if (who) yield* setRenderers(project, id, who)
        return { branch, answer: serviceOf(yield* serviceRow(project, id)) }
      }),

    removeService: (project: number, id: number) =>
      change(project, function* () {
        const { pipeline_id: branch } = yield* serviceRow(project, id)
        yield* run(build.deleteFrom('booking_services').where('project_id', '=', project).where('id', '=', id))
        return { branch, answer: undefined }
      }),

    sortServices: (project: number, branch: number, ids: readonly number[]) =>
      change(project, function* () {
        yield* branchRow(project, branch)
        return {
          branch,
          answer: yield* sort(yield* branches.services(project, branch), ids, (id, position) =>
            build.updateTable('booking_services').set({ position }).where('project_id', '=', project).where('id', '=', id),
          ),
        }
      }),

    /** All good rows in one transaction; `dryRun` only looks. */
    async importServices(project: number, branch: number, content: string, dryRun: boolean): Promise<ServicesReport> {
      const { rows, rejected } = await readServicesCsv(Buffer.from(content, 'base64'))
      return change(project, function* () {
        yield* branchRow(project, branch)
        const known = new Map((yield* branches.services(project, branch)).map((each) => [each.title_key, each]))
        const groups = new Map((yield* groupings(project, branch, 'category')).map((each) => [titleKey(each.name), each.id]))
        const fresh = [
          ...new Map(
            rows
              .filter(({ category }) => category !== '' && !groups.has(titleKey(category)))
              .map(({ category }) => [titleKey(category), category]),
          ).values(),
        ]
        if (!dryRun) {
          for (const name of fresh) {
            const id = yield* numbers.take(project, 'booking-category')
            yield* store.addGrouping({
              project_id: project,
              kind: 'category',
              id,
              pipeline_id: branch,
              name,
              description: '',
              position: id,
            })
            groups.set(titleKey(name), id)
          }
          for (const { line: _, category, description, ...row } of rows) {
            const before = known.get(titleKey(row.title))
            const category_id = category === '' ? (before?.category_id ?? null) : (groups.get(titleKey(category)) ?? null)
            const values = { ...row, description: description || (before?.description ?? ''), category_id }
            if (before) {
              yield* run(build.updateTable('booking_services').set(values).where('project_id', '=', project).where('id', '=', before.id))
              continue
            }
            const id = yield* numbers.take(project, 'booking-service')
            yield* store.addService({
              ...values,
              project_id: project,
              id,
              pipeline_id: branch,
              color: '',
              photo: '',
              active: 1,
              position: id,
            })
          }
        }
        const isKnown = (title: string) => known.has(titleKey(title))
        const changed = rows.filter(({ title }) => isKnown(title)).length
        const preview = rows.slice(0, 20).map(({ line, title, category, price, duration, capacity }) => ({
          line,
          title,
          category,
          price,
          duration,
          capacity,
          known: isKnown(title),
        }))
        return {
          branch,
          answer: { rows: rows.length + rejected.length, created: rows.length - changed, changed, categories: fresh, preview, rejected },
        }
      })
    },

    createEmployee: (
      project: number,
      branch: number,
      { schedule, ...given }: Omit<Employee, 'id' | 'schedule' | 'overrides' | 'feed'> & { readonly schedule?: Schedule | undefined },
    ) =>
      change(project, function* () {
        yield* branchRow(project, branch)
        yield* checkedEmployee(project, branch, given)
        const id = yield* numbers.take(project, 'booking-employee')
        const { kind, name, information, photo } = given
        const account = kind === 'staff' ? given.account : null
        yield* store.addEmployee({
          project_id: project,
          id,
          pipeline_id: branch,
          kind,
          account_id: account,
          name,
          information,
          job_title_id: given.jobTitle,
          photo,
          active: Number(given.active),
          position: id,
        })
        yield* store.setServices(project, id, given.services)
        if (schedule) yield* store.setHours(project, id, hoursOf(schedule))
        return { branch, answer: yield* employee(project, id) }
      }),

    changeEmployee: (project: number, id: number, given: Given<Omit<Employee, 'id' | 'schedule' | 'overrides' | 'feed'>>) =>
      change(project, () =>
        branchOfEmployee(project, id, function* (row) {
          yield* checkedEmployee(project, row.pipeline_id, given)
          const {
            kind = row.kind,
            name = row.name,
            information = row.information,
            photo = row.photo,
            jobTitle = row.job_title_id,
            active,
          } = given
          const account = kind === 'staff' ? (given.account === undefined ? row.account_id : given.account) : null
          yield* changeCalendar(project, row, account)
          const set = {
            kind,
            name,
            information,
            photo,
            job_title_id: jobTitle,
            account_id: account,
            active: active === undefined ? row.active : Number(active),
          }
          yield* run(build.updateTable('booking_employees').set(set).where('project_id', '=', project).where('id', '=', id))
          if (given.services) yield* store.setServices(project, id, given.services)
        }),
      ),

    removeEmployee: (project: number, id: number) =>
      change(project, function* () {
        const row = yield* employeeRow(project, id)
        const branch = yield* branchRow(project, row.pipeline_id)
        const { today } = localClock(clock.now(), branch.timezone ?? (yield* facts(project)).timezone)
        const ahead = build
          .selectFrom('bookings')
          .select((select) => select.fn.countAll<number>().as('count'))
          .where('project_id', '=', project)
          .where('employee_id', '=', id)
          .where('day', '>=', today)
          .where('status', '=', 'active')
          .where('test', '=', 0)
        const count = Number((yield* settle(db.first<{ count: number }>(ahead)))?.count ?? 0)
        if (count) throw failure('employee-has-visits', count)
        yield* run(build.deleteFrom('booking_holds').where('project_id', '=', project).where('employee_id', '=', id))
        yield* run(build.deleteFrom('booking_employees').where('project_id', '=', project).where('id', '=', id))
        return { branch: row.pipeline_id, answer: undefined }
      }),

    sortEmployees: (project: number, branch: number, ids: readonly number[]) =>
      change(project, function* () {
        const row = yield* branchRow(project, branch)
        return {
          branch,
          answer: yield* sort(yield* employees(project, row), ids, (id, position) =>
            build.updateTable('booking_employees').set({ position }).where('project_id', '=', project).where('id', '=', id),
          ),
        }
      }),

    setSchedule: (project: number, id: number, schedule: Schedule) =>
      change(project, () => branchOfEmployee(project, id, () => store.setHours(project, id, hoursOf(schedule)))),

    setOverrides: (
      project: number,
      id: number,
      { from, to, intervals }: { from: string; to: string; intervals: readonly (readonly [string, string])[] | null },
    ) =>
      change(project, () =>
        branchOfEmployee(project, id, function* () {
          const spans = intervals && intervals.map(spanOf)
          for (let day = from; day <= to; day = addDaysTo(day, 1)) yield* store.setOverride(project, id, day, spans)
        }),
      ),

    setFeed: (project: number, id: number, on: boolean) =>
      change(project, () =>
        branchOfEmployee(project, id, function* () {
          const feed = on ? randomBytes(18).toString('base64url') : null
          yield* run(build.updateTable('booking_employees').set({ feed }).where('project_id', '=', project).where('id', '=', id))
        }),
      ),

    settings: (project: number) => db.transaction(() => settings(project)),

    changeSettings: (project: number, { holdMinutes }: BookingSettings) =>
      change(project, function* () {
        const values = { project_id: project, hold_minutes: holdMinutes }
        yield* run(
          build
            .insertInto('booking_settings')
            .values(values)
            .onConflict((conflict) => conflict.column('project_id').doUpdateSet({ hold_minutes: holdMinutes })),
        )
        return { branch: null, answer: { holdMinutes } }
      }),
  }

  /** A booking with its order, as if they had never been. */
  function* forget(project: number, number: number): Step<void> {
    const order = yield* orders.store.find(project, number, { deleted: true })
    const doing = {
      project,
      now: clock.now(),
      by: { kind: 'system', account: null, name: '', block: null },
      called: new Set<number>(),
      events: [],
      mails: new Set<number>(),
    } as const
    if (order && order.deleted_at === null) yield* orders.remove({ ...doing, events: [] }, order, { silently: true })
    yield* run(build.deleteFrom('order_history').where('project_id', '=', project).where('number', '=', number))
    yield* run(build.deleteFrom('orders').where('project_id', '=', project).where('number', '=', number))
  }

  function* settings(project: number): Step<BookingSettings> {
    const query = build.selectFrom('booking_settings').select('hold_minutes').where('project_id', '=', project)
    const row = yield* settle(db.first<{ hold_minutes: number }>(query))
    return { holdMinutes: row?.hold_minutes ?? defaultHoldMinutes }
  }
}

export const branchOf = (row: BranchRow): Branch => ({
  id: row.pipeline_id,
  name: row.name,
  address: row.address,
  photo: row.photo,
  on: row.enabled === 1,
  key: row.key,
  timezone: row.timezone,
  currency: row.currency,
  horizonDays: row.horizon_days,
  step: row.step,
  state: row.state_id,
  notifications: notificationsOf(row.notifications),
  page: pageOf(row.page),
})

/** Written by the desk above, and by nobody else. */
export const pageOf = (document: string): BookingPage => bookingPageSchema.parse(JSON.parse(document))

const serviceOf = ({ id, title, description, category_id, price, duration, capacity, color, photo, active }: ServiceRow): Service => ({
  id,
  title,
  description,
  category: category_id,
  price,
  duration,
  capacity,
  color,
  photo,
  active: active === 1,
})

export const shownSpan = ([from, to]: Span): [string, string] => [writeClock(from), writeClock(to)]

const minutesOf = (time: string): number => (time === '24:00' ? 1440 : (readClock(time) ?? 0))
const spanOf = ([from, to]: readonly [string, string]): Span => [minutesOf(from), minutesOf(to)]

const hoursOf = ({ week, breaks }: Schedule) => ({
  week: week.map((day) => day.map(spanOf)),
  breaks: breaks.map(({ weekday, from, to }) => ({ weekday: weekday ?? 0, span: spanOf([from, to]) })),
})

function scheduleOf(rows: readonly Schema['booking_hours'][]): Schedule {
  const span = ({ start_min, end_min }: Schema['booking_hours']) => shownSpan([start_min, end_min])
  const week = Array.from({ length: 7 }, (_, index) =>
    rows.filter(({ kind, weekday }) => kind === 'work' && weekday === index + 1).map(span),
  )
  const breaks = rows
    .filter(({ kind }) => kind === 'break')
    .map((row) => {
      const [from, to] = span(row)
      return { weekday: row.weekday === 0 ? null : row.weekday, from, to }
    })
  return { week, breaks }
}
