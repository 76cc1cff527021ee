import { defineHostFunction } from '../define-function.ts'
import { syncedOrder } from '../shared/orders.ts'

export const getOrderId = defineHostFunction({
  name: 'get_order_id',
  category: 'order',
  params: [],
  returns: 'integer',
  help: {
    ru: 'Номер текущего заказа клиента.',
    en: 'Number of the current order of the client.',
  },
  onError: {
    ru: 'Если заказа нет, даёт None.',
    en: 'Without an order it gives None.',
  },
  examples: [
    { script: 'x = 1\nget_order_id()', gives: 3 },
    { script: 'get_order_id()', gives: null },
  ],
  failure: null,
  run: ({ ports }) => syncedOrder(ports),
})
