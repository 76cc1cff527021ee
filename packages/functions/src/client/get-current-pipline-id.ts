import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'
import { withOrder } from '../shared/orders.ts'

export const getCurrentPiplineId = defineHostFunction({
  name: 'get_current_pipline_id',
  category: 'client',
  params: [],
  returns: 'integer',
  help: {
    ru: 'Номер воронки, в которой текущий заказ клиента.',
    en: 'The number of the pipeline that the current order of the client is in.',
  },
  onError: {
    ru: 'Если заказа нет или он не разобран, даёт None.',
    en: 'Without an order, or with an unsorted one, it gives None.',
  },
  examples: [
    { script: 'now = switch_order(1)\nget_current_pipline_id()', gives: 1 },
    { script: 'get_current_pipline_id()', gives: null },
  ],
  readsOnly: true,
  failure: null,
  run: ({ ports }) => withOrder(undefined, ports, (order) => onceKnown(ports.orders.find(order), (found) => found?.pipeline)),
})
