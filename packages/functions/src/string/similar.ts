import { length, ScriptError } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { editDistance } from '../shared/edit-distance.ts'

export const similar = defineFunction({
  name: 'similar',
  category: 'string',
  params: [
    { name: 'str1', type: 'text', about: { ru: 'Один текст.', en: 'One text.' } },
    { name: 'str2', type: 'text', about: { ru: 'Другой текст.', en: 'The other text.' } },
  ],
  returns: 'boolean',
  help: {
    ru: 'Похожи ли тексты: отличаются меньше чем на 30 % букв. Прощает опечатки в ответе клиента; регистр и пробелы по краям не важны.',
    en: 'Are the texts alike: do they differ in less than 30 % of their letters? It forgives typing errors; capital letters and spaces at the ends do not matter.',
  },
  onError: {
    ru: 'Разные тексты длиннее 10 000 символов не сравниваются: результата нет.',
    en: 'Different texts of more than 10,000 characters are not compared: there is no result.',
  },
  examples: [
    { script: "similar('собака', 'сабака')", gives: true },
    { script: "similar('собака', 'кот')", gives: false },
  ],
  run(str1, str2) {
    const [a, b] = [str1.trim().toLowerCase(), str2.trim().toLowerCase()]
    if (a === b) return true
    const [shorter, longer] = [length(a), length(b)].toSorted((x, y) => x - y)
    // So many characters at least have to be added.
    if (shorter === undefined || longer === undefined || !alike(longer - shorter, longer)) return false
    if (longer > longestCompared) throw new ScriptError('text-too-long', { function: 'similar', limit: String(longestCompared) })
    return alike(editDistance(codePoints(a), codePoints(b)), longer)
  },
})

/** Characters; comparing two texts of this length takes some ten milliseconds (reliability-promises, P6.5). */
const longestCompared = 10_000

/** Less than 30 %, in whole numbers. */
function alike(distance: number, longer: number): boolean {
  return distance * 10 < longer * 3
}

function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0)
}
