import type { OrderPlace, OrderTarget, Pipeline, State } from '@voronka/api'
import type { TFunction } from 'i18next'

/** One text for each place, to compare places and to key them. */
export const placeKey = (place: OrderPlace): string => ('state' in place ? `state-${place.state}` : place.place)

export const isSamePlace = (one: OrderPlace, other: OrderPlace): boolean => placeKey(one) === placeKey(other)

export const stateOf = (pipelines: readonly Pipeline[], place: OrderPlace): State | undefined =>
  'state' in place ? pipelines.flatMap(({ states }) => states).find(({ id }) => id === place.state) : undefined

/** What a person calls a place: the name of its state, or the word for a system place. */
export function placeName(t: TFunction<'orders'>, pipelines: readonly Pipeline[], place: OrderPlace): string {
  return 'state' in place ? (stateOf(pipelines, place)?.name ?? t('place.gone')) : t(`place.${place.place}`)
}

/** A move by hand that the state of the order forbids (crm-and-tasks, section 5.1). */
export function isForbidden(pipelines: readonly Pipeline[], from: OrderPlace, to: OrderTarget): boolean {
  return 'state' in to && (stateOf(pipelines, from)?.forbidden.includes(to.state) ?? false)
}

/** Failed and archived orders carry a reason. */
export const asksReason = (to: OrderTarget | 'delete'): boolean =>
  typeof to === 'object' && 'place' in to && (to.place === 'fail' || to.place === 'archive')
