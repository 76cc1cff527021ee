import type { LiveEvent } from '@voronka/api'
import type { OrderFilter } from './filter.ts'

/** Always concern the cards that are shown, whatever they are narrowed by. */
const always: ReadonlySet<LiveEvent['type']> = new Set([
  'hello',
  'order-changed',
  'orders-changed',
  'pipelines-changed',
  'labels-changed',
  'client-deleted',
])

/**
 * Whether cards have to be asked for anew. They show labels and unread messages of their clients, so a dialogue concerns them too: that of a client who
 * is in sight, and any while the filter asks about what a dialogue changes. A busy inbox makes no other board load again.
 */
export function changesCards(event: LiveEvent, filter: OrderFilter, shows: (client: number) => boolean): boolean {
  if (event.type === 'dialogue-changed') return filter.unread !== undefined || filter.labels !== undefined || shows(event.client)
  if (event.type === 'task-changed') return filter.tasks !== undefined
  return always.has(event.type)
}
