import { defineHostFunction } from '../define-function.ts'

export const removeLastMessage = defineHostFunction({
  name: 'remove_last_message',
  category: 'messaging',
  params: [],
  returns: 'boolean',
  help: {
    ru: 'Удаляет у клиента последнее сообщение бота. Даёт True.',
    en: 'Deletes the last message of the bot at the client. Gives True.',
  },
  onError: { ru: 'Если удалять нечего, даёт False.', en: 'Nothing to delete gives False.' },
  examples: [{ script: 'remove_last_message()', gives: true }],
  failure: false,
  run: ({ ports }) => ports.dialogue.removeLast(),
})
