import type { BookingBeginning, BookingNotifications, Branch, BranchSetup } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { failure } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import type { LiveHub } from '../../live/live-hub.ts'
import type { WorkContext } from '../../worker/context.ts'
import { firstState } from '../defaults.ts'
import { bookingSettings } from './booking-settings.ts'
import { branchOf } from './branch-shape.ts'
import { employeeDesk } from './employee-desk.ts'
import { employeeReader } from './employee-reader.ts'
import { groupingDesk } from './grouping-desk.ts'
import { serviceDesk, serviceOf } from './service-desk.ts'
import { servicesImport } from './services-import.ts'
import { setUpWork, type Given } from './set-up-work.ts'

type NewBranch = { readonly pipeline: number; readonly address?: string | undefined } | { readonly name: string; readonly address: string }

const usualService = { description: '', category: null, capacity: 1, color: '', photo: '', active: true, employees: [] }
const usualEmployee = { kind: 'freelance' as const, account: null, information: '', jobTitle: null, photo: '', active: true }

export type BranchDesk = ReturnType<typeof createBranchDesk>

/** The set-up of online booking as people do it (booking, section 2): the branches, and a desk for each thing that they have. */
export function createBranchDesk(context: WorkContext, live: LiveHub) {
  const work = setUpWork(context, live)
  const { db, build, branches, store, facts, run, change, branchRow, groupings } = work
  const { orders, clock } = context
  const employees = employeeReader(work)

  const services = serviceDesk(work)
  const desk = employeeDesk(work, employees)

  return {
    settings: bookingSettings(work),
    groupings: groupingDesk(work),
    services: { ...services, import: servicesImport(work) },
    employees: desk,

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
          employees: yield* employees.all(project, row),
        }
      }),

    async create(project: number, given: NewBranch): Promise<Branch> {
      const answer = await change(project, function* () {
        return { branch: null, answer: yield* add(project, given) }
      })
      live.publish(project, { type: 'pipelines-changed' })
      return answer
    },

    /** From nothing to what can be booked, all of it or none. For a project that has no branch: who asks twice has not two of them. */
    async begin(project: number, { name, address, service, employee, open }: BookingBeginning): Promise<Branch> {
      const answer = await change(project, function* () {
        yield* db.claim(`first branch of project ${project}`)
        if ((yield* branches.list(project)).length) throw failure('booking-begun')
        const { id, page } = yield* add(project, { name, address })
        const { id: rendered } = yield* services.add(project, id, { ...usualService, ...service })
        const schedule = { week: employee.week, breaks: [] }
        yield* desk.add(project, id, { ...usualEmployee, name: employee.name, services: [rendered], schedule })
        if (open) yield* run(update(project, id).set({ page: JSON.stringify({ ...page, on: true }) }))
        return { branch: null, answer: branchOf(yield* branchRow(project, id)) }
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
        if (key !== undefined) yield* freeKey(project, id, key)
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
        if (Object.keys(set).length) yield* run(update(project, id).set(set))
        return { branch: null, answer: branchOf(yield* branchRow(project, id)) }
      })
      if (name !== undefined) live.publish(project, { type: 'pipelines-changed' })
      return answer
    },

    setNotifications: (project: number, id: number, notifications: BookingNotifications) =>
      change(project, function* () {
        yield* branchRow(project, id)
        yield* run(update(project, id).set({ notifications: JSON.stringify(notifications) }))
        return { branch: id, answer: notifications }
      }),

    /** With its bookings, for good; the pipeline goes, too, unless other orders are in it. */
    async remove(project: number, id: number, confirm: string, actor: Actor): Promise<void> {
      await change(project, function* () {
        const { name } = yield* branchRow(project, id)
        if (confirm.trim() !== name.trim()) throw failure('wrong-confirmation')
        const booked = build.selectFrom('bookings').select('order_number').where('project_id', '=', project).where('pipeline_id', '=', id)
        for (const { order_number } of yield* settle(db.all<{ order_number: number }>(booked.orderBy('order_number'))))
          yield* forget(project, order_number)
        for (const table of ['booking_holds', 'booking_employees', 'booking_services', 'booking_groupings', 'booking_branches'] as const)
          yield* run(build.deleteFrom(table).where('project_id', '=', project).where('pipeline_id', '=', id))
        const left = build.selectFrom('orders').select('number').where('project_id', '=', project).where('pipeline_id', '=', id).limit(1)
        if (!(yield* settle(db.first(left)))) yield* orders.pipelines.remove(project, id)
        yield* context.audit(actor, { project, action: 'booking.branch-deleted', subject: name })
        return { branch: null, answer: undefined }
      })
      live.publish(project, { type: 'pipelines-changed' })
    },
  }

  function* add(project: number, given: NewBranch): Step<Branch> {
    const { language } = yield* facts(project)
    const pipeline = 'pipeline' in given ? given.pipeline : yield* orders.pipelines.add(project, { name: given.name, currency: '' })
    const found = yield* orders.pipelines.find(project, pipeline)
    if (!found) throw failure('pipeline-not-found')
    if (yield* branches.find(project, pipeline)) throw failure('branch-exists')
    if (!found.states.length) yield* orders.pipelines.addState(project, pipeline, { name: firstState(language), color: 'blue' })
    yield* store.addBranch(project, pipeline, { address: given.address ?? '', language })
    return branchOf(yield* branchRow(project, pipeline))
  }

  function update(project: number, id: number) {
    return build.updateTable('booking_branches').where('project_id', '=', project).where('pipeline_id', '=', id)
  }

  function* freeKey(project: number, id: number, key: string): Step<void> {
    const other = build.selectFrom('booking_branches').select('key').where('key', '=', key)
    const taken = other.where((eb) => eb.or([eb('project_id', '<>', project), eb('pipeline_id', '<>', id)]))
    if (yield* settle(db.first(taken))) throw failure('branch-key-taken')
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
}
