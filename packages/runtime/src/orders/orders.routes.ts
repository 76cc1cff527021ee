import * as contract from '@voronka/api'
import { checkOrderFilter } from '../clients/seen-variables.ts'
import { answer, type Route } from '../http/answer.ts'
import { cardOf } from './cards.ts'

const ok = { ok: true } as const

/** Every endpoint of orders, the board, mass actions and saved views in `packages/api/src`; addresses in words come before those with a number. */
export const orderRoutes: readonly Route[] = [
  answer(contract.getBoard, ({ projectId, pipelineId, ...query }, { board }, actor) => board.get(projectId, pipelineId, query, actor)),
  answer(contract.getColumn, ({ projectId, pipelineId, ...query }, { board }, actor) => board.column(projectId, pipelineId, query, actor)),
  answer(contract.listOrderViews, async ({ projectId }, { orderViews }, actor) => ({ views: await orderViews.list(projectId, actor) })),
  answer(contract.saveOrderView, ({ projectId, ...view }, { orderViews }, actor) => orderViews.save(projectId, view, actor)),
  answer(contract.deleteOrderView, async ({ projectId, view }, { orderViews }, actor) => {
    await orderViews.remove(projectId, view, actor)
    return ok
  }),
  answer(contract.findOrderClients, async ({ projectId, search }, { orderDesk }) => ({
    clients: await orderDesk.suggest(projectId, search),
  })),
  answer(contract.massAction, ({ projectId, orders, do: action }, { orderDesk }, actor) =>
    orderDesk.mass(projectId, orders, action, actor),
  ),
  answer(contract.undoMassAction, ({ projectId, batch }, { orderDesk }, actor) => orderDesk.undoMass(projectId, batch, actor)),
  answer(contract.listOrders, (input, { db, orderDesk: { cards } }, actor) => {
    checkOrderFilter(actor, input)
    const { projectId, pipeline, place, client, sort = 'created', direction = 'desc', page = 1, size = 50, ...filter } = input
    const where = { pipeline, place, client }
    return db.transaction(function* () {
      const people = yield* cards.people(projectId)
      const { count, sum } = yield* cards.totals(projectId, filter, where)
      const rows = yield* cards.list(projectId, filter, where, { sort, direction, page, size })
      return { orders: rows.map((row) => cardOf(row, people, [])), total: count, sum }
    })
  }),
  answer(contract.createOrder, ({ projectId, ...order }, { orderDesk }, actor) => orderDesk.create(projectId, order, actor)),
  answer(contract.getOrder, ({ projectId, order }, { orderDesk }, actor) => orderDesk.get(projectId, order, actor)),
  answer(contract.changeOrder, ({ projectId, order, changes }, { orderDesk }, actor) => orderDesk.change(projectId, order, changes, actor)),
  answer(contract.moveOrder, ({ projectId, order, ...move }, { orderDesk }, actor) => orderDesk.move(projectId, order, move, actor)),
  answer(contract.restoreOrder, ({ projectId, order, from }, { orderDesk }, actor) => orderDesk.restore(projectId, order, from, actor)),
  answer(contract.deleteOrder, async ({ projectId, order }, { orderDesk }, actor) => {
    await orderDesk.remove(projectId, order, actor)
    return ok
  }),
  answer(contract.undeleteOrder, ({ projectId, order }, { orderDesk }, actor) => orderDesk.undelete(projectId, order, actor)),
  answer(contract.getOrderHistory, async ({ projectId, order }, { orderDesk }, actor) => ({
    entries: await orderDesk.history(projectId, order, actor),
  })),
]
