import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'
import { syncedOrder } from '../shared/orders.ts'

export const getCountOrders = defineHostFunction({
  name: 'get_count_orders',
  category: 'order',
  params: [{ name: 'id', type: 'id', about: { ru: 'Номер состояния.', en: 'Number of the state.' } }],
  returns: 'integer',
  help: {
    ru: 'Сколько открытых заказов всего проекта в этом состоянии.',
    en: 'How many open orders of the whole project are in this state.',
  },
  onError: {
    ru: 'Если нет такого состояния, даёт 0.',
    en: 'No such state gives 0.',
  },
  examples: [
    { script: 'get_count_orders(1)', gives: 1 },
    { script: 'get_count_orders(999)', gives: 0 },
  ],
  readsOnly: true,
  failure: 0,
  run: (state, { ports }) => onceKnown(syncedOrder(ports), () => ports.orders.countInState(state)),
})
