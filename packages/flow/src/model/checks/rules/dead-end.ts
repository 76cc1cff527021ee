import type { Check } from '../check.ts'

export const deadEnd: Check = {
  code: 'dead-end',
  severity: 'hint',
  says: {
    ru: ({ number }) => `Из блока ${number} нет ни одной стрелки.`,
    en: ({ number }) => `No arrow leaves block ${number}.`,
  },
  why: {
    ru: 'Клиент останется здесь, и диалог замолчит, если на его слова не ответит блок с условием.',
    en: 'The client stays here, and the dialogue goes quiet unless a block with a condition answers to him.',
  },
  *project({ project, outgoing }) {
    for (const { number, type } of project.blocks) {
      if ((type === 'state' || type === 'start') && !outgoing(number).length)
        yield { place: { block: number }, facts: { number: String(number) } }
    }
  },
}
