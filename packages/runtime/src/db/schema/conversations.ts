/** Clients, what is said to them and by them, and what they are found by. */
import type { Generated } from 'kysely'

export interface ConversationTables {
  channels: {
    key: string
    project_id: number
    kind: 'web' | 'test'
    name: string
    enabled: number
    created_at: number
    /** Of people whom we only know by a phone number or an e-mail address: nothing can be written there yet. */
    contact: 'phone' | 'email' | 'outside' | null
    /** Of people of a messenger that is not connected (`outside`): its number (calculator-language, section 4.2). */
    client_type: number | null
    /** The connection through which it is reached, and by which port (`channels/all.ts`); null: by none. */
    connection_id: Generated<number | null>
    messenger: Generated<string | null>
  }
  chat_looks: {
    channel: string
    project_id: number
    /** `ChatLook` of the contract. */
    document: string
  }
  clients: {
    id: Generated<number>
    project_id: number
    channel: string
    /** Who he is on that channel: a visitor's token, the number of a test person. Unique with the channel. */
    outside_id: string
    name: string
    /** The engine's session as JSON; null until the first turn. */
    session: string | null
    position: number | null
    /** Test people only: how far their clock is ahead of the real one, milliseconds. */
    clock_offset: number
    created_at: number
    updated_at: number
    /** The event whose turn waits for an answer from outside: until it is finished his other events and timers wait, too. */
    calling: Generated<number | null>
  }
  messages: {
    id: Generated<number>
    client_id: number
    turn_id: number | null
    author: 'client' | 'bot' | 'event'
    text: string
    /** Everything else of the message (format, buttons, attachments, flags) as JSON; null when there is nothing else. */
    extra: string | null
    block: number | null
    at: number
    /** The person who wrote it, on the side of the bot or as a comment, and his name then; null: bot, client or system. */
    account_id: Generated<number | null>
    speaker: Generated<string | null>
    /** 1: a comment of colleagues, kept as an event that the client never sees. */
    comment: Generated<number>
    pinned: Generated<number>
    edited_at: Generated<number | null>
    /** Made by the page of its author, unique within the client: a repeat is not stored again. */
    key: Generated<string | null>
  }
  /** What became of the parts of a message that a messenger was handed: what it calls them there, or why it did not take them. */
  outside_messages: {
    message_id: number
    part: number
    client_id: number
    /** Divided by spaces: several files of one part have a name each. */
    outside_ids: string
    failed: string | null
  }
  dialogues: {
    client_id: number
    project_id: number
    /** 1: a test person, who appears nowhere among real ones. */
    test: number
    channel: string
    name: string
    phone: Generated<string>
    email: Generated<string>
    responsible: number | null
    /** He wrote, and nobody could be made responsible for him then. */
    queued_at: number | null
    unread: Generated<number>
    /** His latest message was answered by nobody. */
    waiting: Generated<number>
    pinned: Generated<number>
    blocked: Generated<number>
    unsubscribed: Generated<number>
    paused_until: number | null
    position: number | null
    failed: Generated<number>
    /** The main profile of a merged client; null: he is one himself. */
    bound_to: number | null
    last_at: number
    last_from: 'client' | 'bot' | 'operator' | 'event' | 'comment' | null
    last_text: Generated<string>
    /** Moment of the client's latest own message. */
    own_at: number | null
    created_at: number
    /** 1: his search words and searchable variables are older than he is. `searched`: the latest message among the words. */
    stale: Generated<number>
    searched: Generated<number>
  }
  search_words: {
    project_id: number
    /** Lower case, ё as е; a prefix is a range of words. */
    word: string
    client_id: number
    /** Where he has it from (search-words.ts), added up. */
    sources: Generated<number>
  }
  client_variables: {
    client_id: number
    project_id: number
    scope: 'client' | 'order'
    name: string
    /** What variables can be found by: as shown, lower case, its beginning. */
    value: string
  }
  lists: {
    project_id: number
    number: number
    name: string
    folder: string
    color: number
    created_at: number
  }
  list_members: {
    project_id: number
    list: number
    client_id: number
    test: number
    added_at: number
  }
  labels: {
    project_id: number
    number: number
    name: string
    color: number
  }
  label_members: {
    project_id: number
    label: number
    client_id: number
    test: number
  }
}
