import { ScriptError, truth, type Value } from '@voronka/calculator'
import { defineLazyFunction } from '../define-function.ts'

export const ifFunction = defineLazyFunction({
  name: 'if',
  category: 'control',
  params: [
    { name: 'condition', type: 'any', about: { ru: 'Условие, например балл > 10.', en: 'The condition, such as score > 10.' } },
    { name: 'value_if_true', type: 'any', about: { ru: 'Ответ, когда условие верно.', en: 'The answer when the condition holds.' } },
    {
      name: 'value_if_false',
      type: 'any',
      optional: true,
      about: { ru: 'Ответ, когда условие неверно. Без него – пусто.', en: 'The answer when it does not. Without it: nothing.' },
    },
  ],
  returns: 'any',
  help: {
    ru: 'Выбирает одно из двух значений по условию. Вычисляется только выбранное, поэтому условия можно вкладывать друг в друга.',
    en: 'Chooses one of two values by a condition. Only the chosen one is computed, so conditions can be nested.',
  },
  examples: [
    { script: "if(7 >= 5, 'passed', 'try again')", gives: 'passed' },
    { script: "score = 15\nif(score < 8, 'few', if(score < 20, 'enough', 'a lot'))", gives: 'enough' },
    { script: 'if(1 > 2, 5)', gives: null },
  ],
  choosesByTruth: true,
  call(args) {
    const [condition] = args
    if (!condition || args.length < 2)
      throw new ScriptError('too-few-arguments', { function: 'if', required: '2', given: String(args.length) })
    return args[choose(condition())]?.() ?? null
  },
})

/** Position of the argument that is the answer. */
function choose(condition: Value): number {
  return truth(condition) ? 1 : 2
}
