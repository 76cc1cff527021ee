import { defineHostFunction } from '../define-function.ts'
import { companyParam } from '../shared/booking-params.ts'
import { givenId } from '../shared/orders.ts'

export const getInfoForBooking = defineHostFunction({
  name: 'get_info_for_booking',
  category: 'booking',
  params: [{ ...companyParam, optional: true }],
  returns: 'text',
  help: {
    ru: 'Услуги и свободное время на две недели, текстом JSON: чтобы показать помощнику. Снимок: после каждой записи его берут заново.',
    en: 'Services and free times of two weeks as JSON text, to be shown to an assistant. It is a snapshot: take it again after each booking.',
  },
  onError: { ru: 'Если такого филиала нет, даёт [].', en: 'No such branch gives [].' },
  examples: [
    { script: "get_info_for_booking()[0]['services'][0]['slots']['11.03.2026'][0]", gives: '09:00' },
    { script: 'get_info_for_booking(99)', gives: [] },
  ],
  readsOnly: true,
  failure: '[]',
  run(company, { ports }) {
    const id = givenId(company)
    return id === null ? '[]' : ports.booking.snapshot(id)
  },
})
