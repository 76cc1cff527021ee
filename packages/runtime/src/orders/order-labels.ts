import type { Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import { tellLabels } from '../labels/tell-labels.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Doing } from './order-book.ts'
import type { HistoryRow, OrderRow } from './orders.store.ts'

/** Labels of orders: those of their clients, put on and taken off for many at once. What was done to which stands in the history of the order. */
export function orderLabels(context: WorkContext) {
  const { labels, orders } = context

  function* change(doing: Doing, row: OrderRow, { label: number, put }: { readonly label: number; readonly put: boolean }): Step<void> {
    const label = yield* labels.find(doing.project, number)
    if (!label) throw failure('label-not-found', number)
    const { client_id: client } = row
    const done = put
      ? yield* labels.add({ project: doing.project, test: 0 }, number, client)
      : (yield* labels.remove(doing.project, [number], client)).length > 0
    if (!done) return
    yield* tellLabels(context, { project: doing.project, client }, put ? { added: [number] } : { removed: [number] }, doing)
    yield* orders.noteLabel(doing, row, put ? null : label.name, put ? label.name : null)
  }

  return {
    change,

    *mustBe(project: number, number: number, actor: Actor): Step<void> {
      if (!actor.may('clients', 'edit') || !actor.has('clients.interact')) throw failure('not-allowed')
      if (!(yield* labels.find(project, number))) throw failure('label-not-found', number)
    },

    /** Of the name that the history tells; nothing where somebody did the same already. */
    *takeBack(doing: Doing, row: OrderRow, { before, after }: HistoryRow): Step<void> {
      const label = yield* labels.findByName(doing.project, after ?? before ?? '')
      if (label === undefined) throw failure('order-changed')
      yield* change(doing, row, { label, put: after === null })
    },
  }
}
