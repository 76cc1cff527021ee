import { defineFunction } from '../define-function.ts'
import { firstCharacter } from '../shared/code-points.ts'
import { whichText } from '../shared/phrases.ts'

export const capitalize = defineFunction({
  name: 'capitalize',
  category: 'string',
  params: [{ name: 'str', type: 'text', about: whichText }],
  returns: 'text',
  help: { ru: 'Первая буква текста становится заглавной, остальное не меняется.', en: 'The first letter becomes capital, the rest stays.' },
  examples: [{ script: "capitalize('привет, Оля')", gives: 'Привет, Оля' }],
  run(str) {
    const first = firstCharacter(str)
    return first.toUpperCase() + str.slice(first.length)
  },
})
