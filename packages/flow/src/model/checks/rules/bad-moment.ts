import { parseDate, parseTime } from '@voronka/calculator'
import { isDynamic } from '../../kinds.ts'
import type { Check } from '../check.ts'

export const badMoment: Check = {
  code: 'bad-moment',
  severity: 'error',
  says: {
    ru: ({ value, field }) => `«${value}» — ${field === 'time' ? 'не время вида ЧЧ:ММ' : 'не дата вида дд.мм.гггг'}.`,
    en: ({ value, field }) => `“${value}” is no ${field === 'time' ? 'time of the form HH:MM' : 'date of the form dd.mm.yyyy'}.`,
  },
  why: { ru: 'Сообщение по этой стрелке никогда не будет запланировано.', en: 'Nothing is ever planned over this arrow.' },
  *arrow({ id, collectsData, time, date }) {
    if (collectsData) return
    const clock = time.trim()
    if (clock && !isDynamic(clock) && (parseTime(clock)?.hasSeconds ?? true))
      yield { place: { arrow: id, field: 'time' }, facts: { value: clock, field: 'time' } }
    const day = date.trim()
    if (day && !isDynamic(day) && !parseDate(day)) yield { place: { arrow: id, field: 'date' }, facts: { value: day, field: 'date' } }
  },
}
