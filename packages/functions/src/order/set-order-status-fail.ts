import { defineHostFunction } from '../define-function.ts'
import { closeOrder } from '../shared/orders.ts'
import { orderAbout } from '../shared/order-params.ts'

export const setOrderStatusFail = defineHostFunction({
  name: 'set_order_status_fail',
  category: 'order',
  params: [{ name: 'order_id', type: 'any', optional: true, shown: { type: 'integer' }, about: orderAbout }],
  returns: 'boolean',
  help: {
    ru: 'Отмечает заказ как неуспешный. Даёт True.',
    en: 'Marks an order as failed. Gives True.',
  },
  onError: {
    ru: 'Если нет такого заказа, даёт False.',
    en: 'No such order gives False.',
  },
  examples: [
    { script: 'set_order_status_fail(1)', gives: true },
    { script: 'set_order_status_fail(99)', gives: false },
  ],
  failure: false,
  run: (given, { ports }) => closeOrder(given, ports, 'fail'),
})
