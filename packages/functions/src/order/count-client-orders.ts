import { defineHostFunction } from '../define-function.ts'
import { clientAbout } from '../shared/order-params.ts'
import { givenId, withClientOrders } from '../shared/orders.ts'

export const countClientOrders = defineHostFunction({
  name: 'count_client_orders',
  category: 'order',
  params: [
    { name: 'client_id', type: 'any', optional: true, shown: { type: 'integer' }, about: clientAbout },
    {
      name: 'state_id',
      type: 'any',
      optional: true,
      shown: { type: 'integer' },
      about: { ru: 'Считать только заказы в этом состоянии.', en: 'Count only orders in this state.' },
    },
    {
      name: 'get_all',
      type: 'boolean',
      optional: true,
      default: true,
      shown: { default: '1' },
      about: { ru: '1 – открытые и закрытые, 0 – по следующему аргументу.', en: '1: open and closed ones, 0: by the next argument.' },
    },
    {
      name: 'active',
      type: 'boolean',
      optional: true,
      default: true,
      shown: { default: '1' },
      about: { ru: '1 – только открытые, 0 – только закрытые.', en: '1: open ones only, 0: closed ones only.' },
    },
  ],
  returns: 'integer',
  help: {
    ru: 'Сколько заказов у клиента.',
    en: 'How many orders the client has.',
  },
  onError: {
    ru: 'Если номер клиента или состояния не число, даёт 0.',
    en: 'An id that is no number gives 0.',
  },
  examples: [
    { script: 'count_client_orders()', gives: 2 },
    { script: "count_client_orders('', '', 0, 0)", gives: 1 },
    { script: 'count_client_orders(1, 1)', gives: 1 },
  ],
  readsOnly: true,
  failure: 0,
  run(given, stateGiven, all, active, { ports }) {
    const state = givenId(stateGiven)
    if (state === null) return 0
    return withClientOrders(
      given,
      ports,
      (orders) =>
        orders.filter((order) => (state === undefined || order.state === state) && (all || (order.status === 'active') === active)).length,
    )
  },
})
