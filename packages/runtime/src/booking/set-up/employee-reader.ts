import type { Employee } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import { addDaysTo, type Span } from '@voronka/functions'
import { failure } from '../../errors.ts'
import type { BranchRow } from '../branches.store.ts'
import { scheduleOf, shownSpan } from './schedule-shape.ts'
import type { EmployeeRow, SetUpWork } from './set-up-work.ts'

export type EmployeeReader = ReturnType<typeof employeeReader>

/** Employees as the contract has them: with what they render and when they work. */
export function employeeReader({ branches, today, branchRow, employeeRow }: SetUpWork) {
  function* all(project: number, branch: BranchRow, only?: number): Step<Employee[]> {
    const since = addDaysTo(yield* today(project, branch), -1)
    const { rows, rendered, hours, overrides } = yield* branches.staffOf(project, branch.pipeline_id, since, lastDay)
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

const lastDay = '9999-12-31'

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
