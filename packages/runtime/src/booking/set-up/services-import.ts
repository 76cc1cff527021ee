import type { ServicesReport } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import type { ServiceRow } from '../branches.store.ts'
import { titleKey } from '../set-up.store.ts'
import { readServicesCsv, type CsvService } from './services-csv.ts'
import type { SetUpWork } from './set-up-work.ts'

/** Services of a CSV file: all good rows in one transaction; `dryRun` only looks. A title that is known changes that service. */
export function servicesImport({ build, branches, numbers, store, run, change, branchRow, groupings }: SetUpWork) {
  return async (project: number, branch: number, content: string, dryRun: boolean): Promise<ServicesReport> => {
    const { rows, rejected, unknown } = await readServicesCsv(Buffer.from(content, 'base64'))
    return change(project, function* () {
      yield* branchRow(project, branch)
      const known = new Map((yield* branches.services(project, branch)).map((each) => [each.title_key, each]))
      const groups = new Map((yield* groupings(project, branch, 'category')).map((each) => [titleKey(each.name), each.id]))
      const categories = newOnes(rows, groups)
      if (!dryRun) {
        for (const name of categories) groups.set(titleKey(name), yield* addCategory(project, branch, name))
        for (const row of rows) yield* write(project, branch, row, known.get(titleKey(row.title)), groups)
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
        answer: { rows: rows.length + rejected.length, created: rows.length - changed, changed, categories, unknown, preview, rejected },
      }
    })
  }

  function* addCategory(project: number, branch: number, name: string): Step<number> {
    const id = yield* numbers.take(project, 'booking-category')
    yield* store.addGrouping({ project_id: project, kind: 'category', id, pipeline_id: branch, name, description: '', position: id })
    return id
  }

  /** What the file leaves empty stays as it was. */
  function* write(
    project: number,
    branch: number,
    { category, title, description, price, duration, capacity }: CsvService,
    before: ServiceRow | undefined,
    groups: ReadonlyMap<string, number>,
  ): Step<void> {
    const category_id = category === '' ? (before?.category_id ?? null) : (groups.get(titleKey(category)) ?? null)
    const values = { title, description: description || (before?.description ?? ''), category_id, price, duration, capacity }
    if (before) {
      yield* run(build.updateTable('booking_services').set(values).where('project_id', '=', project).where('id', '=', before.id))
      return
    }
    const id = yield* numbers.take(project, 'booking-service')
    const fresh = { color: '', photo: '', active: 1, position: id }
    yield* store.addService({ ...values, ...fresh, project_id: project, id, pipeline_id: branch })
  }
}

/** Categories that the rows name and nobody has made yet, each once. */
function newOnes(rows: readonly CsvService[], groups: ReadonlyMap<string, number>): string[] {
  const named = rows.filter(({ category }) => category !== '' && !groups.has(titleKey(category)))
  return [...new Map(named.map(({ category }) => [titleKey(category), category])).values()]
}
