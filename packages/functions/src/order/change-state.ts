import { defineHostFunction } from '../define-function.ts'
import { orderAbout } from '../shared/order-params.ts'
import { withOrder } from '../shared/orders.ts'

export const changeState = defineHostFunction({
  name: 'change_state',
  category: 'order',
  params: [
    {
      name: 'state_id',
      type: 'id',
      about: { ru: 'Номер состояния, в том числе другой воронки.', en: 'Number of the state, which may be of another pipeline.' },
    },
    { name: 'order_id', type: 'any', optional: true, shown: { type: 'integer' }, about: orderAbout },
  ],
  returns: 'boolean',
  help: {
    ru: 'Переводит заказ в состояние. Запреты ручных переходов не действуют. Даёт True.',
    en: 'Moves an order to a state, whatever moves are forbidden by hand. Gives True.',
  },
  onError: {
    ru: 'Если нет такого состояния или заказа, даёт False.',
    en: 'No such state or order gives False.',
  },
  examples: [
    { script: 'change_state(2, 1)', gives: true },
    { script: 'change_state(999, 1)', gives: false },
  ],
  failure: false,
  run: (state, given, { ports }) => withOrder(given, ports, (order) => ports.orders.move(order, state)),
})
