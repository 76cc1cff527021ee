import type { LiveEvent } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Removal } from '../channels/channel-port.ts'
import type { WorkContext } from '../worker/context.ts'
import type { HandedOver } from './hand-over.ts'
import type { OutsideMessages } from './outside-messages.store.ts'

type Tools = Pick<WorkContext, 'db' | 'messages' | 'dialogues'>

/** Notes what became of a part of a message, and shows the message in its dialogue as what that makes of it. */
export function* markMessage(
  { messages, dialogues }: Tools,
  outsideMessages: OutsideMessages,
  client: number,
  { message, number }: Pick<HandedOver, 'message' | 'number'>,
  became: { readonly ids: string } | { readonly failed: string },
): Step<readonly LiveEvent[]> {
  const stored = yield* messages.find(client, message)
  if (!stored) return []
  const failed = yield* outsideMessages.note({ client, message, part: number }, became)
  if (failed === (stored.extra.failed ?? null)) return []
  yield* messages.mark(client, stored, failed)
  yield* dialogues.set(client, { failed: failed === null ? 0 : 1 })
  return [{ type: 'dialogue-changed', client, message }]
}

/** Whatever waits in a queue will not be sent: who looks at these dialogues is told why. */
export function* giveUpQueue(tools: Tools, outsideMessages: OutsideMessages, queue: string, why: string): Step<void> {
  const query = tools.db.build
    .selectFrom('outbox')
    .select(['client_id', 'message'])
    .where('queue', '=', queue)
    .where('state', '=', 'waiting')
  for (const { client_id: client, message } of yield* settle(tools.db.all<{ client_id: number | null; message: string }>(query))) {
    const handed = readHandedOver(message)
    if (client !== null && !('ids' in handed)) yield* markMessage(tools, outsideMessages, client, handed, { failed: why })
  }
}

/** Written by `handOver` and `takeBack`, and by nobody else. */
export const readHandedOver = (text: string): HandedOver | Removal => JSON.parse(text) as HandedOver | Removal
