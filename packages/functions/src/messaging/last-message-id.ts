import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const lastMessageId = defineHostFunction({
  name: 'last_message_id',
  category: 'messaging',
  params: [],
  returns: 'text',
  help: { ru: 'Номер последнего сообщения бота в мессенджере.', en: "The messenger's id of the last message of the bot." },
  onError: { ru: 'Если бот ещё не писал – пусто.', en: 'A bot that has not written yet gives nothing.' },
  examples: [{ script: 'last_message_id()', gives: '7' }],
  readsOnly: true,
  failure: null,
  run: ({ ports }) => onceKnown(ports.dialogue.lastMessages(), (ids) => (ids.length ? ids.join('_') : null)),
})
