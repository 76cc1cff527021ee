import { isConditional } from '../../kinds.ts'
import type { Check } from '../check.ts'
import { patchBlock } from '../fixes.ts'

export const noEntry: Check = {
  code: 'no-entry',
  severity: 'warning',
  says: {
    ru: () => 'Ни один блок не начинает диалог.',
    en: () => 'No block starts the dialogue.',
  },
  why: {
    ru: 'Клиент пишет, и ничего не происходит. Нужен блок «Стартовое условие» или «Не состояние с условием».',
    en: 'A client writes and nothing happens. A start condition, or a non-state with a condition, is needed.',
  },
  fixTitle: {
    ru: ({ number }) => `Сделать блок ${number} стартовым условием`,
    en: ({ number }) => `Make block ${number} a start condition`,
  },
  *project({ project }) {
    const executable = project.blocks.filter(({ type }) => type !== 'comment')
    const [first] = executable
    if (!first || executable.some(({ type }) => isConditional(type))) return
    yield { place: {}, facts: { number: String(first.number) }, fix: patchBlock(first.number, { type: 'start' }) }
  },
}
