import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'
import { orderAbout } from '../shared/order-params.ts'
import { withOrder, writeOrderVariables } from '../shared/orders.ts'

export const setOrderVar = defineHostFunction({
  name: 'set_order_var',
  category: 'order',
  params: [
    { name: 'order_id', type: 'any', shown: { type: 'integer' }, about: orderAbout },
    {
      name: 'variable',
      type: 'text',
      about: {
        ru: 'Имя переменной. Название и Описание – это название и описание самого заказа.',
        en: 'Name of the variable. Название and Описание mean the name and the description of the order itself.',
      },
    },
    {
      name: 'value',
      type: 'any',
      about: { ru: 'Новое значение; пустое удаляет переменную.', en: 'The new value; an empty one deletes the variable.' },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Записывает переменную заказа. Даёт True.',
    en: 'Stores a variable of an order. Gives True.',
  },
  onError: {
    ru: 'Если нет такого заказа или имя невозможно, даёт False.',
    en: 'No such order, or an impossible name, gives False.',
  },
  examples: [
    { script: "done = set_order_var(1, 'size', 'M')\nget_order_var(1, 'size')", gives: 'M' },
    { script: "set_order_var(99, 'size', 'M')", gives: false },
  ],
  failure: false,
  run: (given, variable, value, { ports }) =>
    !isBlank(variable) && withOrder(given, ports, (order) => writeOrderVariables(ports, order, new Map([[variable, value]]))),
})
