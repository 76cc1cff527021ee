/** What servers of others are sent: calls and mail. */
import type { Generated } from 'kysely'

export interface OutboundTables {
  /** Messengers, telephony, payment services (`connectionKinds` of the contract). */
  connections: {
    id: Generated<number>
    project_id: number
    kind: string
    name: string
    enabled: number
    /** Its fields that are no secrets, as JSON. */
    settings: string
    /** By name: sealed, and the last characters; as JSON. */
    secrets: string
    /** The key in the addresses under which the other side reaches us: sealed, and its hash to be found by. */
    inbound: string
    inbound_hash: string
    /** What the other side said when it was asked last, as JSON. */
    checked: string | null
    created_at: number
  }
  /** Files that clients sent and that still lie with their messenger. */
  awaited_files: {
    /** What the file will be called here. */
    id: string
    project_id: number
    client_id: number
    connection_id: number
    outside_id: string
    name: string
    created_at: number
  }
  /** How far a messenger was asked for news, and which process asks it now. */
  channel_feeds: {
    connection_id: number
    position: number
    holder: string
    held_until: number
  }
  /** Addresses that are told of every message (http-api, section 9). */
  webhooks: {
    id: Generated<number>
    project_id: number
    url: string
    enabled: number
    /** What failed is sent again; otherwise once is all. */
    repeats: number
    /** The key of its signatures, encrypted at rest. */
    secret: string
    created_at: number
  }
  /** What servers of others are to accept, and what became of it. */
  outbox: {
    id: Generated<number>
    project_id: number
    /** Whose server it is for: what waits for one never delays what waits for another. */
    queue: string
    /** Which of the senders knows how. */
    kind: string
    /** In one queue, what concerns one client goes strictly in order. */
    client_id: number | null
    /** The idempotency key: the same with every attempt. */
    key: string
    message: string
    state: 'waiting' | 'sent' | 'dead'
    /** Attempts ever made, and those since it was last put in by hand. */
    attempts: Generated<number>
    tries: Generated<number>
    /** When it is tried (again). While it is being sent: until when whoever does that has time. */
    due_at: number
    created_at: number
    finished_at: number | null
    /** What the other server calls it. */
    outside_id: string | null
    /** Why it was given up, or is tried again. */
    reason: string | null
    /** 1: where nobody knows whether it arrived, it is not sent again. */
    once: Generated<number>
    /** 1 while somebody sends it: who finds it so took it over from one who died. */
    sending: Generated<number>
  }
  /** Queues whose server asked for a pause, or has been failing. */
  outbox_queues: { queue: string; project_id: number; failures: number; paused_until: number }
  outbox_attempts: {
    outbox_id: number
    number: number
    at: number
    took_ms: number
    /** HTTP status; 0: there was no answer. */
    status: number
    reason: string | null
    /** The beginning of what was answered. */
    answer: string
  }
  mail_settings: {
    project_id: number
    host: string
    port: number
    security: string
    account: string
    sender: string
    /** Encrypted at rest. */
    password: string | null
  }
  /** Mails to send, until the mail server has taken them. */
  mails: {
    id: Generated<number>
    project_id: number
    recipient: string
    subject: string
    body: string
    created_at: number
    /** When to try (again). */
    due_at: number
    attempts: number
    /** 1 while somebody sends it, as in the outbox. */
    sending: Generated<number>
    /** Why it was given up; null: it waits. */
    failed: string | null
  }
}
