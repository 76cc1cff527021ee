import { defineFunction } from '../define-function.ts'

export const isInt = defineFunction({
  name: 'is_int',
  category: 'math',
  params: [{ name: 'txt', type: 'any', about: { ru: 'Значение, которое надо проверить.', en: 'The value to check.' } }],
  returns: 'boolean',
  help: {
    ru: 'Проверяет, целое ли это число. Удобно для ответов клиента: сколько штук, какой возраст.',
    en: 'Tells whether this is a whole number. Handy for answers of a client: how many, how old.',
  },
  examples: [
    { script: "is_int('5')", gives: true },
    { script: "is_int('five')", gives: false },
    { script: 'is_int(1.275)', gives: false },
  ],
  run(txt) {
    if (typeof txt === 'string') return /^-?\d+$/.test(txt.trim())
    return typeof txt === 'bigint' || Number.isInteger(txt)
  },
})
