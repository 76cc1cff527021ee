import type { Check } from '../check.ts'
import { removeArrow } from '../fixes.ts'

export const arrowFromNothing: Check = {
  code: 'arrow-from-nothing',
  severity: 'error',
  says: {
    ru: ({ number }) => `Стрелка выходит из блока ${number}, которого нет.`,
    en: ({ number }) => `The arrow comes from block ${number}, which does not exist.`,
  },
  why: {
    ru: 'Она никогда не сработает и не видна на холсте.',
    en: 'It never fires and cannot be seen on the canvas.',
  },
  fixTitle: { ru: () => 'Удалить стрелку', en: () => 'Delete the arrow' },
  *project({ project, blocks }) {
    for (const { id, from } of project.arrows) {
      if (!blocks.has(from)) yield { place: { arrow: id, field: 'from' }, facts: { number: String(from) }, fix: removeArrow(id) }
    }
  },
}
