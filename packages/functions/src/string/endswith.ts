import { defineFunction } from '../define-function.ts'
import { whichText } from '../shared/phrases.ts'

export const endswith = defineFunction({
  name: 'endswith',
  category: 'string',
  params: [
    { name: 'str', type: 'text', about: whichText },
    { name: 'substr', type: 'text', about: { ru: 'Чем он должен заканчиваться.', en: 'What it should end with.' } },
  ],
  returns: 'boolean',
  help: { ru: 'Заканчивается ли текст этим. Регистр важен.', en: 'Does the text end with this? Capital and small letters differ.' },
  examples: [
    { script: "endswith('photo.png', '.png')", gives: true },
    { script: 'endswith(12345, 45)', gives: true },
  ],
  run: (str, substr) => str.endsWith(substr),
})
