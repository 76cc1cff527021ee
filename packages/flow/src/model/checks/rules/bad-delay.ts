import { isNumericText } from '@voronka/calculator'
import { isDynamic } from '../../kinds.ts'
import type { Check } from '../check.ts'

export const badDelay: Check = {
  code: 'bad-delay',
  severity: 'error',
  says: { ru: ({ value }) => `Задержка «${value}» — не число.`, en: ({ value }) => `The delay “${value}” is no number.` },
  why: {
    ru: 'Сообщение по этой стрелке не будет запланировано. Напишите число или переменную в #{}.',
    en: 'Nothing is planned over this arrow. Write a number, or a variable in #{}.',
  },
  *arrow({ id, delay, collectsData }) {
    if (collectsData || typeof delay?.value !== 'string' || isDynamic(delay.value)) return
    if (!isNumericText(delay.value) || Number(delay.value) < 0)
      yield { place: { arrow: id, field: 'delay' }, facts: { value: delay.value } }
  },
}
