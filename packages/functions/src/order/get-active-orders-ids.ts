import { defineHostFunction } from '../define-function.ts'
import { withClientOrders } from '../shared/orders.ts'

export const getActiveOrdersIds = defineHostFunction({
  name: 'get_active_orders_ids',
  category: 'order',
  params: [],
  returns: 'array',
  help: {
    ru: 'Номера открытых заказов клиента, по возрастанию. Архивных и удалённых среди них нет.',
    en: 'Numbers of the open orders of the client, in ascending order. Archived and deleted ones are not among them.',
  },
  examples: [{ script: 'get_active_orders_ids()', gives: [1] }],
  readsOnly: true,
  failure: [],
  run: ({ ports }) =>
    withClientOrders(undefined, ports, (orders) => orders.filter(({ status }) => status === 'active').map(({ number }) => number)),
})
