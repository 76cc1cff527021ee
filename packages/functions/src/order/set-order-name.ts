import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'
import { orderAbout } from '../shared/order-params.ts'
import { withOrder } from '../shared/orders.ts'

export const setOrderName = defineHostFunction({
  name: 'set_order_name',
  category: 'order',
  params: [
    { name: 'name', type: 'text', about: { ru: 'Новое название.', en: 'The new name.' } },
    { name: 'order_id', type: 'any', optional: true, shown: { type: 'integer' }, about: orderAbout },
  ],
  returns: 'boolean',
  help: {
    ru: 'Меняет название заказа. Даёт True.',
    en: 'Renames an order. Gives True.',
  },
  onError: {
    ru: 'Если нет такого заказа или название пустое, даёт False.',
    en: 'No such order, or an empty name, gives False.',
  },
  examples: [
    { script: "set_order_name('Cake', 1)", gives: true },
    { script: "set_order_name('Cake', 99)", gives: false },
  ],
  failure: false,
  run: (name, given, { ports }) => !isBlank(name.trim()) && withOrder(given, ports, (order) => ports.orders.change(order, { name })),
})
