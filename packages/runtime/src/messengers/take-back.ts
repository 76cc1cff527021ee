import type { Step } from '@voronka/flow/engine'
import { portOf } from '../channels/all.ts'
import type { Removal } from '../channels/channel-port.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import type { Channel } from '../worker/channels-cache.ts'
import type { WorkContext } from '../worker/context.ts'
import { keyOf } from './hand-over.ts'
import { queueOfMessages } from './queue-of.ts'

/** So many parts one message has at most. */
const mostParts = 40

/** What was said to a client of a messenger is taken back there, too: what waits is not sent, what was sent is deleted. */
export function* takeBack(
  { outbox, clock }: Pick<WorkContext, 'outbox' | 'clock'>,
  client: ClientRow,
  { outside }: Channel,
  message: number,
  ids: readonly string[],
): Step<void> {
  const port = portOf(outside?.messenger)
  if (!outside || !port) return
  const keys = Array.from({ length: mostParts }, (_, part) => keyOf(port.kind, message, part))
  const queue = queueOfMessages(port.kind, outside.connection)
  yield* outbox.drop(queue, client.id, keys, clock.now())
  if (ids.length === 0) return
  const removal: Removal = { to: client.outside_id, ids }
  yield* outbox.add({
    project: client.project_id,
    queue,
    kind: port.kind,
    client: client.id,
    key: `${port.kind}_${message}_removed`,
    message: JSON.stringify(removal),
    now: clock.now(),
  })
}
