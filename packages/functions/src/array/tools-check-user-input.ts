import { asDict, classify, toText, type Value, type ValueArray } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { fieldOrSelf } from '../shared/field.ts'

export const toolsCheckUserInput = defineFunction({
  name: 'tools_check_user_input',
  category: 'array',
  params: [
    { name: 'values_list', type: 'array', about: { ru: 'Массив текстов или словарей.', en: 'An array of texts or dictionaries.' } },
    {
      name: 'user_input',
      type: 'text',
      about: { ru: 'Что ответил клиент, обычно question.', en: 'What the client answered, usually question.' },
    },
    {
      name: 'key',
      type: 'text',
      optional: true,
      about: { ru: 'С каким полем словаря сравнивать.', en: 'The field of a dictionary to compare with.' },
    },
    {
      name: 'return_key',
      type: 'text',
      optional: true,
      about: { ru: 'Какое поле вернуть. Без него – весь элемент.', en: 'The field to give back. Without it: the whole element.' },
    },
  ],
  returns: 'any',
  help: {
    ru: 'Находит, что выбрал клиент: по тексту кнопки или по её номеру, считая от 1. Регистр и пробелы по краям не важны. Если ничего не подошло – пусто.',
    en: 'Finds what the client chose, by the caption of a button or by its number, counted from 1. Capital letters and spaces at the ends do not matter. Nothing found gives nothing.',
  },
  onError: { ru: 'Если это не массив, результата нет.', en: 'Something that is not an array gives no result.' },
  examples: [
    { script: "tools_check_user_input(['Yes', 'No'], ' no ')", gives: 'No' },
    {
      script: "goods = [{'name': 'Cap', 'price': 5}, {'name': 'Mug', 'price': 7}]\ntools_check_user_input(goods, '2', 'name', 'price')",
      gives: 7,
    },
    { script: "tools_check_user_input(['Yes', 'No'], 'maybe')", gives: null },
  ],
  run(valuesList, userInput, key, returnKey) {
    const found = byLabel(valuesList, plain(userInput), key) ?? byNumber(valuesList, userInput)
    if (found === undefined || returnKey === undefined) return found ?? null
    return asDict(found)?.get(returnKey) ?? null
  },
})

function byLabel(list: ValueArray, wanted: string, key: string | undefined): Value | undefined {
  // An element without a label must not be chosen by an empty answer.
  return wanted === '' ? undefined : list.find((element) => plain(toText(fieldOrSelf(element, key))) === wanted)
}

function byNumber(list: ValueArray, input: string): Value | undefined {
  const { kind, value } = classify(input)
  return kind === 'number' ? list[Number(value) - 1] : undefined
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}
