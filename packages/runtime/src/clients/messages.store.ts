import type { OutgoingMessage, Quoted, Speaker } from '@voronka/flow/engine'
import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
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
  /** Why it did not reach its client. */
  readonly failed?: string
  /** It went out once more, as another message. */
  readonly resent?: true
  readonly answers?: Quoted
  /** What the messenger that brought it calls it. */
  readonly outside?: string
}

export interface StoredMessage {
  readonly id: number
  readonly client: number
  readonly turn: number | null
  readonly author: 'client' | 'bot' | 'operator' | 'event' | 'comment'
  readonly text: string
  readonly extra: MessageExtra
  readonly block: number | null
  readonly at: number
  /** The person who wrote it, and his name then. */
  readonly account: number | null
  readonly speaker: string | null
  readonly pinned: boolean
  readonly editedAt: number | null
}

export interface NewMessage extends Omit<StoredMessage, 'id' | 'author' | 'account' | 'speaker' | 'pinned' | 'editedAt'> {
  /** On whose side it stands; a person on the side of the bot is an operator. */
  readonly author: 'client' | 'bot' | 'event'
  readonly by?: Speaker
}

interface MessageRow {
  id: number
  client_id: number
  turn_id: number | null
  author: 'client' | 'bot' | 'event'
  text: string
  extra: string | null
  block: number | null
  at: number
  account_id: number | null
  speaker: string | null
  comment: number
  pinned: number
  edited_at: number | null
}

type InsertedRow = Omit<MessageRow, 'id' | 'pinned' | 'edited_at'> & { key: string | null }

export type MessagesStore = ReturnType<typeof messagesStore>

export function messagesStore(db: Db) {
  const insert = db.prepare((build, row: InsertedRow) =>
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
        account_id: row.account_id,
        speaker: row.speaker,
        comment: row.comment,
        key: row.key,
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
      const { by, extra } = message
      // One literal, without spreading: it is made for every message, and spreading cost more than the insert.
      const row = {
        id: 0,
        client_id: message.client,
        turn_id: message.turn,
        author: message.author,
        text: message.text,
        extra: Object.keys(extra).length === 0 ? null : JSON.stringify(extra),
        block: message.block,
        at: message.at,
        account_id: by?.account ?? null,
        speaker: by?.name ?? null,
        comment: 0,
        key: by?.key ?? null,
        pinned: 0,
        edited_at: null,
      }
      const inserted = yield* settle(insert.first(row))
      if (!inserted) throw new Error('A message was inserted and did not come back.')
      row.id = inserted.id
      return fromRow(row)
    },
    /** For colleagues only. Without an account: by the bot or the system. */
    *addComment({ client, text, account, speaker, at }: NewComment): Step<StoredMessage> {
      const said = { client_id: client, turn_id: null, author: 'event', text, extra: null, block: null, at } as const
      const row = yield* settle(insert.first({ ...said, account_id: account, speaker, comment: 1, key: null }))
      if (!row) throw new Error('A comment was inserted and did not come back.')
      return fromRow({ ...said, id: row.id, account_id: account, speaker, comment: 1, pinned: 0, edited_at: null })
    },
    *find(client: number, id: number): Step<StoredMessage | undefined> {
      const row = yield* settle(
        db.first<MessageRow>(db.build.selectFrom('messages').selectAll().where('client_id', '=', client).where('id', '=', id)),
      )
      return row && fromRow(row)
    },
    *findByKey(client: number, key: string): Step<StoredMessage | undefined> {
      const row = yield* settle(
        db.first<MessageRow>(db.build.selectFrom('messages').selectAll().where('client_id', '=', client).where('key', '=', key)),
      )
      return row && fromRow(row)
    },
    *lastOfBot(client: number): Step<StoredMessage | undefined> {
      const query = db.build.selectFrom('messages').selectAll().where('client_id', '=', client).where('author', '=', 'bot')
      const row = yield* settle(db.first<MessageRow>(query.where('account_id', 'is', null).orderBy('id', 'desc').limit(1)))
      return row && fromRow(row)
    },
    *update(client: number, id: number, fields: { pinned?: number; text?: string; edited_at?: number }): Step<void> {
      yield* settle(db.run(db.build.updateTable('messages').set(fields).where('client_id', '=', client).where('id', '=', id)))
    },
    /** Why it did not reach its client; null: it did, after all. */
    *mark(client: number, { id, extra }: Pick<StoredMessage, 'id' | 'extra'>, failed: string | null): Step<void> {
      const others = Object.entries(extra).filter(([name]) => name !== 'failed')
      const marked = Object.fromEntries(failed === null ? others : [...others, ['failed', failed]])
      const text = Object.keys(marked).length > 0 ? JSON.stringify(marked) : null
      yield* settle(db.run(db.build.updateTable('messages').set({ extra: text }).where('client_id', '=', client).where('id', '=', id)))
    },
    *noteResent(client: number, { id, extra }: Pick<StoredMessage, 'id' | 'extra'>): Step<void> {
      const fields = { extra: JSON.stringify({ ...extra, resent: true }) }
      yield* settle(db.run(db.build.updateTable('messages').set(fields).where('client_id', '=', client).where('id', '=', id)))
    },
    *remove(client: number, id: number): Step<boolean> {
      return (yield* settle(db.run(db.build.deleteFrom('messages').where('client_id', '=', client).where('id', '=', id)))).changes === 1
    },
    /** Messages of a dialogue on one side of a number, nearest first. `containing`: a part of their text, however a word of it begins or is shouted. */
    *page(
      client: number,
      asked: { before?: number; after?: number; containing?: string; only?: 'comments' | 'pinned' },
      limit: number,
    ): Step<StoredMessage[]> {
      const { before, after: afterId, containing, only } = asked
      let query = db.build.selectFrom('messages').selectAll().where('client_id', '=', client)
      if (before !== undefined) query = query.where('id', '<', before)
      if (afterId !== undefined) query = query.where('id', '>', afterId)
      if (only === 'comments') query = query.where('comment', '=', 1)
      if (only === 'pinned') query = query.where('pinned', '=', 1)
      if (containing) query = query.where(({ or }) => or(spellings(containing).map(holding)))
      const rows = yield* settle(db.all<MessageRow>(query.orderBy('id', afterId === undefined ? 'desc' : 'asc').limit(limit)))
      return rows.map(fromRow)
    },
    /** The newest of a client's dialogue without what colleagues noted, of a period [from, until). */
    *newest(client: number, period: { readonly from: number; readonly until: number } | undefined, limit: number): Step<StoredMessage[]> {
      let query = db.build.selectFrom('messages').selectAll().where('client_id', '=', client).where('comment', '=', 0)
      if (period) query = query.where('at', '>=', period.from).where('at', '<', period.until)
      return (yield* settle(db.all<MessageRow>(query.orderBy('id', 'desc').limit(limit)))).map(fromRow)
    },
    /** The latest number of what the bot or an operator said; 0: nothing. */
    *latestOfOurs(client: number): Step<number> {
      const query = db.build.selectFrom('messages').select('id').where('client_id', '=', client).where('author', '=', 'bot')
      return (yield* settle(db.first<{ id: number }>(query.orderBy('id', 'desc').limit(1))))?.id ?? 0
    },
    /** The whole dialogue goes. */
    *clear(client: number): Step<void> {
      yield* settle(db.run(db.build.deleteFrom('messages').where('client_id', '=', client)))
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
  const { format, buttons, attachments, protect, silent, keepInHistory, removeKeyboard, answers } = message
  return {
    ...(format !== 'plain' && { format }),
    ...(buttons.length > 0 && { buttons }),
    ...(attachments.length > 0 && { attachments }),
    ...(protect && { protect }),
    ...(silent && { silent }),
    ...(!keepInHistory && { passing: true }),
    ...(removeKeyboard && { removeKeyboard }),
    ...(answers && { answers }),
  }
}

function fromRow(row: MessageRow): StoredMessage {
  return {
    id: row.id,
    client: row.client_id,
    turn: row.turn_id,
    author: authorOf(row),
    text: row.text,
    // Written by `add` above and by nobody else.
    extra: row.extra === null ? {} : (JSON.parse(row.extra) as MessageExtra),
    block: row.block,
    at: row.at,
    account: row.account_id,
    speaker: row.speaker,
    pinned: row.pinned === 1,
    editedAt: row.edited_at,
  }
}

function authorOf({ author, comment, account_id }: MessageRow): StoredMessage['author'] {
  if (comment) return 'comment'
  return author === 'bot' && account_id !== null ? 'operator' : author
}

export interface NewComment {
  readonly client: number
  readonly text: string
  readonly account: number | null
  readonly speaker: string | null
  readonly at: number
}

/** Databases know small and large letters of other alphabets badly, or not at all: a text as it is written, small, as a name, and large. */
function spellings(text: string): string[] {
  const small = text.toLowerCase()
  return [...new Set([text, small, small.slice(0, 1).toUpperCase() + small.slice(1), text.toUpperCase()])]
}

const holding = (text: string) => sql<boolean>`text like ${`%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`} escape '\\'`
