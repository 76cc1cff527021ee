import { classify, instant } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { secondOfDay } from '../shared/calendar.ts'
import { today } from '../shared/today.ts'

export const timeInterval = defineFunction({
  name: 'time_interval',
  category: 'date',
  params: [
    {
      name: 'start',
      type: 'any',
      shown: { type: 'time|date-time' },
      about: { ru: 'Начало: ЧЧ:ММ или дд.мм.гггг ЧЧ:ММ.', en: 'The beginning: HH:MM or dd.mm.yyyy HH:MM.' },
    },
    {
      name: 'end',
      type: 'any',
      shown: { type: 'time|date-time' },
      about: { ru: 'Конец, записанный так же.', en: 'The end, written alike.' },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Идёт ли сейчас этот промежуток времени, границы включены. Если начало позже конца, промежуток переходит через полночь.',
    en: 'Is it now within this interval, both ends included? When it begins later than it ends, it spans midnight.',
  },
  onError: {
    ru: 'Если это не время и не дата со временем или они перемешаны, результата нет.',
    en: 'What is neither a time nor a date with a time, or a mixture of both, gives no result.',
  },
  examples: [
    { script: "time_interval('10:00', '19:00')", now: '2026-03-10T14:05:00+03:00', gives: true },
    { script: "time_interval('22:00', '07:00')", now: '2026-03-10T14:05:00+03:00', gives: false },
    { script: "time_interval('10.03.2026 10:00', '12.03.2026 19:00')", now: '2026-03-11T03:00:00+03:00', gives: true },
  ],
  run(start, end, world) {
    const from = classify(start)
    const to = classify(end)
    if (from.kind === 'time' && to.kind === 'time') {
      const [begins, now, ends] = [secondOfDay(from.value), secondOfDay(today(world)), secondOfDay(to.value)]
      return begins <= ends ? begins <= now && now <= ends : now >= begins || now <= ends
    }
    if (from.kind !== 'datetime' || to.kind !== 'datetime') return undefined
    const second = Math.floor(world.now() / 1000) * 1000
    return instant(from.value, world.zone) <= second && second <= instant(to.value, world.zone)
  },
})
