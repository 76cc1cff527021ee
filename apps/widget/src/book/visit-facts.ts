import type { OwnVisit } from '@voronka/api'
import { element } from '../element.ts'
import type { PageContext } from './context.ts'
import { duration, longDay, money, ownClock } from './format.ts'

/** A visit in full: when, what, with whom, where. */
export function visitFacts(visit: OwnVisit, { language, say }: PageContext): HTMLElement {
  const own = ownClock(visit.date, visit.time, visit.branch.timezone, language)
  const { employee, branch, cost, currency } = visit
  return element(
    'div',
    { class: 'facts-card' },
    element('p', { class: 'moment' }, `${longDay(visit.date, language)}, ${visit.time}–${visit.until}`),
    ...(own ? [element('p', { class: 'about' }, say.yourTime(own))] : []),
    element('p', {}, element('b', {}, visit.services.map(({ title }) => title).join(', ')), ` · ${duration(visit.duration, say)}`),
    ...(employee.name ? [element('p', {}, [employee.name, employee.jobTitle].filter(Boolean).join(', '))] : []),
    element('p', {}, [branch.name, branch.address].filter(Boolean).join(', ')),
    element('p', {}, `${say.total}: ${money(cost, currency, language, say)}`),
    element('p', { class: 'about' }, say.number(visit.number)),
  )
}

export const visitPath = (key: string, { visit }: OwnVisit): string => `/book/${encodeURIComponent(key)}/visit/${encodeURIComponent(visit)}`
