import { defineHostFunction } from '../define-function.ts'
import { attach, givenId, syncedOrder } from '../shared/orders.ts'
import { onceKnown } from '../shared/once-known.ts'

export const switchOrder = defineHostFunction({
  name: 'switch_order',
  category: 'order',
  params: [
    {
      name: 'order_id',
      type: 'any',
      optional: true,
      shown: { type: 'integer' },
      about: { ru: 'Номер заказа этого клиента; без него – последний.', en: 'Number of an order of this client; without it, the latest.' },
    },
  ],
  returns: 'integer',
  help: {
    ru: 'Делает другой заказ клиента текущим – до следующего переключения или нового заказа. Даёт номер заказа, который теперь текущий; сравните его с тем, что передали.',
    en: 'Makes another order of the client current, until the next switch or new order. Gives the number of the order that is current now: compare it with what you passed.',
  },
  onError: {
    ru: 'Если такого заказа нет, ничего не меняется. Без заказов даёт None.',
    en: 'No such order changes nothing. Without orders it gives None.',
  },
  examples: [
    { script: 'switch_order(1)', gives: 1 },
    { script: 'now = switch_order(1)\nswitch_order(999)', gives: 1 },
  ],
  failure: null,
  run(given, { ports }) {
    const { orders, conversation } = ports
    const id = givenId(given)
    return onceKnown(syncedOrder(ports), (current) =>
      onceKnown(orders.ofClient(conversation.clientId), (own) => {
        const wanted = id === undefined ? own.at(-1) : own.find(({ number }) => number === id)
        return wanted ? onceKnown(attach(ports, wanted.number), () => wanted.number) : current
      }),
    )
  },
})
