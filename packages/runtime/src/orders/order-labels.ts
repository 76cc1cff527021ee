import type { Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import { changeLabels } from '../labels/change-labels.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Doing } from './order-book.ts'
import type { HistoryRow, OrderRow } from './orders.store.ts'

interface Label {
  readonly number: number
  readonly name: string
}

/** Labels of orders: those of their clients, put on and taken off for many at once. What was done to which stands in the history of the order. */
export function orderLabels(context: WorkContext) {
  const { labels, orders } = context

  function* change(doing: Doing, row: OrderRow, { number, name }: Label, put: boolean): Step<void> {
    const of = { project: doing.project, client: row.client_id }
    const { added, removed } = yield* changeLabels(context, of, put ? { add: [number] } : { remove: [number] }, doing)
    if (added.length || removed.length) yield* orders.noteLabel(doing, row, put ? null : name, put ? name : null)
  }

  return {
    change,

    *allowed(project: number, number: number, actor: Actor): Step<Label> {
      if (!actor.may('clients', 'edit') || !actor.has('clients.interact')) throw failure('not-allowed')
      const label = yield* labels.find(project, number)
      if (!label) throw failure('label-not-found', number)
      return label
    },

    /** Of the name that the history tells; nothing where somebody did the same already. */
    *takeBack(doing: Doing, row: OrderRow, { before, after }: HistoryRow): Step<void> {
      const name = after ?? before ?? ''
      const number = yield* labels.findByName(doing.project, name)
      if (number === undefined) throw failure('order-changed')
      yield* change(doing, row, { number, name }, after === null)
    },
  }
}
