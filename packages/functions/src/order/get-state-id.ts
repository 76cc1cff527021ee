import { defineHostFunction } from '../define-function.ts'
import type { MaybePromise } from '../ports.ts'
import { givenId, syncedOrder } from '../shared/orders.ts'
import { onceKnown } from '../shared/once-known.ts'
import { orderAbout } from '../shared/order-params.ts'

export const getStateId = defineHostFunction({
  name: 'get_state_id',
  category: 'order',
  params: [
    {
      name: 'client_id',
      type: 'any',
      optional: true,
      shown: { type: 'integer' },
      about: {
        ru: 'Номер клиента или, если это единственный аргумент, его заказа.',
        en: 'Id of a client or, as the only argument, of one of his orders.',
      },
    },
    { name: 'order_id', type: 'any', optional: true, shown: { type: 'integer' }, about: orderAbout },
  ],
  returns: 'integer',
  help: {
    ru: 'Номер состояния заказа: текущего, названного или текущего заказа другого клиента.',
    en: 'The number of the state of an order: the current one, the one named, or the current one of another client.',
  },
  onError: {
    ru: 'Если заказ не разобран или его нет, даёт None.',
    en: 'An unsorted order, or none, gives None.',
  },
  examples: [
    { script: 'get_state_id(1)', gives: 1 },
    { script: "get_state_id('', 1)", gives: 1 },
    { script: 'get_state_id()', gives: null },
  ],
  readsOnly: true,
  failure: null,
  run(first, second, { ports }) {
    const [one, two] = [givenId(first), givenId(second)]
    if (one === null || two === null) return null
    const { orders, conversation } = ports
    const stateOf = (order: number): MaybePromise<number | null> => onceKnown(orders.find(order), (found) => found?.state ?? null)
    return onceKnown(syncedOrder(ports), (current): MaybePromise<number | null> => {
      if (two !== undefined) return stateOf(two)
      if (one === undefined) return current === null ? null : stateOf(current)
      // One argument alone: an order of this client first, then a client (crm-and-tasks, section 6).
      return onceKnown(orders.find(one), (found) => {
        if (found?.client === conversation.clientId) return found.state
        return onceKnown(orders.currentOf(one), (other) => other?.state ?? null)
      })
    })
  },
})
