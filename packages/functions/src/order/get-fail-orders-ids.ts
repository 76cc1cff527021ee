import { defineHostFunction } from '../define-function.ts'
import { withClientOrders } from '../shared/orders.ts'

export const getFailOrdersIds = defineHostFunction({
  name: 'get_fail_orders_ids',
  category: 'order',
  params: [],
  returns: 'array',
  help: {
    ru: 'Номера неуспешных заказов клиента, по возрастанию. Архивных и удалённых среди них нет.',
    en: 'Numbers of the failed orders of the client, in ascending order. Archived and deleted ones are not among them.',
  },
  examples: [{ script: 'get_fail_orders_ids()', gives: [] }],
  readsOnly: true,
  failure: [],
  run: ({ ports }) =>
    withClientOrders(undefined, ports, (orders) => orders.filter(({ status }) => status === 'fail').map(({ number }) => number)),
})
