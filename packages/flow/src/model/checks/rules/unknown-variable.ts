import type { Check } from '../check.ts'
import { unknownNames } from '../unknown-names.ts'

export const unknownVariable: Check = {
  code: 'unknown-variable',
  severity: 'warning',
  says: {
    ru: ({ name, suggestion }) => `Переменной «${name}» нигде не дают значения.${suggestion ? ` Может быть, «${suggestion}»?` : ''}`,
    en: ({ name, suggestion }) => `Nothing ever gives “${name}” a value.${suggestion ? ` Did you mean “${suggestion}”?` : ''}`,
  },
  why: {
    ru: 'В сообщении на её месте будет пусто, а в вычислении ошибка. Проверьте имя: большие и малые буквы различаются.',
    en: 'A message shows nothing in its place, and a computation fails. Check the name: capital and small letters differ.',
  },
  *project(survey) {
    for (const { place, name, suggestion, lone, certain } of unknownNames(survey)) {
      if (!lone) yield { place, facts: { name, suggestion }, severity: certain ? 'warning' : 'hint' }
    }
  },
}
