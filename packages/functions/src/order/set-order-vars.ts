import { defineHostFunction } from '../define-function.ts'
import { orderAbout } from '../shared/order-params.ts'
import { withOrder, writeOrderVariables } from '../shared/orders.ts'

export const setOrderVars = defineHostFunction({
  name: 'set_order_vars',
  category: 'order',
  params: [
    { name: 'order_id', type: 'any', shown: { type: 'integer' }, about: orderAbout },
    {
      name: 'variables_dict',
      type: 'dict',
      about: { ru: 'Словарь: имена и значения. Можно текстом JSON.', en: 'A dictionary of names and values; it may be JSON text.' },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Записывает сразу несколько переменных заказа. Даёт True.',
    en: 'Stores several variables of an order at once. Gives True.',
  },
  onError: {
    ru: 'Если нет такого заказа или какое-то имя невозможно, даёт False.',
    en: 'No such order, or an impossible name, gives False.',
  },
  examples: [
    { script: "set_order_vars(1, {'size': 'M', 'color': 'red'})", gives: true },
    { script: "set_order_vars(99, {'size': 'M'})", gives: false },
  ],
  failure: false,
  run: (given, values, { ports }) => withOrder(given, ports, (order) => writeOrderVariables(ports, order, values)),
})
