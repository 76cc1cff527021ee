import { defineHostFunction } from '../define-function.ts'
import { companyParam, emptyOnError, employeeParam, servicesParam } from '../shared/booking-params.ts'
import { standardDays, writeDay } from '../shared/booking-slots.ts'
import { serviceIds, wholeNumber } from '../shared/bookings.ts'
import { onceKnown } from '../shared/once-known.ts'
import { givenId } from '../shared/orders.ts'

export const getDatesForBooking = defineHostFunction({
  name: 'get_dates_for_booking',
  category: 'booking',
  params: [
    companyParam,
    servicesParam,
    employeeParam,
    {
      name: 'days_limit',
      type: 'any',
      optional: true,
      shown: { type: 'integer', default: '14' },
      about: { ru: 'Сколько дней смотреть, считая сегодняшний.', en: 'How many days to look at, today included.' },
    },
  ],
  returns: 'array',
  help: {
    ru: 'Дни, в которые есть хотя бы одно свободное время: список дат ДД.ММ.ГГГГ.',
    en: 'The days with at least one free time: a list of dates DD.MM.YYYY.',
  },
  onError: emptyOnError,
  examples: [
    { script: 'get_dates_for_booking(1, 844, 10, 2)', gives: ['10.03.2026', '11.03.2026'] },
    { script: 'get_dates_for_booking(1, 999)', gives: [] },
  ],
  readsOnly: true,
  failure: [],
  run(company, services, employee, limit, { ports }) {
    const id = givenId(company)
    const [asked, who, days] = [serviceIds(services), givenId(employee), wholeNumber(limit)]
    if (!id || !asked?.length || who === null || days === null) return []
    return onceKnown(ports.booking.dates(id, asked, who, days ?? standardDays), (found) => found.map(writeDay))
  },
})
