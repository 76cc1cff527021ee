import { defineHostFunction } from '../define-function.ts'
import { emptyOnError } from '../shared/booking-params.ts'
import { bookingInfo } from '../shared/bookings.ts'
import { onceKnown } from '../shared/once-known.ts'
import { clientAbout } from '../shared/order-params.ts'
import { givenId } from '../shared/orders.ts'

export const getBookingsInfo = defineHostFunction({
  name: 'get_bookings_info',
  category: 'booking',
  params: [{ name: 'client_id', type: 'any', optional: true, shown: { type: 'integer' }, about: clientAbout }],
  returns: 'array',
  help: {
    ru: 'Предстоящие записи клиента по порядку: список словарей с booking_id, booking_date, booking_time, услугами, исполнителем и филиалом.',
    en: "The client's visits to come, in order: a list of dictionaries with booking_id, booking_date, booking_time, services, employee and branch.",
  },
  onError: emptyOnError,
  examples: [
    { script: "a = create_booking(1, 844, '11.03.2026', '10:00', 10)\nget_bookings_info()[0]['booking_time']", gives: '10:00' },
    { script: 'get_bookings_info()', gives: [] },
  ],
  readsOnly: true,
  failure: [],
  run(client, { ports }) {
    const id = givenId(client)
    return id === null ? [] : onceKnown(ports.booking.upcoming(id ?? ports.conversation.clientId), (found) => found.map(bookingInfo))
  },
})
