import type { Check } from '../check.ts'

export const unknownBlock: Check = {
  code: 'unknown-block',
  severity: 'warning',
  says: {
    ru: ({ number, function: name }) => `В ${name} указан блок ${number}, которого нет.`,
    en: ({ number, function: name }) => `${name} names block ${number}, which does not exist.`,
  },
  why: {
    ru: 'Номер, скорее всего, остался от удалённого блока. Щёлкните номер нужного блока, чтобы скопировать его.',
    en: 'The number probably belonged to a deleted block. Click the number of the block that is meant to copy it.',
  },
  *project({ things, blocks }) {
    for (const { digest } of things) {
      for (const { number, function: name, place } of digest.references) {
        if (!blocks.has(number)) yield { place, facts: { number: String(number), function: name } }
      }
    }
  },
}
