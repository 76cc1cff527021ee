import { toText } from '@voronka/calculator'
import { defineHostFunction } from '../define-function.ts'
import type { MaybePromise, OrderFacts } from '../ports.ts'
import { clientAbout } from '../shared/order-params.ts'
import { onceKnown } from '../shared/once-known.ts'
import { readOrderVariables, withClientOrders } from '../shared/orders.ts'

export const getOrderIdByVarValue = defineHostFunction({
  name: 'get_order_id_by_var_value',
  category: 'order',
  params: [
    { name: 'var_name', type: 'text', about: { ru: 'Имя переменной заказа.', en: 'Name of the order variable.' } },
    {
      name: 'var_value',
      type: 'text',
      about: { ru: 'Какое у неё должно быть значение; сравнивается как текст.', en: 'The value it must have, compared as text.' },
    },
    { name: 'client_id', type: 'any', optional: true, shown: { type: 'integer' }, about: clientAbout },
  ],
  returns: 'integer',
  help: {
    ru: 'Номер новейшего заказа клиента, у которого переменная имеет это значение.',
    en: 'The number of the newest order of the client in which a variable has that value.',
  },
  onError: {
    ru: 'Если такой нет, даёт None.',
    en: 'If there is none it gives None.',
  },
  examples: [
    { script: "get_order_id_by_var_value('size', 'XL')", gives: 1 },
    { script: "get_order_id_by_var_value('size', 'S')", gives: null },
  ],
  readsOnly: true,
  failure: null,
  run(name, value, given, { ports }) {
    const find = (orders: readonly OrderFacts[]): MaybePromise<number | null> => {
      const newest = orders.at(-1)
      if (!newest) return null
      return onceKnown(readOrderVariables(ports, newest.number), (variables) => {
        const found = variables?.get(name)
        return found !== undefined && toText(found) === value ? newest.number : find(orders.slice(0, -1))
      })
    }
    return withClientOrders(given, ports, find)
  },
})
