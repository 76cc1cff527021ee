import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'
import { orderAbout } from '../shared/order-params.ts'
import { readOrderVariables, withOrder } from '../shared/orders.ts'

export const getOrderVar = defineHostFunction({
  name: 'get_order_var',
  category: 'order',
  params: [
    { name: 'order_id', type: 'any', shown: { type: 'integer' }, about: orderAbout },
    { name: 'variable', type: 'text', about: { ru: 'Имя переменной.', en: 'Name of the variable.' } },
  ],
  returns: 'any',
  help: {
    ru: 'Значение переменной заказа, в том числе не текущего.',
    en: 'The value of a variable of an order, which need not be the current one.',
  },
  onError: {
    ru: 'Если нет переменной или заказа, даёт None.',
    en: 'No such variable or order gives None.',
  },
  examples: [
    { script: "get_order_var(1, 'size')", gives: 'XL' },
    { script: "get_order_var(99, 'size')", gives: null },
  ],
  readsOnly: true,
  failure: null,
  run: (given, variable, { ports }) =>
    withOrder(given, ports, (order) => onceKnown(readOrderVariables(ports, order), (values) => values?.get(variable))),
})
