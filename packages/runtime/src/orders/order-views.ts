import type { OrderView } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import type { Numbers } from '../db/numbers.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'

interface ViewRow {
  id: number
  account: number | null
  name: string
  filter: string
  shared: number
}

/** Filters of orders that people saved under names. */
export function orderViews(db: Db, numbers: Numbers) {
  function* all(project: number): Step<ViewRow[]> {
    const query = db.build.selectFrom('order_views').select(['id', 'account', 'name', 'filter', 'shared']).where('project_id', '=', project)
    return yield* settle(db.all<ViewRow>(query.orderBy('name').orderBy('id')))
  }

  return {
    list: (project: number, actor: Actor) =>
      db.transaction(function* () {
        const visible = (yield* all(project)).filter(({ account, shared }) => shared === 1 || account === actor.account)
        return visible.map((row) => viewOf(row, actor))
      }),

    save: (project: number, { name, filter, shared }: Pick<OrderView, 'name' | 'filter' | 'shared'>, actor: Actor) =>
      db.transaction(function* () {
        const same = (yield* all(project)).find((row) => row.account === actor.account && row.name === name)
        const id = same?.id ?? (yield* numbers.take(project, 'order-view'))
        const row = { id, account: actor.account, name, filter: JSON.stringify(filter), shared: Number(shared) }
        yield* settle(
          db.run(
            db.build
              .insertInto('order_views')
              .values({ project_id: project, ...row })
              .onConflict((conflict) => conflict.columns(['project_id', 'id']).doUpdateSet({ filter: row.filter, shared: row.shared })),
          ),
        )
        return viewOf(row, actor)
      }),

    remove: (project: number, id: number, actor: Actor) =>
      db.transaction(function* () {
        const own = (yield* all(project)).find((row) => row.id === id && row.account === actor.account)
        if (!own) throw failure('order-view-not-found')
        yield* settle(db.run(db.build.deleteFrom('order_views').where('project_id', '=', project).where('id', '=', id)))
      }),
  }
}

const viewOf = ({ id, account, name, filter, shared }: ViewRow, actor: Actor): OrderView => ({
  id,
  name,
  // Written by `save` above and by nobody else.
  filter: JSON.parse(filter) as Record<string, string>,
  shared: shared === 1,
  mine: account === actor.account,
})
