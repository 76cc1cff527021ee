import { defineHostFunction } from '../define-function.ts'

export const clearUnread = defineHostFunction({
  name: 'clear_unread',
  category: 'client',
  params: [],
  returns: 'boolean',
  help: { ru: 'Обнуляет счётчик непрочитанных. Даёт True.', en: 'Sets the counter of unread messages to 0. Gives True.' },
  examples: [{ script: 'clear_unread()', gives: true }],
  failure: false,
  run: ({ ports }) => ports.dialogue.clearUnread(),
})
