import { compilePattern, LimitError, limits, ScriptError, type PatternMatch, type Value, type World } from '@voronka/calculator'
import { defineFunction } from '../define-function.ts'
import { whichText } from '../shared/phrases.ts'

export const findall = defineFunction({
  name: 'findall',
  category: 'string',
  params: [
    { name: 'reg', type: 'text', about: { ru: 'Регулярное выражение.', en: 'The regular expression.' } },
    { name: 'str', type: 'text', about: whichText },
    {
      name: 'index',
      type: 'integer',
      optional: true,
      about: {
        ru: 'Номер нужного совпадения, считая от 0. Без него – все.',
        en: 'Number of the match wanted, counted from 0. Without it: all.',
      },
    },
  ],
  returns: 'array of text | text | None',
  help: {
    ru: 'Находит в тексте всё, что подходит под регулярное выражение. С одной группой в скобках даёт её текст, с несколькими – массив групп. С номером – одно совпадение или пусто, если такого нет.',
    en: 'Finds everything in a text that a regular expression matches. With one group in brackets it gives the text of the group, with several an array of them. With a number it gives that one match, or nothing if there is none.',
  },
  onError: { ru: 'Если выражение написано с ошибкой, результата нет.', en: 'An expression with a mistake gives no result.' },
  examples: [
    { script: "findall('\\d+', 'flat 12, floor 3')", gives: ['12', '3'] },
    {
      script: "findall('(\\w+)=(\\w+)', 'x=1 y=2')",
      gives: [
        ['x', '1'],
        ['y', '2'],
      ],
    },
    { script: "findall('#(\\w+)', 'see #cake and #tea', 1)", gives: 'tea' },
    { script: "findall('\\w+', 'one', 5)", gives: null },
  ],
  run(reg, str, index, world) {
    const compiled = compilePattern(reg)
    if (!compiled.ok) throw new ScriptError('invalid-pattern', { pattern: reg.slice(0, 60), reason: compiled.message })
    const matches = compiled.pattern.all(str, stopwatch(world))
    if (index === undefined) return matches.map(shown)
    const match = matches[index]
    return match ? shown(match) : null
  },
})

/** A group that took no part is an empty text. */
function shown({ groups: [whole = '', ...groups] }: PatternMatch): Value {
  if (groups.length > 1) return groups.map((group = '') => group)
  return groups.length === 1 ? (groups[0] ?? '') : whole
}

/** Stops a search that takes longer than a whole script may (reliability-promises, P6.4), where the world has a stopwatch. */
function stopwatch(world: World): (() => void) | undefined {
  const began = world.stopwatch?.()
  if (began === undefined) return undefined
  return () => {
    if ((world.stopwatch?.() ?? 0) - began > limits.runningMs) throw new LimitError('limit-time', { limit: String(limits.runningMs) })
  }
}
