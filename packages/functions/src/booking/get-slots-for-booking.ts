import { defineHostFunction } from '../define-function.ts'
import { companyParam, dayParam, emptyOnError, employeeParam, servicesParam } from '../shared/booking-params.ts'
import { readDay, standardStep, writeClock } from '../shared/booking-slots.ts'
import { serviceIds, wholeNumber, writtenText } from '../shared/bookings.ts'
import { onceKnown } from '../shared/once-known.ts'
import { givenId } from '../shared/orders.ts'

export const getSlotsForBooking = defineHostFunction({
  name: 'get_slots_for_booking',
  category: 'booking',
  params: [
    companyParam,
    servicesParam,
    dayParam('date'),
    employeeParam,
    {
      name: 'slot_interval',
      type: 'any',
      optional: true,
      shown: { type: 'integer', default: '30' },
      about: { ru: 'Шаг времени, минуты.', en: 'Minutes between the times.' },
    },
  ],
  returns: 'array',
  help: {
    ru: 'Свободное время дня для услуг: список вида 09:00. Без исполнителя – время всех, кто оказывает эти услуги.',
    en: 'Free times of a day for services: a list like 09:00. Without an employee: the times of all who render them.',
  },
  onError: emptyOnError,
  examples: [
    { script: "get_slots_for_booking(1, [844, 845], '11.03.2026', 10, 240)", gives: ['09:00', '13:00'] },
    { script: "get_slots_for_booking(1, 844, '2026-03-11')", gives: [] },
  ],
  readsOnly: true,
  failure: [],
  run(company, services, date, employee, interval, { ports }) {
    const id = givenId(company)
    const [asked, who, step, day] = [serviceIds(services), givenId(employee), wholeNumber(interval), readDay(writtenText(date))]
    if (!id || !asked?.length || who === null || step === null || day === undefined) return []
    const options = { employee: who, step: step !== undefined && step > 0 ? step : standardStep }
    return onceKnown(ports.booking.slots(id, asked, day, options), (found) => found.map(writeClock))
  },
})
