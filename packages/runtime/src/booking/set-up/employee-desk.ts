import type { Employee, Schedule } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { addDaysTo } from '@voronka/functions'
import { randomBytes } from 'node:crypto'
import { failure } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { calendarOf } from '../branches.store.ts'
import type { EmployeeReader } from './employee-reader.ts'
import { hoursOf, spanOf } from './schedule-shape.ts'
import type { EmployeeRow, Given, SetUpWork } from './set-up-work.ts'

/** What people say of an employee; when he works is said apart. */
type Fields = Omit<Employee, 'id' | 'schedule' | 'overrides' | 'feed'>
type NewEmployee = Fields & { readonly schedule?: Schedule | undefined }

/** The employees of a branch: who they are, what they render, when they work, and the address of their calendar. */
export function employeeDesk(work: SetUpWork, employees: EmployeeReader) {
  const { db, build, audit, numbers, store, run, change, sort, today, branchRow, serviceRow, employeeRow, groupingRow } = work

  /** Something of one employee, who is shown as he is after it. */
  const changeOne = (project: number, id: number, how: (row: EmployeeRow) => Step<void>) =>
    change(project, function* () {
      const row = yield* employeeRow(project, id)
      yield* how(row)
      return { branch: row.pipeline_id, answer: yield* employees.one(project, id) }
    })

  /** Within what else is done. */
  function* add(project: number, branch: number, { schedule, ...given }: NewEmployee): Step<Employee> {
    yield* checked(project, branch, given)
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
    return yield* employees.one(project, id)
  }

  return {
    add,

    create: (project: number, branch: number, employee: NewEmployee) =>
      change(project, function* () {
        yield* branchRow(project, branch)
        return { branch, answer: yield* add(project, branch, employee) }
      }),

    change: (project: number, id: number, given: Given<Fields>) =>
      changeOne(project, id, function* (row) {
        yield* checked(project, row.pipeline_id, given)
        const { kind = row.kind, name = row.name, information = row.information, photo = row.photo, jobTitle = row.job_title_id } = given
        const account = kind === 'staff' ? (given.account === undefined ? row.account_id : given.account) : null
        yield* changeCalendar(project, row, account)
        const active = given.active === undefined ? row.active : Number(given.active)
        const set = { kind, name, information, photo, job_title_id: jobTitle, account_id: account, active }
        yield* run(update(project, id).set(set))
        if (given.services) yield* store.setServices(project, id, given.services)
      }),

    remove: (project: number, id: number, actor: Actor) =>
      change(project, function* () {
        const row = yield* employeeRow(project, id)
        const count = yield* visitsAhead(project, id, yield* today(project, yield* branchRow(project, row.pipeline_id)))
        if (count) throw failure('employee-has-visits', count)
        yield* audit(actor, { action: 'booking.employee-deleted', project, subject: yield* nameOf(project, id) })
        yield* run(build.deleteFrom('booking_holds').where('project_id', '=', project).where('employee_id', '=', id))
        yield* run(build.deleteFrom('booking_employees').where('project_id', '=', project).where('id', '=', id))
        return { branch: row.pipeline_id, answer: undefined }
      }),

    sort: (project: number, branch: number, ids: readonly number[]) =>
      change(project, function* () {
        const known = yield* employees.all(project, yield* branchRow(project, branch))
        return { branch, answer: yield* sort(known, ids, (id, position) => update(project, id).set({ position })) }
      }),

    setSchedule: (project: number, id: number, schedule: Schedule) =>
      changeOne(project, id, () => store.setHours(project, id, hoursOf(schedule))),

    /** Null: the usual hours again. */
    setOverrides: (
      project: number,
      id: number,
      { from, to, intervals }: { from: string; to: string; intervals: readonly (readonly [string, string])[] | null },
    ) =>
      changeOne(project, id, function* () {
        const spans = intervals && intervals.map(spanOf)
        for (let day = from; day <= to; day = addDaysTo(day, 1)) yield* store.setOverride(project, id, day, spans)
      }),

    /** A new secret each time. */
    setFeed: (project: number, id: number, on: boolean, actor: Actor) =>
      changeOne(project, id, function* () {
        yield* run(update(project, id).set({ feed: on ? randomBytes(18).toString('base64url') : null }))
        const act = { action: 'booking.feed-changed', project, subject: yield* nameOf(project, id), after: { enabled: on } } as const
        yield* audit(actor, act)
      }),
  }

  /** As people know him: a member of the project has no name of his own there. */
  function* nameOf(project: number, id: number): Step<string> {
    return (yield* employees.one(project, id)).name || String(id)
  }

  function update(project: number, id: number) {
    return build.updateTable('booking_employees').where('project_id', '=', project).where('id', '=', id)
  }

  function* checked(
    project: number,
    branch: number,
    { jobTitle, services = [], account }: Given<Pick<Fields, 'jobTitle' | 'services' | 'account'>>,
  ): Step<void> {
    if (jobTitle && (yield* groupingRow(project, 'job-title', jobTitle)).pipeline_id !== branch) throw failure('grouping-not-found')
    for (const id of services) if ((yield* serviceRow(project, id)).pipeline_id !== branch) throw failure('service-not-found', id)
    if (!account) return
    const member = build.selectFrom('members').select('account_id').where('project_id', '=', project).where('account_id', '=', account)
    if (!(yield* settle(db.first(member)))) throw failure('member-not-found', account)
  }

  function* visitsAhead(project: number, employee: number, since: string): Step<number> {
    const query = build
      .selectFrom('bookings')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('project_id', '=', project)
      .where('employee_id', '=', employee)
      .where('day', '>=', since)
      .where('status', '=', 'active')
      .where('test', '=', 0)
    return Number((yield* settle(db.first<{ count: number }>(query)))?.count ?? 0)
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
}
