import { asDict, type Value } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { notAnArray } from '../shared/phrases.ts'

export const getValuesByKey = defineFunction({
  name: 'get_values_by_key',
  category: 'dict',
  params: [
    {
      name: 'data',
      type: 'array',
      shown: { type: 'array of dict' },
      about: { ru: 'Массив словарей, например товаров.', en: 'An array of dictionaries, such as goods.' },
    },
    { name: 'key', type: 'text', about: { ru: 'Какое поле собрать.', en: 'The field to collect.' } },
  ],
  returns: 'array',
  help: {
    ru: 'Собирает одно поле из всех словарей массива, например все названия. Где поля нет, пропускает.',
    en: 'Collects one field of all dictionaries of an array, such as all names. Those without it are skipped.',
  },
  onError: notAnArray,
  examples: [
    { script: "get_values_by_key([{'name': 'Cap', 'price': 5}, {'name': 'Mug'}], 'name')", gives: ['Cap', 'Mug'] },
    { script: "get_values_by_key([{'name': 'Cap', 'price': 5}, {'name': 'Mug'}], 'price')", gives: [5] },
  ],
  run(data, key) {
    const found: Value[] = []
    for (const element of data) {
      const value = asDict(element)?.get(key)
      if (value !== undefined) found.push(value)
    }
    return found
  },
})
