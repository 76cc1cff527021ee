import type { Check } from '../check.ts'
import { patchArrow } from '../fixes.ts'

export const dataWithDelay: Check = {
  code: 'data-with-delay',
  severity: 'error',
  says: {
    ru: () => 'Стрелка, по которой клиент вводит данные, не может иметь задержки.',
    en: () => 'An arrow over which the client enters data cannot have a delay.',
  },
  why: {
    ru: 'Задержка не подействует: стрелка ждёт ответа. Напоминание рисуют отдельной стрелкой.',
    en: 'The delay has no effect: the arrow waits for the answer. Draw a reminder as an arrow of its own.',
  },
  fixTitle: { ru: () => 'Убрать задержку', en: () => 'Remove the delay' },
  *arrow({ id, collectsData, delay, time, date }) {
    if (!collectsData || (delay === null && !time.trim() && !date.trim())) return
    yield { place: { arrow: id, field: 'delay' }, fix: patchArrow(id, { delay: null, time: '', date: '' }) }
  },
}
