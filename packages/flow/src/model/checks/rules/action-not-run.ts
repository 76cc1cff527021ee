import type { Check } from '../check.ts'

export const actionNotRun: Check = {
  code: 'action-not-run',
  severity: 'warning',
  says: {
    ru: () => 'Действие «Код Python» не выполняется.',
    en: () => 'The action "Python code" is not run.',
  },
  why: {
    ru: 'Код хранится, чтобы ничего не потерялось при импорте. Перепишите его в калькуляторе блока.',
    en: 'The code is kept, so that an import loses nothing. Write it anew in the calculator of the block.',
  },
  *block({ number, actions }) {
    for (const [index, { type, off }] of actions.entries()) {
      if (type === 'python' && !off) yield { place: { block: number, field: 'actions', index } }
    }
  },
}
