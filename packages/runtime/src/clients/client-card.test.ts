import { expect, it } from 'vitest'
import { dialogueMessage } from './client-card.ts'
import type { StoredMessage } from './messages.store.ts'

const message: StoredMessage = {
  id: 5,
  client: 1,
  turn: null,
  author: 'bot',
  text: 'Sale',
  extra: {},
  block: null,
  at: 0,
  account: null,
  speaker: null,
  pinned: false,
  editedAt: null,
}

it('a message is shown as failed where the reason of it is known, and only there', () => {
  expect(dialogueMessage(message).failed).toBe(false)
  expect(dialogueMessage({ ...message, extra: { failed: 'The channel is not connected' } })).toMatchObject({ id: 5, failed: true })
})
