import { defineFunction } from '../define-function.ts'

export const normalizePhone = defineFunction({
  name: 'normalizePhone',
  category: 'string',
  params: [{ name: 'str', type: 'text', about: { ru: 'Телефон, как его написал клиент.', en: 'A phone number as the client wrote it.' } }],
  returns: 'text',
  help: {
    ru: 'Оставляет от телефона только цифры; восьмёрка в начале становится семёркой.',
    en: 'Keeps only the digits of a phone number; an 8 at the beginning becomes 7.',
  },
  examples: [
    { script: "normalizePhone('+7978-999-99-99')", gives: '79789999999' },
    { script: "normalizePhone('8 (800) 555-35-35')", gives: '78005553535' },
  ],
  run: (str) => str.replaceAll(/[^0-9]+/g, '').replace(/^8/, '7'),
})
