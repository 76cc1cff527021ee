import type { Arrow } from '../../flow.ts'
import { hasNothingSet, isImmediate, isNothing, listens } from '../../kinds.ts'
import type { Check } from '../check.ts'
import { patchArrow } from '../fixes.ts'

export const equalPriority: Check = {
  code: 'equal-priority',
  severity: 'warning',
  says: {
    ru: ({ arrow, other, priority }) => `Стрелки ${other} и ${arrow} срабатывают на одно и то же, и приоритет у них один: ${priority}.`,
    en: ({ arrow, other, priority }) => `Arrows ${other} and ${arrow} fire on the same thing and have the same priority, ${priority}.`,
  },
  why: {
    ru: 'Сработает всегда более старая. Если так и задумано, дайте ей приоритет выше; если нет, различите условия.',
    en: 'The older one always wins. If that is meant, give it a higher priority; if not, tell their conditions apart.',
  },
  fixTitle: { ru: ({ other }) => `Поднять приоритет стрелки ${other}`, en: ({ other }) => `Raise the priority of arrow ${other}` },
  *project({ project, outgoing }) {
    for (const { number } of project.blocks) {
      const arrows = outgoing(number)
      for (const [index, arrow] of arrows.entries()) {
        const other = arrows.slice(0, index).find((earlier) => competeEqually(earlier, arrow))
        if (!other) continue
        const facts = { arrow: String(arrow.id), other: String(other.id), priority: String(arrow.priority) }
        yield { place: { arrow: arrow.id, field: 'priority' }, facts, fix: patchArrow(other.id, { priority: other.priority + 1 }) }
      }
    }
  },
}

/** Both match the very same answers, or both go on at once, and nothing but their age decides. */
export function competeEqually(a: Arrow, b: Arrow): boolean {
  if (a.priority !== b.priority || a.once || b.once) return false
  if (isImmediate(a) || isImmediate(b))
    return isImmediate(a) && isImmediate(b) && hasNothingSet(a) && hasNothingSet(b) && a.to !== b.to && a.cancelTimers
  if (!listens(a) || !listens(b)) return false
  return (
    sameText(a.condition, b.condition) &&
    sameText(a.compare, b.compare) &&
    sameText(a.ignore, b.ignore) &&
    (a.matchType === b.matchType || isNothing(a.condition))
  )
}

const sameText = (a: string, b: string): boolean => (isNothing(a) && isNothing(b)) || a.trim().toLowerCase() === b.trim().toLowerCase()
