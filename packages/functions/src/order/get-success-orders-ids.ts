import { defineHostFunction } from '../define-function.ts'
import { withClientOrders } from '../shared/orders.ts'

export const getSuccessOrdersIds = defineHostFunction({
  name: 'get_success_orders_ids',
  category: 'order',
  params: [],
  returns: 'array',
  help: {
    ru: 'Номера успешных заказов клиента, по возрастанию. Архивных и удалённых среди них нет.',
    en: 'Numbers of the successful orders of the client, in ascending order. Archived and deleted ones are not among them.',
  },
  examples: [{ script: 'get_success_orders_ids()', gives: [2] }],
  readsOnly: true,
  failure: [],
  run: ({ ports }) =>
    withClientOrders(undefined, ports, (orders) => orders.filter(({ status }) => status === 'success').map(({ number }) => number)),
})
