import { defineHostFunction } from '../define-function.ts'
import { clockParam, companyParam, dayParam, employeeParam, servicesParam } from '../shared/booking-params.ts'
import { readClock, readDay } from '../shared/booking-slots.ts'
import { booked, refused, serviceIds, writtenText } from '../shared/bookings.ts'
import { givenId } from '../shared/orders.ts'

export const createBooking = defineHostFunction({
  name: 'create_booking',
  category: 'booking',
  params: [companyParam, servicesParam, dayParam('booking_date'), clockParam('booking_time'), employeeParam],
  returns: 'dict',
  help: {
    ru: 'Записывает клиента. Даёт словарь: status (True) и booking с id, датой, временем, услугами и исполнителем. Запись становится текущим заказом клиента. Без исполнителя – случайный из свободных. Проверяйте status: время могли занять.',
    en: 'Books a visit for the client. Gives a dictionary: status (True) and booking with id, date, time, services and employee. The booking becomes the current order. Without an employee: a random one who is free. Check status: somebody may have been quicker.',
  },
  onError: {
    ru: 'Если записать нельзя, status – False, а в message причина.',
    en: 'When it cannot be booked, status is False and message tells why.',
  },
  examples: [
    { script: "create_booking(1, [844, 845], '11.03.2026', '16:00', 10)['booking']['service_duration']", gives: 105 },
    { script: "create_booking(1, 844, '11.03.2026', '03:00')", gives: { status: false, message: 'no free employee' } },
    { script: "create_booking(1, 844, '10.03.2026', '9:00')['message']", gives: 'time is in the past' },
  ],
  judgesMissing: true,
  failure: refused('wrong date or time'),
  run(company, services, date, time, employee, world) {
    const [id, asked, who] = [givenId(company), serviceIds(services), givenId(employee)]
    if (!id) return refused('company not found')
    const [day, start] = [readDay(writtenText(date)), readClock(writtenText(time))]
    const { booking } = world.ports
    const slot = { company: id, services: asked ?? [], day: day ?? '', start: start ?? -1, employee: who ?? (who === null ? 0 : undefined) }
    return booked(world, (variables) => booking.create({ ...slot, draw: world.random(), source: 'bot', variables }))
  },
})
