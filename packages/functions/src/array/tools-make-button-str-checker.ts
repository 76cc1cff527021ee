import { checkSize, toText, type Value } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { fieldOrSelf } from '../shared/field.ts'
import { TextBuilder } from '../shared/text-builder.ts'

export const toolsMakeButtonStrChecker = defineFunction({
  name: 'tools_make_button_str_checker',
  category: 'array',
  params: [
    { name: 'values_list', type: 'array', about: { ru: 'Массив текстов или словарей.', en: 'An array of texts or dictionaries.' } },
    {
      name: 'key',
      type: 'text',
      optional: true,
      about: { ru: 'Какое поле словаря показывать.', en: 'The field of a dictionary to show.' },
    },
    {
      name: 'in_line',
      type: 'integer',
      optional: true,
      default: 1,
      about: { ru: 'Сколько кнопок в ряду.', en: 'How many buttons in a row.' },
    },
    {
      name: 'button_type',
      type: 'integer',
      optional: true,
      default: 0,
      about: { ru: '0 – клавиатура, 1 – кнопки в тексте.', en: '0: keyboard, 1: buttons in the message.' },
    },
    {
      name: 'checker_with_numbers',
      type: 'integer',
      optional: true,
      default: 1,
      about: { ru: '0 – без номеров в строке проверки.', en: '0 leaves the numbers out of the checker.' },
    },
  ],
  returns: 'dict',
  help: {
    ru: 'Готовит всё для меню: numbered_list – пронумерованный список для сообщения, buttons – кнопки для поля «код кнопок», checker – строка для условия стрелки, которая примет и текст, и номер.',
    en: 'Prepares all that a menu needs: numbered_list is a numbered list for the message, buttons goes into the "button code" field, checker is a text for the condition of an arrow that accepts both captions and numbers.',
  },
  onError: {
    ru: 'Если это не массив, кнопок в ряду меньше одной или тип кнопок не 0 и не 1, результата нет.',
    en: 'Something that is not an array, less than one button in a row, or a type other than 0 and 1 gives no result.',
  },
  examples: [
    {
      script: "tools_make_button_str_checker(['Yes', 'No'])",
      gives: {
        numbered_list: '1. Yes\n2. No\n',
        buttons: [
          { type: 'reply', text: 'Yes', line: 0, index_in_line: 0 },
          { type: 'reply', text: 'No', line: 1, index_in_line: 0 },
        ],
        checker: 'Yes;1;No;2;',
      },
    },
    { script: "menu = tools_make_button_str_checker([{'name': 'Cap', 'price': 5}], 'name', 2, 1, 0)\nmenu['checker']", gives: 'Cap;' },
  ],
  run(valuesList, key, inLine, buttonType, checkerWithNumbers) {
    const type = ['reply', 'inline'][buttonType]
    if (type === undefined || inLine < 1) return undefined
    checkSize(valuesList.length)
    const labels = valuesList.map((element) => toText(fieldOrSelf(element, key)))
    const numberedList = new TextBuilder()
    const checker = new TextBuilder()
    for (const [at, label] of labels.entries()) {
      numberedList.add(`${at + 1}. ${label}\n`)
      checker.add(checkerWithNumbers === 0 ? `${label};` : `${label};${at + 1};`)
    }
    const buttons = labels.map((label, at) => button(type, label, Math.floor(at / inLine), at % inLine))
    return new Map<string, Value>([
      ['numbered_list', numberedList.join()],
      ['buttons', buttons],
      ['checker', checker.join()],
    ])
  },
})

/** Builder-and-runtime, section 14. */
function button(type: string, text: string, line: number, indexInLine: number): Value {
  return new Map<string, Value>([
    ['type', type],
    ['text', text],
    ['line', line],
    ['index_in_line', indexInLine],
  ])
}
