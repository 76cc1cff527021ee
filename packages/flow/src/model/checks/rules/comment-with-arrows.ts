import type { Check } from '../check.ts'
import { removeArrow } from '../fixes.ts'

export const commentWithArrows: Check = {
  code: 'comment-with-arrows',
  severity: 'warning',
  says: {
    ru: ({ block }) => `Стрелка соединена с заметкой (блок ${block}).`,
    en: ({ block }) => `The arrow is attached to a comment (block ${block}).`,
  },
  why: {
    ru: 'Заметка никогда не выполняется, и стрелка к ней ничего не значит.',
    en: 'A comment is never executed, so the arrow means nothing.',
  },
  fixTitle: { ru: () => 'Удалить стрелку', en: () => 'Delete the arrow' },
  *project({ project, blocks }) {
    for (const { id, from, to } of project.arrows) {
      const comment = [from, to].find((number) => blocks.get(number)?.type === 'comment')
      if (comment !== undefined) yield { place: { arrow: id }, facts: { block: String(comment) }, fix: removeArrow(id) }
    }
  },
}
