import { defineHostFunction } from '../define-function.ts'
import { clientAbout } from '../shared/order-params.ts'
import { momentAt } from '../shared/moment-in-zone.ts'
import { isBlank } from '../shared/blank.ts'
import { withClientOrders } from '../shared/orders.ts'
import { writeDatetime } from '../shared/write-datetime.ts'

export const latestOrderDatetime = defineHostFunction({
  name: 'latest_order_datetime',
  category: 'order',
  params: [
    { name: 'client_id', type: 'any', optional: true, shown: { type: 'integer' }, about: clientAbout },
    {
      name: 'dt_fmt',
      type: 'text',
      optional: true,
      default: '%d.%m.%y %H:%M',
      about: { ru: 'Как написать дату и время.', en: 'How to write date and time.' },
    },
  ],
  returns: 'text',
  help: {
    ru: 'Когда создан последний заказ клиента.',
    en: 'When the latest order of the client was created.',
  },
  onError: {
    ru: 'Если заказов нет, даёт None.',
    en: 'Without orders it gives None.',
  },
  examples: [
    { script: 'latest_order_datetime()', gives: '02.03.26 10:00' },
    { script: "latest_order_datetime(1, '%Y')", gives: '2026' },
    { script: 'latest_order_datetime(99)', gives: null },
  ],
  readsOnly: true,
  failure: null,
  run(given, format, world) {
    return withClientOrders(given, world.ports, (orders) => {
      const latest = orders.at(-1)
      const moment = latest && momentAt(latest.createdAt, world.zone)
      return moment && writeDatetime(isBlank(format) ? '%d.%m.%y %H:%M' : format, moment, world.language)
    })
  },
})
