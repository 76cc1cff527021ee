import { numberText } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { notANumber } from '../shared/phrases.ts'
import { TextBuilder } from '../shared/text-builder.ts'

export const intToString = defineFunction({
  name: 'int_to_string',
  category: 'math',
  params: [
    { name: 'number', type: 'exact', about: { ru: 'Число, например сумма заказа.', en: 'A number, such as the total of an order.' } },
    {
      name: 'delimiter',
      type: 'text',
      optional: true,
      default: ' ',
      about: { ru: 'Что ставить между тройками цифр.', en: 'What to put between groups of three digits.' },
    },
  ],
  returns: 'text',
  help: {
    ru: 'Пишет число так, чтобы его было легко прочесть: цифры разбиты по три справа налево. Дробная часть не разбивается.',
    en: 'Writes a number so that it is easy to read: its digits in groups of three from the right. A fraction is not grouped.',
  },
  onError: notANumber,
  examples: [
    { script: 'int_to_string(1000000)', gives: '1 000 000' },
    { script: "int_to_string(-12345.5, ',')", gives: '-12,345.5' },
  ],
  run(number, delimiter) {
    const text = typeof number === 'bigint' ? String(number) : numberText(number)
    const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(.*)$/.exec(text) ?? []
    const groups = new TextBuilder()
    const first = whole.length % 3 || 3
    groups.add(whole.slice(0, first))
    for (let at = first; at < whole.length; at += 3) groups.add(whole.slice(at, at + 3))
    return sign + groups.join(delimiter) + fraction
  },
})
