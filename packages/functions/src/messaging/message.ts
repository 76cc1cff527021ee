import { defineHostFunction } from '../define-function.ts'
import { sendMessage } from '../shared/send-message.ts'

export const message = defineHostFunction({
  name: 'message',
  category: 'messaging',
  params: [
    { name: 'client_id', type: 'id', about: { ru: 'Номер клиента (client_id).', en: 'Id of the client (client_id).' } },
    { name: 'text', type: 'text', about: { ru: 'Текст. Пустой – взять текст блока.', en: 'The text. Empty: that of the block.' } },
    {
      name: 'message_id',
      type: 'any',
      optional: true,
      shown: { type: 'integer' },
      about: { ru: 'Номер блока.', en: 'Number of a block.' },
    },
    {
      name: 'timeout',
      type: 'any',
      optional: true,
      shown: { type: 'integer|text' },
      about: {
        ru: 'Через сколько секунд отправить или когда: ГГГГ-ММ-ДД ЧЧ:ММ:СС.',
        en: 'After how many seconds to send it, or when: YYYY-MM-DD HH:MM:SS.',
      },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Отправляет сообщение клиенту: свой текст или текст блока, сразу или позже. Даёт True.',
    en: 'Sends a message to a client: a text of your own or that of a block, at once or later. Gives True.',
  },
  onError: {
    ru: 'Если отправить нечего, нет такого клиента или время не прочесть, даёт False.',
    en: 'Nothing to send, no such client or a time that cannot be read gives False.',
  },
  examples: [
    { script: "message(2, 'Your order is ready')", gives: true },
    { script: "message(2, '', 15, 600)", gives: true },
    { script: "message(2, '')", gives: false },
  ],
  failure: false,
  run: (clientId, text, block, timeout, world) => sendMessage(clientId, { text, block, timeout }, world),
})
