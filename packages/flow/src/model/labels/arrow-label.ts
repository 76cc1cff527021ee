import type { Language } from '@voronka/calculator'
import type { Arrow } from '../flow.ts'
import { hasDelay, isNothing } from '../kinds.ts'
import { shorten } from './shorten.ts'
import { delayUnitWords } from './words.ts'

const labelLength = 48

/**
 * What is written on an arrow: its condition, else its comparison, and its delay (section 2, "Look of arrows"). Empty for an arrow that
 * waits for any answer.
 */
export function arrowLabel(arrow: Arrow, language: Language): string {
  const says = isNothing(arrow.condition) ? arrow.compare.trim() : arrow.condition.trim()
  return [shorten(says, labelLength), delayLabel(arrow, language)].filter(Boolean).join(' · ')
}

/** The same for lists and screen readers, where nothing would be silence: an arrow that waits for any answer says so. */
export const arrowTitle = (arrow: Arrow, language: Language): string =>
  arrow.description.trim() || arrowLabel(arrow, language) || (language === 'ru' ? 'любой ответ' : 'any answer')

/** The delay as text: `сразу`, `через 10 мин`, `10.03.2026 в 14:05 + 2 ч`. Empty without one. */
export function delayLabel(arrow: Arrow, language: Language): string {
  if (!hasDelay(arrow)) return ''
  const ru = language === 'ru'
  const date = arrow.date.trim()
  const time = arrow.time.trim() && `${ru ? 'в' : 'at'} ${arrow.time.trim()}`
  const moment = [date, time].filter(Boolean).join(' ')

  const { delay } = arrow
  if (!delay || (moment && Number(delay.value) === 0)) return moment
  const length = `${delay.value} ${delayUnitWords[delay.unit].short[language]}`
  if (moment) return `${moment} + ${length}`
  if (Number(delay.value || '0') === 0) return ru ? 'сразу' : 'at once'
  return `${ru ? 'через' : 'in'} ${length}`
}
