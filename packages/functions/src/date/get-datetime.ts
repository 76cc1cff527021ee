import { defineFunction } from '../define-function.ts'
import { momentAt } from '../shared/moment-in-zone.ts'
import { writeDatetime } from '../shared/write-datetime.ts'

export const getDatetime = defineFunction({
  name: 'get_datetime',
  category: 'date',
  params: [
    { name: 'format', type: 'text', about: { ru: 'Вид записи, например %d.%m.%Y %H:%M.', en: 'The form, such as %d.%m.%Y %H:%M.' } },
  ],
  returns: 'text',
  help: {
    ru: 'Дата и время сейчас, в часовом поясе проекта, в нужном виде.',
    en: "The date and time now, in the project's time zone, in the form you need.",
  },
  examples: [
    { script: "get_datetime('%d.%m.%Y %H:%M')", now: '2026-03-10T14:05:00+03:00', gives: '10.03.2026 14:05' },
    { script: "get_datetime('%A')", now: '2026-03-11T14:05:00+03:00', gives: 'Среда' },
  ],
  run: (format, world) => writeDatetime(format, momentAt(world.now(), world.zone), world.language),
})
