import type { Employee } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { addDaysTo, type Span } from '@voronka/functions'
import type { Schema } from '../../db/schema.ts'
import { failure } from '../../errors.ts'
import type { BranchRow } from '../branches.store.ts'
import { scheduleOf, shownSpan } from './schedule-shape.ts'
import type { EmployeeRow, SetUpWork } from './set-up-work.ts'

export type EmployeeReader = ReturnType<typeof employeeReader>

/** Employees as the contract has them: with what they render and when they work. */
export function employeeReader({ db, build, today, branchRow, employeeRow }: SetUpWork) {
  function* all(project: number, branch: BranchRow, only?: number): Step<Employee[]> {
    const since = addDaysTo(yield* today(project, branch), -1)
    const ofBranch = build.selectFrom('booking_employees').where('project_id', '=', project).where('pipeline_id', '=', branch.pipeline_id)
    const rows = yield* settle(db.all<EmployeeRow>(ofBranch.selectAll().orderBy('position').orderBy('id')))
    const own = ofBranch.select('id')
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
      .map((row) => {
        const his = ({ employee_id }: { readonly employee_id: number }) => employee_id === row.id
        return {
          ...fieldsOf(row),
          services: rendered.filter(his).map(({ service_id }) => service_id),
          schedule: scheduleOf(hours.filter(his)),
          overrides: overrides
            .filter(his)
            .map(({ day, intervals }) => ({ date: day, intervals: (JSON.parse(intervals) as Span[]).map(shownSpan) })),
        }
      })
  }

  return {
    all,
    *one(project: number, id: number): Step<Employee> {
      const row = yield* employeeRow(project, id)
      const [found] = yield* all(project, yield* branchRow(project, row.pipeline_id), id)
      if (!found) throw failure('employee-not-found', id)
      return found
    },
  }
}

const fieldsOf = (row: EmployeeRow) => ({
  id: row.id,
  kind: row.kind,
  account: row.account_id,
  name: row.name,
  information: row.information,
  jobTitle: row.job_title_id,
  photo: row.photo,
  active: row.active === 1,
  feed: row.feed === null ? null : `/book-calendar/${row.feed}.ics`,
})
