import { isName } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { whichArray } from '../shared/phrases.ts'

export const unpackList = defineFunction({
  name: 'unpack_list',
  category: 'array',
  params: [
    { name: 'array', type: 'array', about: whichArray },
    {
      name: 'var_name',
      type: 'text',
      optional: true,
      default: 'var',
      about: { ru: 'Начало имён переменных.', en: 'What the names of the variables begin with.' },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Раскладывает массив по переменным заказа: var1, var2 и так далее. Даёт True.',
    en: 'Spreads an array over variables of the order: var1, var2 and so on. Gives True.',
  },
  onError: {
    ru: 'Если это не массив или такое имя переменной невозможно, результата нет.',
    en: 'Something that is not an array, or an impossible name, gives no result.',
  },
  examples: [
    { script: "done = unpack_list(['one', 'two'])\nvar1 + ' ' + var2", gives: 'one two' },
    { script: "done = unpack_list(['red', 'blue'], 'colour')\ncolour2", gives: 'blue' },
    { script: "unpack_list(['one'], '1st')", gives: null },
  ],
  run(array, varName, world) {
    if (!isName(varName)) return undefined
    for (const [at, element] of array.entries()) world.setVariable(`${varName}${at + 1}`, element)
    return true
  },
})
