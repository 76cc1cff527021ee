import type { Arrow, Block } from '../../flow.ts'
import { isConditional, isDynamic, isNothing } from '../../kinds.ts'
import { alternativesOf } from '../alternatives.ts'
import type { Check } from '../check.ts'

export const neverMatches: Check = {
  code: 'never-matches',
  severity: 'warning',
  says: {
    ru: ({ condition }) => `Условие «${condition}» не выполнится никогда.`,
    en: ({ condition }) => `The condition “${condition}” is never met.`,
  },
  why: {
    ru: 'В нём нет ни одного слова. Пустое условие подходит к любому сообщению.',
    en: 'There is no word in it. An empty condition fits any message.',
  },
  *block(block) {
    if (isConditional(block.type) && isHopeless(block))
      yield { place: { block: block.number, field: 'condition' }, facts: { condition: block.condition.trim() } }
  },
  *arrow(arrow) {
    if (isHopeless(arrow)) yield { place: { arrow: arrow.id, field: 'condition' }, facts: { condition: arrow.condition.trim() } }
  },
}

/** Nothing but separators (7.1, step 4), or keywords without any word (7.3). */
function isHopeless(element: Block | Arrow): boolean {
  const { condition, matchType } = element
  if (isNothing(condition) || isDynamic(condition)) return false
  const alternatives = alternativesOf(element)
  return matchType === 'keywords'
    ? alternatives.every((alternative) => !/[\p{L}\p{M}\p{N}\p{S}_]/u.test(alternative.replaceAll('|', '')))
    : !alternatives.length
}
