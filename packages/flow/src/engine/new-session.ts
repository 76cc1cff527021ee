import type { ClientFacts, Session } from './contract.ts'

/** A client who has just appeared: in no block, with nothing said and nothing stored. */
export function newSession(client: ClientFacts): Session {
  return {
    client,
    position: null,
    variables: { order: new Map(), client: new Map() },
    order: null,
    visited: new Set(),
    answered: new Set(),
    travelled: new Set(),
    pending: [],
    nextPending: 1,
    unsubscribed: false,
    blocked: false,
    pausedUntil: null,
    waiting: false,
    lastMessageAt: null,
    received: 0,
    question: '',
    attachments: [],
    recentBlocks: [],
  }
}
