import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'
import { sendMessage } from '../shared/send-message.ts'

export const whatsappMessage = defineHostFunction({
  name: 'whatsapp_message',
  category: 'messaging',
  params: [
    { name: 'phone', type: 'text', about: { ru: 'Номер телефона.', en: 'The phone number.' } },
    { name: 'text', type: 'text', about: { ru: 'Текст. Пустой – взять текст блока.', en: 'The text. Empty: that of the block.' } },
    {
      name: 'bot_id',
      type: 'text',
      optional: true,
      about: { ru: 'Канал, если их несколько.', en: 'The channel, when there are several.' },
    },
    {
      name: 'message_id',
      type: 'any',
      optional: true,
      about: { ru: 'Номер блока.', en: 'Number of a block.' },
      shown: { type: 'integer' },
    },
    {
      name: 'timeout',
      type: 'any',
      optional: true,
      about: {
        ru: 'Через сколько секунд отправить или когда: ГГГГ-ММ-ДД ЧЧ:ММ:СС.',
        en: 'After how many seconds to send it, or when: YYYY-MM-DD HH:MM:SS.',
      },
      shown: { type: 'integer|text' },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Отправляет сообщение клиенту по номеру телефона. Даёт True.',
    en: 'Sends a message to a client by his phone number. Gives True.',
  },
  onError: {
    ru: 'Если отправить нечего, некому или время не прочесть, даёт False.',
    en: 'Nothing to send, nobody to send it to or a time that cannot be read gives False.',
  },
  examples: [
    { script: "whatsapp_message('+7 900 000-00-02', 'Your order is ready')", gives: true },
    { script: "whatsapp_message('12', 'Hello')", gives: false },
  ],
  failure: false,
  run: (phone, text, _bot, block, timeout, world) =>
    onceKnown(world.ports.clients.findByPhone(phone), (client) =>
      client === null ? false : sendMessage(client, { text, block, timeout }, world),
    ),
})
