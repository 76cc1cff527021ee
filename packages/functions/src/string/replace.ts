import { checkTextLength } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { TextBuilder } from '../shared/text-builder.ts'
import { whichText } from '../shared/phrases.ts'

export const replace = defineFunction({
  name: 'replace',
  category: 'string',
  params: [
    { name: 'str', type: 'text', about: whichText },
    { name: 's1', type: 'text', about: { ru: 'Что заменить.', en: 'What to replace.' } },
    { name: 's2', type: 'text', about: { ru: 'На что заменить.', en: 'What to put instead.' } },
    {
      name: 'n',
      type: 'integer',
      optional: true,
      about: { ru: 'Сколько раз, считая слева. Без него – везде.', en: 'How many times, from the left. Without it: everywhere.' },
    },
  ],
  returns: 'text',
  help: {
    ru: 'Заменяет одно на другое. Если искать нечего, текст не меняется.',
    en: 'Replaces one thing by another. With nothing to look for, the text stays as it is.',
  },
  examples: [
    { script: "replace('1 500 000', ' ', '')", gives: 1500000 },
    { script: "replace('wwww2222ww', 'w', 'e', 3)", gives: 'eeew2222ww' },
  ],
  run(str, s1, s2, n = Infinity) {
    if (s1 === '' || n === 0) return str
    const most = n < 0 ? Infinity : n
    const result = new TextBuilder()
    let from = 0
    for (let count = 0, at = str.indexOf(s1); at >= 0 && count < most; count++, at = str.indexOf(s1, from)) {
      result.add(str.slice(from, at)).add(s2)
      from = at + s1.length
    }
    checkTextLength(str.length - from)
    return result.add(str.slice(from)).join()
  },
})
