import type { Check } from '../check.ts'
import { removeArrow } from '../fixes.ts'

export const arrowToNothing: Check = {
  code: 'arrow-to-nothing',
  severity: 'error',
  says: {
    ru: ({ number }) => `Стрелка ведёт в блок ${number}, которого нет.`,
    en: ({ number }) => `The arrow leads to block ${number}, which does not exist.`,
  },
  why: {
    ru: 'По такой стрелке клиент никуда не перейдёт. Наведите её на блок или удалите.',
    en: 'Nobody gets anywhere over it. Lead it to a block, or delete it.',
  },
  fixTitle: { ru: () => 'Удалить стрелку', en: () => 'Delete the arrow' },
  *project({ project, blocks }) {
    for (const { id, to } of project.arrows) {
      if (!blocks.has(to)) yield { place: { arrow: id, field: 'to' }, facts: { number: String(to) }, fix: removeArrow(id) }
    }
  },
}
