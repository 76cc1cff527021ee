import { defineHostFunction } from '../define-function.ts'
import { listOf } from '../shared/bookings.ts'
import { onceKnown } from '../shared/once-known.ts'

export const getCompaniesForBooking = defineHostFunction({
  name: 'get_companies_for_booking',
  category: 'booking',
  params: [],
  returns: 'array',
  help: {
    ru: 'Филиалы, в которые можно записаться: список словарей с id, name и address.',
    en: 'The branches that take bookings: a list of dictionaries with id, name and address.',
  },
  examples: [{ script: "get_companies_for_booking()[0]['name']", gives: 'Salon' }],
  readsOnly: true,
  failure: [],
  run: ({ ports }) => onceKnown(ports.booking.companies(), listOf),
})
