import { toText } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { notAnArray, whichArray } from '../shared/phrases.ts'
import { TextBuilder } from '../shared/text-builder.ts'

export const massiveToText = defineFunction({
  name: 'massive_to_text',
  category: 'array',
  params: [
    { name: 'massive', type: 'array', about: whichArray },
    { name: 'header', type: 'text', optional: true, about: { ru: 'Заголовок первой строкой.', en: 'A heading for the first line.' } },
    {
      name: 'numbered',
      type: 'text',
      optional: true,
      shown: { type: 'any' },
      about: { ru: 'Любое значение – пронумеровать строки.', en: 'Any value numbers the lines.' },
    },
    {
      name: 'delimiter1',
      type: 'text',
      optional: true,
      default: ';',
      about: { ru: 'Чем заканчивать каждую строку.', en: 'What ends each line.' },
    },
    {
      name: 'delimiter2',
      type: 'text',
      optional: true,
      default: ')',
      about: { ru: 'Что ставить после номера.', en: 'What follows the number.' },
    },
  ],
  returns: 'text',
  help: {
    ru: 'Превращает массив в список для сообщения: каждый элемент с новой строки, по желанию с заголовком и номерами.',
    en: 'Turns an array into a list for a message: each element on its own line, with a heading and numbers if you like.',
  },
  onError: notAnArray,
  examples: [
    { script: "massive_to_text(['tea', 'coffee'])", gives: 'tea;\ncoffee;' },
    { script: "massive_to_text(['tea', 'coffee'], 'Menu', 1, '.')", gives: 'Menu\n1) tea.\n2) coffee.' },
  ],
  run(massive, header, numbered, delimiter1, delimiter2) {
    const lines = new TextBuilder()
    if (header !== undefined) lines.add(header)
    for (const [at, element] of massive.entries()) {
      const number = numbered === undefined ? '' : `${at + 1}${delimiter2} `
      lines.add(`${number}${toText(element)}${delimiter1}`)
    }
    return lines.join('\n')
  },
})
