import { drive, type Event } from '@voronka/flow/engine'
import { success, type PublicCall } from './action.ts'
import { clientById, type FoundClient } from './clients.ts'
import { readContent, type Content } from './content.ts'
import { happen, mustRun, plan } from './happen.ts'
import { tellWebhooks } from '../webhooks/tell-webhooks.ts'
import { openSession } from '../worker/open-session.ts'
import { plannedMoment } from './planned-moment.ts'

/** Sends a text, then a block, now or later (http-api, section 3, `message`). Answers the number of the message in the dialogue. */
export async function sendContent(call: PublicCall, id: number): Promise<object> {
  const { installation, project } = call
  const content = readContent(call.params)
  // What only reads waits for no commit.
  const found = await drive(clientById(installation, project, id))
  await mustRun(call, found.test, content.block)
  const at = await plannedMoment(call)
  const events = eventsOf(content)
  if (at !== undefined) {
    for (const event of events) await plan(call, found, event, { at, text: content.text, block: content.block ?? null })
    return success
  }
  const messages: number[] = []
  for (const event of events) {
    const { replies, turn } = await happen(call, found, event)
    const [first] = replies
    if (first) messages.push(first.id)
    else if (turn !== null && event.kind === 'say') messages.push(...(await notDelivered(call, found, turn, event)))
  }
  return { ...success, message_id: messages[0] ?? null }
}

type Sent = Extract<Event, { kind: 'say' | 'send-block' }>

function eventsOf({ text, attachments, buttons, block }: Content): Sent[] {
  const says = text.trim() !== '' || attachments.length > 0
  return [
    ...(says ? [{ kind: 'say', text, attachments, buttons } as const] : []),
    ...(block === undefined ? [] : [{ kind: 'send-block', block, by: 'api' } as const]),
  ]
}

/** Nothing reaches who is blocked or has unsubscribed: the history says so (http-api, `error_message`), and the project's webhooks do. */
async function notDelivered(
  { installation }: PublicCall,
  { client }: FoundClient,
  turn: number,
  { text, attachments, buttons = [] }: Extract<Event, { kind: 'say' }>,
): Promise<number[]> {
  const { db, channels, clients, dialogues, messages, clock } = installation
  const numbers = await db.transaction(function* () {
    const dialogue = yield* dialogues.find(client.id)
    if (!dialogue?.blocked && !dialogue?.unsubscribed) return []
    const failed = dialogue.blocked ? 'The client is blocked' : 'The client has unsubscribed'
    const extra = { failed, ...(attachments.length && { attachments }), ...(buttons.length && { buttons }) }
    const stored = yield* messages.add({
      client: client.id,
      turn,
      author: 'bot',
      text,
      extra,
      block: null,
      at: clock.now() + client.clock_offset,
    })
    yield* dialogues.set(client.id, { failed: 1 })
    const channel = yield* channels.find(client.channel)
    const row = channel && (yield* clients.find(client.id))
    if (row) yield* tellWebhooks(installation, row, channel, openSession(row, [], channel, { now: stored.at }), [stored])
    return [stored.id]
  })
  installation.outboxWork.look()
  return numbers
}
