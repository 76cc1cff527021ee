import { defineHostFunction } from '../define-function.ts'
import { badBudget, readBudget, withOrder } from '../shared/orders.ts'
import { orderAbout } from '../shared/order-params.ts'

export const setOrderBudget = defineHostFunction({
  name: 'set_order_budget',
  category: 'order',
  params: [
    { name: 'budget', type: 'any', shown: { type: 'number' }, about: { ru: 'Новая сумма.', en: 'The new amount.' } },
    { name: 'order_id', type: 'any', optional: true, shown: { type: 'integer' }, about: orderAbout },
  ],
  returns: 'boolean|text',
  help: {
    ru: 'Меняет сумму заказа. Даёт True.',
    en: 'Changes what an order is worth. Gives True.',
  },
  onError: {
    ru: 'Если сумма не число, даёт текст «budget must be a number»; нет такого заказа – False.',
    en: 'An amount that is no number gives the text "budget must be a number"; no such order gives False.',
  },
  examples: [
    { script: 'set_order_budget(250, 1)', gives: true },
    { script: "set_order_budget('much', 1)", gives: 'budget must be a number' },
  ],
  failure: false,
  run(given, orderGiven, { ports }) {
    const budget = readBudget(given)
    return budget === undefined ? badBudget : withOrder(orderGiven, ports, (order) => ports.orders.change(order, { budget }))
  },
})
