import { defineFunction } from '../define-function.ts'
import { secondOfDay } from '../shared/calendar.ts'
import { notATime, whichTime } from '../shared/phrases.ts'

export const compareTime = defineFunction({
  name: 'compare_time',
  aliases: ['compareTime'],
  category: 'date',
  params: [
    { name: 'time1', type: 'time', about: whichTime },
    { name: 'time2', type: 'time', about: { ru: 'С каким временем сравнить.', en: 'The time to compare it with.' } },
  ],
  returns: 'number',
  help: {
    ru: 'Сравнивает время: -1, если первое раньше, 0, если равны, 1, если первое позже.',
    en: 'Compares times of day: -1 when the first is earlier, 0 when they are equal, 1 when it is later.',
  },
  onError: notATime,
  examples: [
    { script: "compare_time('18:00', '9:00')", gives: 1 },
    { script: "compareTime('9:00', '09:00')", gives: 0 },
  ],
  run: (time1, time2) => Math.sign(secondOfDay(time1) - secondOfDay(time2)),
})
