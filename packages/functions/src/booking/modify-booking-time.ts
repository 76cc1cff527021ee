import { defineHostFunction } from '../define-function.ts'
import { clockParam, dayParam } from '../shared/booking-params.ts'
import { readClock, readDay, writeClock, writeDay } from '../shared/booking-slots.ts'
import { accepted, refused, writtenText } from '../shared/bookings.ts'
import { onceKnown } from '../shared/once-known.ts'
import { givenId } from '../shared/orders.ts'

export const modifyBookingTime = defineHostFunction({
  name: 'modify_booking_time',
  category: 'booking',
  params: [
    { name: 'order_id', type: 'any', shown: { type: 'integer' }, about: { ru: 'Номер записи.', en: 'Number of the booking.' } },
    dayParam('new_date'),
    clockParam('new_time'),
  ],
  returns: 'dict',
  help: {
    ru: 'Переносит запись; исполнитель, услуги и длительность остаются. Даёт словарь: status (True) и message.',
    en: 'Moves a booking; employee, services and duration stay. Gives a dictionary: status (True) and message.',
  },
  onError: {
    ru: 'Если перенести нельзя, status – False, и ничего не меняется.',
    en: 'When it cannot be moved, status is False, and nothing changes.',
  },
  examples: [
    {
      script: "a = create_booking(1, 844, '11.03.2026', '10:00', 10)\nmodify_booking_time(a['booking']['id'], '11.03.2026', '12:00')",
      gives: { status: true, message: 'Booking time modified' },
    },
    { script: "modify_booking_time(1, '11.03.2026', '12:00')", gives: { status: false, message: 'booking not found' } },
  ],
  judgesMissing: true,
  failure: refused('wrong date or time'),
  run(order, date, time, { ports }) {
    const id = givenId(order)
    const [day, start] = [readDay(writtenText(date)), readClock(writtenText(time))]
    if (!id) return refused('booking not found')
    return onceKnown(ports.booking.find(id), (found) => {
      if (!found) return refused('booking not found')
      if (day === undefined || start === undefined) return refused('wrong date or time')
      return onceKnown(ports.booking.move(id, day, start), (why) => {
        if (why !== undefined) return refused(why)
        const done = accepted('Booking time modified')
        if (id !== ports.conversation.orderNumber()) return done
        ports.conversation.setOrderVariable('booking_date', writeDay(day))
        ports.conversation.setOrderVariable('booking_time', writeClock(start))
        return done
      })
    })
  },
})
