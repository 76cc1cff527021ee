import type { Step } from '@voronka/flow/engine'
import { portOf } from '../channels/all.ts'
import type { Part, Said } from '../channels/channel-port.ts'
import { permanentKeyboard } from '../channels/keyboard.ts'
import { partsOf } from '../channels/parts-of.ts'
import type { StoredMessage } from '../clients/messages.store.ts'
import type { Channel } from '../worker/channels-cache.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Running } from '../worker/running-client.ts'
import { queueOfMessages } from './queue-of.ts'

/** A part of a message as it waits in the outbox. */
export interface HandedOver {
  readonly to: string
  readonly message: number
  readonly number: number
  readonly part: Part
  /** Reply keyboards stay open after they were used. */
  readonly permanent: boolean
  /** It takes a stuck keyboard away. */
  readonly removes: boolean
  /** Our number of the message that it answers. */
  readonly answers?: number
}

/**
 * Puts what was said to a client of a messenger into its queue, in the transaction that stored it: one row a part, so that a part that was accepted is
 * not sent again because of another. True: somebody has to send it. Pages of our own fetch their messages; for them there is nothing to do.
 */
export function* handOver(
  { outbox }: Pick<WorkContext, 'outbox'>,
  { client, flow, now }: Running,
  { outside, enabled }: Channel,
  messages: readonly StoredMessage[],
): Step<boolean> {
  const port = outside && enabled ? portOf(outside.messenger) : undefined
  if (!outside || !port) return false
  const once = flow.project.settings.sendOnce
  const permanent = Boolean(flow.constants.get(permanentKeyboard))
  const queue = queueOfMessages(port.kind, outside.connection)
  for (const { id: message, text, extra } of messages) {
    const parts = partsOf(saidBy(text, extra), port.limits)
    for (const [number, part] of parts.entries()) {
      const answers = number === 0 && extra.answers ? { answers: extra.answers.message } : {}
      const removes = extra.removeKeyboard === true
      const handed: HandedOver = { to: client.outside_id, message, number, part, permanent, removes, ...answers }
      yield* outbox.add({
        project: client.project_id,
        queue,
        kind: port.kind,
        client: client.id,
        key: keyOf(port.kind, message, number),
        message: JSON.stringify(handed),
        now: now - client.clock_offset,
        once,
      })
    }
  }
  return messages.length > 0
}

const saidBy = (text: string, extra: StoredMessage['extra']): Said => ({
  text,
  format: extra.format ?? 'plain',
  buttons: extra.buttons ?? [],
  attachments: extra.attachments ?? [],
  protect: extra.protect === true,
  silent: extra.silent === true,
})

export const keyOf = (messenger: string, message: number, part: number): string => `${messenger}_${message}_${part}`
