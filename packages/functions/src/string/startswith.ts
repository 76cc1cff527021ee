import { defineFunction } from '../define-function.ts'
import { whichText } from '../shared/phrases.ts'

export const startswith = defineFunction({
  name: 'startswith',
  category: 'string',
  params: [
    { name: 'str', type: 'text', about: whichText },
    { name: 'substr', type: 'text', about: { ru: 'С чего он должен начинаться.', en: 'What it should begin with.' } },
  ],
  returns: 'boolean',
  help: { ru: 'Начинается ли текст с этого. Регистр важен.', en: 'Does the text begin with this? Capital and small letters differ.' },
  examples: [
    { script: "startswith('promo2026', 'promo')", gives: true },
    { script: "startswith('Promo', 'promo')", gives: false },
  ],
  run: (str, substr) => str.startsWith(substr),
})
