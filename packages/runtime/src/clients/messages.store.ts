import type { OutgoingMessage } from '@voronka/flow/engine'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

/** What a message has besides its text; stored only where it says something. */
export interface MessageExtra {
  readonly format?: 'markdown' | 'html'
  readonly buttons?: OutgoingMessage['buttons']
  readonly attachments?: OutgoingMessage['attachments']
  readonly protect?: true
  readonly silent?: true
  /** "Keep in history" off: delivered, but not shown in the dialogue afterwards. */
  readonly passing?: true
  readonly removeKeyboard?: true
}

export interface StoredMessage {
  readonly id: number
  readonly client: number
  readonly turn: number | null
  readonly author: 'client' | 'bot' | 'event'
  readonly text: string
  readonly extra: MessageExtra
  readonly block: number | null
  readonly at: number
}

export type NewMessage = Omit<StoredMessage, 'id'>

interface MessageRow {
  id: number
  client_id: number
  turn_id: number | null
  author: 'client' | 'bot' | 'event'
  text: string
  extra: string | null
  block: number | null
  at: number
}

export type MessagesStore = ReturnType<typeof messagesStore>

export function messagesStore(db: Db) {
  const insert = db.prepare((build, row: Omit<MessageRow, 'id'>) =>
    build
      .insertInto('messages')
      .values({
        client_id: row.client_id,
        turn_id: row.turn_id,
        author: row.author,
        text: row.text,
        extra: row.extra,
        block: row.block,
        at: row.at,
      })
      .returning('id'),
  )
  const ofTurn = db.prepare((build, key: { client: number; turn: number }) =>
    build.selectFrom('messages').selectAll().where('client_id', '=', key.client).where('turn_id', '=', key.turn).orderBy('id'),
  )
  const after = db.prepare((build, key: { client: number; after: number; limit: number }) =>
    build.selectFrom('messages').selectAll().where('client_id', '=', key.client).where('id', '>', key.after).orderBy('id').limit(key.limit),
  )
  const latest = db.prepare((build, key: { client: number; limit: number }) =>
    build.selectFrom('messages').selectAll().where('client_id', '=', key.client).orderBy('id', 'desc').limit(key.limit),
  )

  return {
    *add(message: NewMessage): Step<StoredMessage> {
      const { client, turn, author, text, extra, block, at } = message
      const hasExtra = Object.keys(extra).length > 0
      const row = yield* settle(
        insert.first({ client_id: client, turn_id: turn, author, text, extra: hasExtra ? JSON.stringify(extra) : null, block, at }),
      )
      if (!row) throw new Error('A message was inserted and did not come back.')
      return { ...message, id: row.id }
    },
    *ofTurn(client: number, turn: number): Step<StoredMessage[]> {
      return (yield* settle(ofTurn.all({ client, turn }))).map(fromRow)
    },
    /** Up to `limit` messages with numbers above `after`, oldest first. */
    *after(client: number, afterId: number, limit: number): Step<StoredMessage[]> {
      return (yield* settle(after.all({ client, after: afterId, limit }))).map(fromRow)
    },
    /** The latest messages, oldest first. */
    *latest(client: number, limit: number): Step<StoredMessage[]> {
      return (yield* settle(latest.all({ client, limit }))).map(fromRow).reverse()
    },
  }
}

/** The parts of an outgoing message that are not at their default. */
export function extraOf(message: OutgoingMessage): MessageExtra {
  const { format, buttons, attachments, protect, silent, keepInHistory, removeKeyboard } = message
  return {
    ...(format !== 'plain' && { format }),
    ...(buttons.length > 0 && { buttons }),
    ...(attachments.length > 0 && { attachments }),
    ...(protect && { protect }),
    ...(silent && { silent }),
    ...(!keepInHistory && { passing: true }),
    ...(removeKeyboard && { removeKeyboard }),
  }
}

function fromRow({ id, client_id, turn_id, author, text, extra, block, at }: MessageRow): StoredMessage {
  // Written by `add` above and by nobody else.
  return { id, client: client_id, turn: turn_id, author, text, extra: extra === null ? {} : (JSON.parse(extra) as MessageExtra), block, at }
}
