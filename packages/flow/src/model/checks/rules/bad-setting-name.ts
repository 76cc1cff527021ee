import { isName, isReservedName } from '@voronka/calculator'
import type { Check } from '../check.ts'

export const badSettingName: Check = {
  code: 'bad-setting-name',
  severity: 'warning',
  says: {
    ru: ({ name, twice }) => (twice ? `Имя «${name}» дано дважды.` : `«${name}» не может быть именем переменной.`),
    en: ({ name, twice }) => (twice ? `The name “${name}” is given twice.` : `“${name}” cannot be the name of a variable.`),
  },
  why: { ru: 'Прочитать это значение в воронке не получится.', en: 'The funnel cannot read this value.' },
  *project({ project: { settings } }) {
    for (const field of ['constants', 'variables'] as const) {
      const seen = new Set<string>()
      for (const [index, { name }] of settings[field].entries()) {
        const twice = seen.has(name)
        seen.add(name)
        if (twice || !isName(name) || isReservedName(name)) yield { place: { field, index }, facts: { name, twice: twice ? 'yes' : '' } }
      }
    }
  },
}
