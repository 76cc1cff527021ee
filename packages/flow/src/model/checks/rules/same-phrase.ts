import type { Block } from '../../flow.ts'
import { isConditional, isNothing } from '../../kinds.ts'
import { alternativesOf } from '../alternatives.ts'
import type { Check } from '../check.ts'

export const samePhrase: Check = {
  code: 'same-phrase',
  severity: 'warning',
  says: {
    ru: ({ phrase, other }) => (phrase ? `На «${phrase}» отвечает уже блок ${other}.` : `На любое сообщение отвечает уже блок ${other}.`),
    en: ({ phrase, other }) =>
      phrase ? `Block ${other} answers to “${phrase}” already.` : `Block ${other} answers to any message already.`,
  },
  why: {
    ru: 'На одну фразу отвечает только один блок: стартовое условие раньше остальных, затем по приоритету, затем более старый.',
    en: 'Only one block answers to a phrase: start conditions before the others, then by priority, then the older one.',
  },
  *project({ project }) {
    const first = new Map<string, Block>()
    for (const block of project.blocks.filter(({ type }) => isConditional(type)).toSorted(inOrder)) {
      for (const phrase of isNothing(block.condition) ? [''] : new Set(alternativesOf(block))) {
        const key = JSON.stringify([phrase, phrase && block.matchType, block.compare.trim(), block.callbackOnly])
        const other = first.get(key)
        if (other) yield { place: { block: block.number, field: 'condition' }, facts: { phrase, other: String(other.number) } }
        // Who answers only once leaves the phrase to the next.
        else if (!block.answerOnce && isNothing(block.ignore)) first.set(key, block)
      }
    }
  },
}

const tiers = (block: Block): number => (block.type === 'start' ? (block.tier === 'late' ? 1 : 0) : 2)
const inOrder = (a: Block, b: Block): number => tiers(a) - tiers(b) || b.priority - a.priority || a.number - b.number
