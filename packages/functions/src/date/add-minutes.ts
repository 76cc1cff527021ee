import { formatTime } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { minuteOfDay } from '../shared/calendar.ts'
import { notATime, whichTime } from '../shared/phrases.ts'

export const addMinutes = defineFunction({
  name: 'addMinutes',
  aliases: ['add_minutes'],
  category: 'date',
  params: [
    { name: 'time', type: 'time', about: whichTime },
    {
      name: 'minutes',
      type: 'integer',
      about: { ru: 'На сколько минут; отрицательное – назад.', en: 'By how many minutes; negative: back.' },
    },
  ],
  returns: 'time',
  help: {
    ru: 'Время через столько минут. После полуночи счёт начинается снова с 00:00.',
    en: 'The time of day so many minutes later. After midnight it begins again at 00:00.',
  },
  onError: notATime,
  examples: [
    { script: "addMinutes('20:08', -30)", gives: '19:38' },
    { script: "add_minutes('23:50', 20)", gives: '00:10' },
  ],
  run(time, minutes) {
    const sum = (((minuteOfDay(time) + minutes) % minutesOfDay) + minutesOfDay) % minutesOfDay
    return formatTime({ ...time, hour: Math.floor(sum / 60), minute: sum % 60 })
  },
})

const minutesOfDay = 1440
