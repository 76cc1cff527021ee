import { defineHostFunction } from '../define-function.ts'
import { companyParam, emptyOnError } from '../shared/booking-params.ts'
import { listOf } from '../shared/bookings.ts'
import { onceKnown } from '../shared/once-known.ts'
import { givenId } from '../shared/orders.ts'

export const getServicesForBooking = defineHostFunction({
  name: 'get_services_for_booking',
  category: 'booking',
  params: [
    companyParam,
    {
      name: 'service_category_id',
      type: 'any',
      optional: true,
      shown: { type: 'integer' },
      about: { ru: 'Только этой категории.', en: 'Only those of this category.' },
    },
    {
      name: 'employee_id',
      type: 'any',
      optional: true,
      shown: { type: 'integer' },
      about: { ru: 'Только те, что оказывает этот исполнитель.', en: 'Only those that this employee renders.' },
    },
  ],
  returns: 'array',
  help: {
    ru: 'Услуги филиала: список словарей с id, title, description, price и duration (минуты).',
    en: 'The services of a branch: a list of dictionaries with id, title, description, price and duration (minutes).',
  },
  onError: emptyOnError,
  examples: [
    { script: "get_services_for_booking(1)[0]['title']", gives: 'Haircut' },
    { script: "get_services_for_booking(1, '', 11)[0]['price']", gives: 1500 },
    { script: "get_services_for_booking(1, 'hair')", gives: [] },
  ],
  readsOnly: true,
  failure: [],
  run(company, category, employee, { ports }) {
    const id = givenId(company)
    const [ofCategory, ofEmployee] = [givenId(category), givenId(employee)]
    if (!id || ofCategory === null || ofEmployee === null) return []
    return onceKnown(ports.booking.services(id, { category: ofCategory, employee: ofEmployee }), (found) =>
      listOf(found.map(({ id: service, title, description, price, duration }) => ({ id: service, title, description, price, duration }))),
    )
  },
})
