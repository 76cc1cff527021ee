import { defineHostFunction } from '../define-function.ts'
import { clockParam, companyParam, dayParam } from '../shared/booking-params.ts'
import { readClock, readDay } from '../shared/booking-slots.ts'
import { booked, refused, writtenText } from '../shared/bookings.ts'
import { givenId } from '../shared/orders.ts'

export const createBookingByName = defineHostFunction({
  name: 'create_booking_by_name',
  category: 'booking',
  params: [
    { name: 'service_name', type: 'any', shown: { type: 'text' }, about: { ru: 'Название услуги.', en: 'Title of the service.' } },
    dayParam('date'),
    clockParam('date_time'),
    { ...companyParam, optional: true },
  ],
  returns: 'dict',
  help: {
    ru: 'Записывает по названию услуги: в названный филиал, а без него – в первый, где такая услуга есть и кто-то свободен. Даёт то же, что create_booking.',
    en: 'Books by the title of a service: in that branch or, without it, in the first one that has it and somebody free. Gives what create_booking does.',
  },
  onError: {
    ru: 'Если записать нельзя, status – False, а в message причина.',
    en: 'When it cannot be booked, status is False and message tells why.',
  },
  examples: [
    { script: "create_booking_by_name('haircut', '11.03.2026', '10:00')['status']", gives: true },
    { script: "create_booking_by_name('Massage', '11.03.2026', '10:00')", gives: { status: false, message: 'service not found' } },
  ],
  judgesMissing: true,
  failure: refused('wrong date or time'),
  run(name, date, time, company, world) {
    const id = givenId(company)
    if (id === null) return refused('company not found')
    const asked = { name: writtenText(name), company: id, day: readDay(writtenText(date)) ?? '', start: readClock(writtenText(time)) ?? -1 }
    const { booking } = world.ports
    return booked(world, (variables) => booking.createByName({ ...asked, draw: world.random(), source: 'ai', variables }))
  },
})
