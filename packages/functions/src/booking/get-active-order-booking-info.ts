import { defineHostFunction } from '../define-function.ts'
import { bookingInfo } from '../shared/bookings.ts'
import { onceKnown } from '../shared/once-known.ts'
import { orderAbout } from '../shared/order-params.ts'
import { givenId } from '../shared/orders.ts'

export const getActiveOrderBookingInfo = defineHostFunction({
  name: 'get_active_order_booking_info',
  category: 'booking',
  params: [{ name: 'order_id', type: 'any', optional: true, shown: { type: 'integer' }, about: orderAbout }],
  returns: 'dict',
  help: {
    ru: 'Запись, которой является заказ: словарь с теми же полями, что у get_bookings_info.',
    en: 'The visit that the order is: a dictionary with the fields of get_bookings_info.',
  },
  onError: { ru: 'Если заказ – не запись, даёт None.', en: 'An order that is no booking gives None.' },
  examples: [
    { script: "a = create_booking(1, 844, '11.03.2026', '10:00', 10)\nget_active_order_booking_info()['employee_name']", gives: 'Pavel' },
    { script: 'get_active_order_booking_info(1)', gives: null },
  ],
  readsOnly: true,
  failure: null,
  run(given, { ports }) {
    const id = givenId(given)
    const order = id === undefined ? ports.conversation.orderNumber() : id
    return order === null ? null : onceKnown(ports.booking.find(order), (found) => (found ? bookingInfo(found) : null))
  },
})
