import { defineHostFunction } from '../define-function.ts'

export const wasInState = defineHostFunction({
  name: 'was_in_state',
  category: 'client',
  params: [{ name: 'message_id', type: 'id', about: { ru: 'Номер блока.', en: 'Number of a block.' } }],
  returns: 'boolean',
  help: { ru: 'Был ли клиент когда-нибудь в этом блоке.', en: 'Has the client ever been in this block?' },
  onError: { ru: 'Если такого блока нет, даёт False.', en: 'For a block that does not exist it gives False.' },
  examples: [
    { script: 'was_in_state(1)', gives: true },
    { script: 'was_in_state(99)', gives: false },
  ],
  readsOnly: true,
  failure: false,
  run: (block, { ports }) => ports.conversation.wasInState(block),
})
