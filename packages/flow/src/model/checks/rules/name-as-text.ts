import type { Check } from '../check.ts'
import { unknownNames } from '../unknown-names.ts'

export const nameAsText: Check = {
  code: 'name-as-text',
  severity: 'hint',
  says: {
    ru: ({ name, suggestion }) => `«${name}» здесь просто текст: такой переменной нет.${suggestion ? ` Может быть, «${suggestion}»?` : ''}`,
    en: ({ name, suggestion }) =>
      `“${name}” is plain text here: there is no such variable.${suggestion ? ` Did you mean “${suggestion}”?` : ''}`,
  },
  why: {
    ru: 'Имя без значения стоит за свой собственный текст. Если это текст, возьмите его в кавычки.',
    en: 'A name without a value stands for its own text. If text is meant, put it in quotes.',
  },
  *project(survey) {
    for (const { place, name, suggestion, lone } of unknownNames(survey)) {
      if (lone) yield { place, facts: { name, suggestion } }
    }
  },
}
