import { defineHostFunction } from '../define-function.ts'
import { companyParam } from '../shared/booking-params.ts'
import { accepted, refused } from '../shared/bookings.ts'
import { onceKnown } from '../shared/once-known.ts'
import { attach, givenId } from '../shared/orders.ts'

export const cancelBooking = defineHostFunction({
  name: 'cancel_booking',
  category: 'booking',
  params: [
    { ...companyParam, name: 'pipeline_id' },
    { name: 'order_id', type: 'any', shown: { type: 'integer' }, about: { ru: 'Номер записи.', en: 'Number of the booking.' } },
  ],
  returns: 'dict',
  help: {
    ru: 'Отменяет запись: время сразу свободно, заказ удалён с доски. Даёт словарь: status (True) и message.',
    en: 'Cancels a booking: its time is free at once, its order is deleted from the board. Gives a dictionary: status (True) and message.',
  },
  onError: {
    ru: 'Если в филиале нет такой записи, status – False.',
    en: 'When the branch has no such booking, status is False.',
  },
  examples: [
    {
      script: "a = create_booking(1, 844, '11.03.2026', '10:00', 10)\ncancel_booking(1, a['booking']['id'])",
      gives: { status: true, message: 'Booking deleted' },
    },
    { script: 'cancel_booking(1, 999)', gives: { status: false, message: 'booking not found' } },
  ],
  judgesMissing: true,
  failure: refused('booking not found'),
  run(company, order, { ports }) {
    const [branch, id] = [givenId(company), givenId(order)]
    if (!branch || !id) return refused('booking not found')
    const { booking, conversation, orders } = ports
    return onceKnown(booking.cancel(branch, id), (cancelled) => {
      if (!cancelled) return refused('booking not found')
      const done = accepted('Booking deleted')
      if (id !== conversation.orderNumber()) return done
      // As after delete_order: the latest of the others is current.
      return onceKnown(orders.ofClient(conversation.clientId), (left) => onceKnown(attach(ports, left.at(-1)?.number ?? null), () => done))
    })
  },
})
