import type { OrderPlace, OrderTarget, Pipeline } from '@voronka/api'
import type { TFunction } from 'i18next'
import { isForbidden, isSamePlace } from './place.ts'

type Entry = { readonly label: string; readonly to: OrderPlace; readonly disabled?: boolean } | { readonly heading: string } | 'line'

/** Every place that an order can be moved to, as a menu: the states by pipeline, then what is outside them. `from`: where it is now. */
export function moveTargets(t: TFunction<'orders'>, pipelines: readonly Pipeline[], from: OrderPlace | undefined): Entry[] {
  const entry = (label: string, to: OrderPlace): Entry => ({
    label,
    to,
    disabled: from !== undefined && (isSamePlace(from, to) || isForbidden(pipelines, from, to satisfies OrderTarget)),
  })
  return [
    ...pipelines.flatMap(({ name, states }): Entry[] => [
      { heading: name },
      ...states.map((state) => entry(state.name, { state: state.id })),
    ]),
    'line',
    entry(t('place.success'), { place: 'success' }),
    entry(t('place.fail'), { place: 'fail' }),
    entry(t('place.archive'), { place: 'archive' }),
  ]
}
