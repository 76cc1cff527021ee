import { asArray, toText } from '@voronka/calculator'
import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'
import { orderAbout } from '../shared/order-params.ts'
import { readOrderVariables, withOrder } from '../shared/orders.ts'

export const getOrderVars = defineHostFunction({
  name: 'get_order_vars',
  category: 'order',
  params: [
    { name: 'order_id', type: 'any', shown: { type: 'integer' }, about: orderAbout },
    {
      name: 'names',
      type: 'any',
      optional: true,
      shown: { type: 'array' },
      about: { ru: 'Массив имён; без него – все переменные.', en: 'An array of names; without it all variables.' },
    },
  ],
  returns: 'dict',
  help: {
    ru: 'Несколько или все переменные заказа – словарём. Каких нет, те в нём пустые.',
    en: 'Several or all variables of an order, as a dictionary. Those that it does not have are empty in it.',
  },
  onError: {
    ru: 'Если нет такого заказа, даёт пустой словарь.',
    en: 'No such order gives an empty dictionary.',
  },
  examples: [
    { script: "get_order_vars(1, ['size', 'color'])", gives: { size: 'XL', color: null } },
    { script: 'get_order_vars(1)', gives: { size: 'XL' } },
    { script: 'get_order_vars(99)', gives: {} },
  ],
  readsOnly: true,
  failure: new Map(),
  run(given, namesGiven, { ports }) {
    const all = namesGiven === undefined || namesGiven === 'none'
    const names = all ? undefined : asArray(namesGiven)
    if (!all && !names) return undefined
    return withOrder(given, ports, (order) =>
      onceKnown(readOrderVariables(ports, order), (values) =>
        names && values ? new Map(names.map(toText).map((name) => [name, values.get(name) ?? null])) : values,
      ),
    )
  },
})
