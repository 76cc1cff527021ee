import { defineHostFunction } from '../define-function.ts'
import { attach, givenId, syncedOrder } from '../shared/orders.ts'
import { onceKnown } from '../shared/once-known.ts'

export const deleteOrder = defineHostFunction({
  name: 'delete_order',
  category: 'order',
  params: [
    {
      name: 'order_id',
      type: 'any',
      optional: true,
      shown: { type: 'integer' },
      about: {
        ru: 'Номер заказа; без него – последний заказ клиента.',
        en: 'Number of the order; without it, the latest order of the client.',
      },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Удаляет заказ. Если он был текущим, текущим становится последний из оставшихся. Даёт True.',
    en: 'Deletes an order. If it was the current one, the latest of the others becomes current. Gives True.',
  },
  onError: {
    ru: 'Если нет такого заказа, даёт False.',
    en: 'No such order gives False.',
  },
  examples: [
    { script: 'delete_order(1)', gives: true },
    { script: 'delete_order(99)', gives: false },
  ],
  failure: false,
  run(given, { ports }) {
    const { orders, conversation } = ports
    const id = givenId(given)
    if (id === null) return false
    return onceKnown(syncedOrder(ports), () =>
      onceKnown(orders.ofClient(conversation.clientId), (own) => {
        const order = id ?? own.at(-1)?.number
        if (order === undefined) return false
        return onceKnown(orders.remove(order), (removed) => {
          if (!removed || order !== conversation.orderNumber()) return removed
          const left = own.filter(({ number }) => number !== order).at(-1)
          return onceKnown(attach(ports, left?.number ?? null), () => true)
        })
      }),
    )
  },
})
