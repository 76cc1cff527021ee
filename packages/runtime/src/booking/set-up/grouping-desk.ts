import type { Grouping } from '@voronka/api'
import type { Given, GroupingKind, SetUpWork } from './set-up-work.ts'

/** Categories of services and job titles of a branch. */
export function groupingDesk({ build, numbers, store, run, change, sort, branchRow, groupingRow, groupings }: SetUpWork) {
  return {
    create: (project: number, branch: number, kind: GroupingKind, { name, description }: { name: string; description: string }) =>
      change(project, function* () {
        yield* branchRow(project, branch)
        const id = yield* numbers.take(project, `booking-${kind}`)
        yield* store.addGrouping({ project_id: project, kind, id, pipeline_id: branch, name, description, position: id })
        return { branch, answer: { id, name, description } }
      }),

    change: (project: number, kind: GroupingKind, id: number, given: Given<Omit<Grouping, 'id'>>) =>
      change(project, function* () {
        const row = yield* groupingRow(project, kind, id)
        const { name = row.name, description = row.description } = given
        yield* run(update(project, kind, id).set({ name, description }))
        return { branch: row.pipeline_id, answer: { id, name, description } }
      }),

    remove: (project: number, kind: GroupingKind, id: number) =>
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

    sort: (project: number, branch: number, kind: GroupingKind, ids: readonly number[]) =>
      change(project, function* () {
        yield* branchRow(project, branch)
        const known = yield* groupings(project, branch, kind)
        return { branch, answer: yield* sort(known, ids, (id, position) => update(project, kind, id).set({ position })) }
      }),
  }

  function update(project: number, kind: GroupingKind, id: number) {
    return build.updateTable('booking_groupings').where('project_id', '=', project).where('kind', '=', kind).where('id', '=', id)
  }
}
