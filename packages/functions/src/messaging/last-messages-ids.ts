import { defineHostFunction } from '../define-function.ts'

export const lastMessagesIds = defineHostFunction({
  name: 'last_messages_ids',
  category: 'messaging',
  params: [],
  returns: 'array',
  help: {
    ru: 'Номера последнего сообщения бота в мессенджере: текста и вложений – массивом.',
    en: "The messenger's ids of the last message of the bot, of text and attachments, as an array.",
  },
  onError: { ru: 'Если бот ещё не писал – пустой массив.', en: 'A bot that has not written yet gives an empty array.' },
  examples: [{ script: 'last_messages_ids()', gives: ['7'] }],
  readsOnly: true,
  failure: [],
  run: ({ ports }) => ports.dialogue.lastMessages(),
})
