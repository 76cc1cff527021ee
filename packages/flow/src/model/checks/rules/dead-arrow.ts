import type { Arrow, Block } from '../../flow.ts'
import { hasDelay, hasNothingSet, isImmediate, isNothing, isStateful, listens } from '../../kinds.ts'
import { alternativesOf } from '../alternatives.ts'
import type { Check } from '../check.ts'
import type { Survey } from '../survey.ts'
import { competeEqually } from './equal-priority.ts'

export const deadArrow: Check = {
  code: 'dead-arrow',
  severity: 'warning',
  says: {
    ru: ({ arrow, other }) => `Стрелка ${arrow} никогда не сработает: раньше неё срабатывает стрелка ${other}.`,
    en: ({ arrow, other }) => `Arrow ${arrow} never fires: arrow ${other} always fires first.`,
  },
  why: {
    ru: 'Проверка идёт по приоритету и останавливается на первой подходящей стрелке. Измените условие или поднимите приоритет.',
    en: 'Arrows are examined by priority, and the first that matches ends the search. Change its condition or raise its priority.',
  },
  *project(survey) {
    for (const block of survey.project.blocks) {
      for (const [arrow, other] of deadArrowsOf(block, survey)) {
        yield { place: { arrow: arrow.id }, facts: { arrow: String(arrow.id), other: String(other.id), block: String(block.number) } }
      }
    }
  },
}

/** Each with the one that is always quicker. Those that merely tie are the business of `equal-priority`. */
function deadArrowsOf(block: Block, survey: Survey): [dead: Arrow, quicker: Arrow][] {
  const arrows = survey.outgoing(block.number)
  if (arrows.length < 2) return []
  return arrows.flatMap((arrow, index): [Arrow, Arrow][] => {
    const quicker = arrows.slice(0, index).find((earlier) => shadows(earlier, arrow, survey))
    return quicker && !competeEqually(quicker, arrow) ? [[arrow, quicker]] : []
  })
}

/** True if the earlier arrow fires whenever the later one would. */
function shadows(earlier: Arrow, later: Arrow, survey: Survey): boolean {
  if (earlier.once || !isNothing(earlier.compare)) return false
  if (isImmediate(earlier)) return isImmediate(later) && hasNothingSet(later) && movesOn(earlier, survey)
  if (!isNothing(earlier.ignore) || !listens(earlier) || !listens(later) || isImmediate(later)) return false
  // A timer that is only planned leaves the client where he is, but the search has ended with it all the same.
  return catchesAll(earlier) || (hasNothingSet(earlier) && hasNothingSet(later)) || covers(earlier, later)
}

/** The first transition that moves the client takes the others with it, unless it lets timers live (section 11). */
const movesOn = ({ to, cancelTimers }: Arrow, { blocks }: Survey): boolean => cancelTimers && isStateful(blocks.get(to)?.type ?? 'comment')

/** Every alternative of the later one is among those of the earlier one, and matched no less generously. */
function covers(earlier: Arrow, later: Arrow): boolean {
  if (isNothing(earlier.condition) || isNothing(later.condition)) return false
  const sameKind = earlier.matchType === later.matchType || (earlier.matchType === 'fuzzy' && later.matchType === 'exact')
  if (!sameKind) return false
  if (earlier.matchType === 'regex') return earlier.condition.trim() === later.condition.trim()
  const wide = new Set(alternativesOf(earlier))
  return alternativesOf(later).every((alternative) => wide.has(alternative))
}

const everything = new Set(['.*', '.+', '^.*$', '^.+$', '(.*)', '(.+)'])

const catchesAll = (arrow: Arrow): boolean =>
  !hasDelay(arrow) && arrow.matchType === 'regex' && arrow.condition.split(';').some((pattern) => everything.has(pattern.trim()))
