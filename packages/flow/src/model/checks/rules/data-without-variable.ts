import type { Check } from '../check.ts'

export const dataWithoutVariable: Check = {
  code: 'data-without-variable',
  severity: 'error',
  says: {
    ru: () => 'Клиент вводит данные, но не сказано, в какую переменную.',
    en: () => 'The client enters data, but no variable is named to keep it.',
  },
  why: { ru: 'Ответ клиента пропадёт. Назовите переменную.', en: "The client's answer is lost. Name a variable." },
  *arrow({ id, collectsData, variable }) {
    if (collectsData && !variable.trim()) yield { place: { arrow: id, field: 'variable' } }
  },
}
