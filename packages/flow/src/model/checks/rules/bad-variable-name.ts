import { isName, isReservedName } from '@voronka/calculator'
import type { Check } from '../check.ts'

export const badVariableName: Check = {
  code: 'bad-variable-name',
  severity: 'error',
  says: {
    ru: ({ name, reserved }) =>
      reserved ? `«${name}» — системная переменная, ответ в неё не записать.` : `«${name}» не может быть именем переменной.`,
    en: ({ name, reserved }) =>
      reserved ? `“${name}” is a system variable; an answer cannot be kept in it.` : `“${name}” cannot be the name of a variable.`,
  },
  why: {
    ru: 'Имя — одно слово: буква, за ней буквы, цифры и _. С другим именем ответ не сохранится.',
    en: 'A name is one word: a letter, then letters, digits and _. Under another name the answer is not kept.',
  },
  *arrow({ id, collectsData, variable }) {
    const name = variable.trim()
    const bare = name.replace(/^(client|клиент|project|проект)\s*\.\s*/, '')
    if (!collectsData || !name || (isName(bare) && !isReservedName(bare))) return
    yield { place: { arrow: id, field: 'variable' }, facts: { name, reserved: isReservedName(bare) ? 'yes' : '' } }
  },
}
