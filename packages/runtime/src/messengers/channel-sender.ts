import type { Step } from '@voronka/flow/engine'
import type { LiveEvent } from '@voronka/api'
import type { Sending } from '../channels/channel-port.ts'
import { openKeyboard } from '../channels/keyboard.ts'
import { keyboardMessage } from '../clients/chat-message.ts'
import type { OutboxRow } from '../outbox/outbox.store.ts'
import type { SendOutcome, Sender } from '../outbox/sender.ts'
import type { HandedOver } from './hand-over.ts'
import { markMessage, readHandedOver } from './mark-message.ts'
import type { Messenger } from './messenger-tools.ts'
import { connectionOf } from './queue-of.ts'

/** So many messages before one decide whether a reply keyboard is open. */
const lookedBack = 20

const notConnected = { kind: 'refused', reason: 'The channel is not connected' } as const

/** Hands what waits for a messenger over to it, and keeps what it calls our messages, or why it did not take them. */
export function channelSender({ port, tools }: Messenger): Sender {
  const { db, connections, messages } = tools.context

  /** One that is open goes with the next message without buttons (builder-and-runtime, section 14). */
  function* keyboardOf(client: number, { message, part, permanent, removes }: HandedOver): Step<Sending['keyboard']> {
    if (part.buttons.length > 0) return permanent ? 'stays' : 'once'
    if (permanent && !removes) return 'stays'
    const before = yield* messages.page(client, { before: message }, lookedBack)
    const open = openKeyboard(before.toReversed().map(keyboardMessage), { permanent: true })
    return open.length > 0 ? 'goes' : 'stays'
  }

  /** Nothing where the messenger does not know the message: it did not take it, or has not told what it calls it. */
  function* answeredOf(client: number, { answers }: HandedOver): Step<Pick<Sending, 'answers'>> {
    const said = answers === undefined ? undefined : yield* messages.find(client, answers)
    if (!said) return {}
    if (said.author !== 'client') {
      const [ours] = yield* tools.outsideMessages.idsOf(said.id)
      return ours === undefined ? {} : { answers: { ours } }
    }
    const { outside: theirs } = said.extra
    return theirs === undefined ? {} : { answers: { theirs } }
  }

  function* marked({ client_id: client, message }: OutboxRow, outcome: SendOutcome): Step<readonly LiveEvent[]> {
    const handed = readHandedOver(message)
    if (client === null || 'ids' in handed) return []
    const became =
      outcome.kind === 'accepted' ? { ids: outcome.id ?? '' } : { failed: outcome.reason ?? 'The client does not want to be written to' }
    return yield* markMessage(tools.context, tools.outsideMessages, client, handed, became)
  }

  return {
    kind: port.kind,
    atOnce: port.pace.atOnce,
    longestMs: port.longestMs,
    pace: port.pace,
    async send({ client, queue, key, message }) {
      const handed = readHandedOver(message)
      if ('ids' in handed) {
        const connection = await db.transaction(() => connections.byId(connectionOf(queue)))
        return connection?.enabled ? port.remove(tools.lineOf(connection), handed) : notConnected
      }
      const { connection, keyboard, answers } = await db.transaction(function* () {
        return {
          connection: yield* connections.byId(connectionOf(queue)),
          keyboard: client === null ? 'stays' : yield* keyboardOf(client, handed),
          answers: client === null ? {} : yield* answeredOf(client, handed),
        } as const
      })
      if (!connection?.enabled) return notConnected
      const { to, part, message: number } = handed
      return port.send(tools.lineOf(connection), { to, part, message: number, keyboard, ...answers }, key)
    },
    settled: marked,
  }
}
