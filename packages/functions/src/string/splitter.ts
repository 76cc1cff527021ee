import { checkSize } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { whichText } from '../shared/phrases.ts'

export const splitter = defineFunction({
  name: 'splitter',
  category: 'string',
  params: [
    { name: 'str', type: 'text', about: whichText },
    { name: 's', type: 'text', about: { ru: 'Разделитель, например запятая.', en: 'The delimiter, such as a comma.' } },
    {
      name: 'n',
      type: 'integer',
      optional: true,
      about: {
        ru: 'Не больше стольких частей; остаток целиком попадёт в последнюю.',
        en: 'At most so many parts; the last one holds the rest unsplit.',
      },
    },
  ],
  returns: 'array of text',
  help: {
    ru: 'Делит текст на части по разделителю и даёт массив. Пробелы остаются на месте.',
    en: 'Splits a text at each delimiter into an array. Spaces stay where they are.',
  },
  onError: { ru: 'С пустым разделителем результата нет.', en: 'An empty delimiter gives no result.' },
  examples: [
    { script: "splitter('s, W, q', ',')", gives: ['s', ' W', ' q'] },
    { script: "splitter('a:b:c:d', ':', 2)", gives: ['a', 'b:c:d'] },
  ],
  run(str, s, n = Infinity) {
    if (s === '') return undefined
    const most = n < 1 ? Infinity : n
    const parts: string[] = []
    let from = 0
    for (let at = str.indexOf(s); at >= 0 && parts.length < most - 1; at = str.indexOf(s, from)) {
      checkSize(parts.length + 1)
      parts.push(str.slice(from, at))
      from = at + s.length
    }
    parts.push(str.slice(from))
    return parts
  },
})
