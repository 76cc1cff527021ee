import type { Service } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import { failure } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import type { ServiceRow } from '../branches.store.ts'
import { titleKey } from '../set-up.store.ts'
import type { Given, SetUpWork } from './set-up-work.ts'

type NewService = Omit<Service, 'id'> & { readonly employees: readonly number[] }

/** The services of a branch, and who renders them. */
export function serviceDesk(work: SetUpWork) {
  const { build, audit, branches, numbers, store, run, change, sort, branchRow, serviceRow, employeeRow, groupingRow } = work

  /** Within what else is done. */
  function* add(project: number, branch: number, { employees, category, active, ...service }: NewService): Step<Service> {
    yield* checked(project, branch, { category, employees })
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
    yield* setRenderers(project, id, employees)
    return serviceOf(yield* serviceRow(project, id))
  }

  return {
    add,

    create: (project: number, branch: number, service: NewService) =>
      change(project, function* () {
        yield* branchRow(project, branch)
        return { branch, answer: yield* add(project, branch, service) }
      }),

    change: (
      project: number,
      id: number,
      { employees, category, active, title, ...rest }: Given<Omit<Service, 'id'> & { employees: readonly number[] }>,
    ) =>
      change(project, function* () {
        const { pipeline_id: branch } = yield* serviceRow(project, id)
        yield* checked(project, branch, { category, employees })
        const set = {
          ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
          ...(category !== undefined && { category_id: category }),
          ...(active !== undefined && { active: Number(active) }),
          ...(title !== undefined && { title, title_key: titleKey(title) }),
        }
        if (Object.keys(set).length) yield* run(update(project, id).set(set))
        if (employees) yield* setRenderers(project, id, employees)
        return { branch, answer: serviceOf(yield* serviceRow(project, id)) }
      }),

    remove: (project: number, id: number, actor: Actor) =>
      change(project, function* () {
        const { pipeline_id: branch, title } = yield* serviceRow(project, id)
        yield* audit(actor, { action: 'booking.service-deleted', project, subject: title })
        yield* run(build.deleteFrom('booking_services').where('project_id', '=', project).where('id', '=', id))
        return { branch, answer: undefined }
      }),

    sort: (project: number, branch: number, ids: readonly number[]) =>
      change(project, function* () {
        yield* branchRow(project, branch)
        const known = yield* branches.services(project, branch)
        return { branch, answer: yield* sort(known, ids, (id, position) => update(project, id).set({ position })) }
      }),
  }

  function update(project: number, id: number) {
    return build.updateTable('booking_services').where('project_id', '=', project).where('id', '=', id)
  }

  function* checked(
    project: number,
    branch: number,
    { category, employees = [] }: { category?: number | null | undefined; employees?: readonly number[] | undefined },
  ): Step<void> {
    if (category && (yield* groupingRow(project, 'category', category)).pipeline_id !== branch) throw failure('grouping-not-found')
    for (const id of employees) if ((yield* employeeRow(project, id)).pipeline_id !== branch) throw failure('employee-not-found', id)
  }

  function* setRenderers(project: number, service: number, employees: readonly number[]): Step<void> {
    yield* run(build.deleteFrom('booking_employee_services').where('project_id', '=', project).where('service_id', '=', service))
    for (const id of new Set(employees))
      yield* run(build.insertInto('booking_employee_services').values({ project_id: project, employee_id: id, service_id: service }))
  }
}

export const serviceOf = ({
  id,
  title,
  description,
  category_id,
  price,
  duration,
  capacity,
  color,
  photo,
  active,
}: ServiceRow): Service => ({
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
