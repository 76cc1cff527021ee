import { toPlain, type Value } from '@voronka/calculator'
import { settle, type Step } from '@voronka/flow/engine'
import { readClock } from '@voronka/functions'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bookingsStore, type BookingRow } from '../booking/bookings.store.ts'
import { setUpStore } from '../booking/set-up.store.ts'
import type { Db } from '../db/contract.ts'
import type { Installation } from '../installation.ts'

const id = z.int().positive()
const minutes = z.string().transform((written, context) => {
  const read = written === '24:00' ? 1440 : readClock(written)
  if (read !== undefined) return read
  context.addIssue({ code: 'custom', message: `"${written}" is no time` })
  return z.NEVER
})
const span = z.tuple([minutes, minutes])
const day = z.iso.date()

/** `setup` of a case as booking, section 10, describes it. */
const setupSchema = z.object({
  branches: z
    .array(z.object({ id, name: z.string().default(''), address: z.string().default(''), online: z.boolean().default(true) }))
    .default([]),
  services: z
    .array(
      z.object({
        id,
        company_id: id,
        title: z.string(),
        duration: z.int().positive(),
        price: z.number().default(0),
        category_id: id.nullish(),
        capacity: z.int().positive().default(1),
        active: z.boolean().default(true),
        description: z.string().default(''),
      }),
    )
    .default([]),
  employees: z
    .array(
      z.object({
        id,
        company_id: id,
        name: z.string(),
        information: z.string().default(''),
        job_title: z.string().nullish(),
        job_title_id: id.nullish(),
        active: z.boolean().default(true),
        services: z.array(id).default([]),
        schedule: z.record(z.string().regex(/^[1-7]$/), z.array(span)).default({}),
        breaks: z.array(span).default([]),
        overrides: z.record(day, z.array(span)).default({}),
      }),
    )
    .default([]),
  bookings: z
    .array(
      z.object({
        id,
        employee_id: id,
        date: day,
        time: minutes,
        duration: z.int().positive(),
        service_ids: z.array(id).default([]),
        status: z.enum(['active', 'success', 'fail', 'archive', 'cancelled']).default('active'),
        client_id: id.default(1),
      }),
    )
    .default([])
    .transform((bookings) => bookings.map(({ client_id: client, ...booking }) => ({ ...booking, client }))),
})
export type BookingSetup = z.infer<typeof setupSchema>

/** Throws a sentence when it is not in that form. */
export function readBookingSetup(given: Value): BookingSetup {
  const read = setupSchema.safeParse(toPlain(given))
  if (read.success) return read.data
  const [first] = read.error.issues
  throw new Error(`setup: ${first ? `${first.path.join('.')}: ${first.message}` : 'it cannot be read'}.`)
}

/** Stores it as if people had set it up; the numbers are those given. */
export function* storeBookingSetup({ db, orders }: Installation, project: number, setup: BookingSetup, now: number): Step<void> {
  const store = setUpStore(db)
  yield* withoutPipelines(db, project)
  for (const [position, { id: branch, name, address, online }] of setup.branches.entries()) {
    const card = JSON.stringify({ fields: [], variables: [] })
    yield* settle(db.run(db.build.insertInto('pipelines').values({ project_id: project, id: branch, name, currency: '', card, position })))
    yield* orders.pipelines.addState(project, branch, { name: 'New', color: 'grey' })
    yield* store.addBranch(project, branch, { address, enabled: Number(online) })
  }
  const categories = new Map(
    setup.services.flatMap(({ category_id, company_id }) => (category_id ? [[category_id, company_id] as const] : [])),
  )
  for (const [category, branch] of categories) yield* store.addGrouping(groupingOf(project, branch, 'category', category, String(category)))
  for (const [position, { company_id, category_id, active, ...service }] of setup.services.entries()) {
    const row = {
      ...service,
      project_id: project,
      pipeline_id: company_id,
      category_id: category_id ?? null,
      active: Number(active),
      position,
    }
    yield* store.addService({ ...row, color: '', photo: '' })
  }
  yield* storeEmployees(db, project, setup)
  for (const booking of setup.bookings) yield* storeBooking(db, project, setup, booking, now)
  const highest = Math.max(0, ...setup.bookings.map((booking) => booking.id))
  if (highest) yield* settle(db.run(db.build.insertInto('counters').values({ project_id: project, name: 'order', value: highest })))
}

/** A new project has some of its own. */
function* withoutPipelines(db: Db, project: number): Step<void> {
  for (const table of ['states', 'pipelines', 'counters'] as const)
    yield* settle(db.run(db.build.deleteFrom(table).where('project_id', '=', project)))
}

const groupingOf = (project: number, branch: number, kind: 'category' | 'job-title', number: number, name: string) => ({
  project_id: project,
  kind,
  id: number,
  pipeline_id: branch,
  name,
  description: '',
  position: number,
})

function* storeEmployees(db: Db, project: number, { employees, services }: BookingSetup): Step<void> {
  const store = setUpStore(db)
  const titles = new Map<string, number>()
  let highest = Math.max(0, ...employees.map(({ job_title_id }) => job_title_id ?? 0))
  for (const [position, each] of employees.entries()) {
    const { job_title: title, job_title_id: given, company_id: branch } = each
    const key = `${branch} ${given ?? title}`
    if (!titles.has(key) && (given || title)) {
      titles.set(key, given ?? ++highest)
      yield* store.addGrouping(groupingOf(project, branch, 'job-title', given ?? highest, title ?? ''))
    }
    yield* store.addEmployee({
      project_id: project,
      id: each.id,
      pipeline_id: branch,
      kind: 'freelance',
      account_id: null,
      name: each.name,
      information: each.information,
      job_title_id: titles.get(key) ?? null,
      photo: '',
      active: Number(each.active),
      position,
    })
    yield* store.setServices(
      project,
      each.id,
      each.services.filter((service) => services.some(({ id: known }) => known === service)),
    )
    const week = Array.from({ length: 7 }, (_, index) => each.schedule[String(index + 1)] ?? [])
    yield* store.setHours(project, each.id, { week, breaks: each.breaks.map((pause) => ({ weekday: 0, span: pause })) })
    for (const [date, spans] of Object.entries(each.overrides)) yield* store.setOverride(project, each.id, date, spans)
  }
}

/** With its order, as it would be by now. */
function* storeBooking(
  db: Db,
  project: number,
  { employees, services }: BookingSetup,
  booking: BookingSetup['bookings'][number],
  now: number,
): Step<void> {
  const employee = employees.find((each) => each.id === booking.employee_id)
  if (!employee) throw new Error(`setup: there is no employee ${booking.employee_id}.`)
  const rendered = services.filter((service) => booking.service_ids.includes(service.id))
  const cost = rendered.reduce((sum, { price }) => sum + price, 0)
  const cancelled = booking.status === 'cancelled'
  const name = rendered.map(({ title }) => title).join(', ')
  const key = { project_id: project, client_id: booking.client, test: 1 }
  const closed = cancelled || booking.status === 'active' ? null : now
  const order = {
    ...key,
    number: booking.id,
    status: booking.status === 'cancelled' ? ('active' as const) : booking.status,
    pipeline_id: employee.company_id,
    state_id: null,
    name,
    name_search: name.toLowerCase(),
    description: '',
    budget: cost,
    responsible: null,
    variables: '{}',
    revision: 1,
    created_at: now,
    changed_at: now,
    entered_at: now,
    submitted_at: null,
    closed_at: closed,
    deleted_at: cancelled ? now : null,
  }
  yield* settle(db.run(db.build.insertInto('orders').values(order)))
  const row: BookingRow = {
    ...key,
    order_number: booking.id,
    pipeline_id: employee.company_id,
    calendar_id: employee.id,
    employee_id: employee.id,
    day: booking.date,
    start_min: booking.time,
    duration: booking.duration,
    single_service: booking.service_ids.length === 1 ? (booking.service_ids[0] ?? null) : null,
    turn: yield* bookingsStore(db).turn(project, employee.id, booking.date),
    services: JSON.stringify(rendered.map(({ id: service, title }) => ({ id: service, title }))),
    cost,
    status: booking.status,
    source: 'operator',
    outside_hours: 0,
    comment: '',
    link: randomUUID(),
    request_key: null,
    version: 1,
    created_at: now,
    updated_at: now,
  }
  yield* bookingsStore(db).insert(row)
}
