import { defineHostFunction } from '../define-function.ts'
import { orderAbout } from '../shared/order-params.ts'
import { withOrder } from '../shared/orders.ts'

export const moveOrderToNextState = defineHostFunction({
  name: 'move_order_to_next_state',
  category: 'order',
  params: [{ name: 'order_id', type: 'any', optional: true, shown: { type: 'integer' }, about: orderAbout }],
  returns: 'integer',
  help: {
    ru: 'Переводит заказ в следующее состояние его воронки, неразобранный – в первое. В последнем ничего не меняется. Даёт номер состояния, в котором заказ теперь.',
    en: 'Moves an order to the next state of its pipeline, an unsorted one to the first. In the last nothing changes. Gives the number of the state it is in now.',
  },
  onError: {
    ru: 'Если нет такого заказа, даёт False.',
    en: 'No such order gives False.',
  },
  examples: [
    { script: 'move_order_to_next_state(1)', gives: 2 },
    { script: 'move_order_to_next_state(99)', gives: false },
  ],
  failure: false,
  run: (given, { ports }) => withOrder(given, ports, (order) => ports.orders.moveToNext(order)),
})
