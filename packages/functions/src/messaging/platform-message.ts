import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'
import { onceKnown } from '../shared/once-known.ts'
import { sendMessage } from '../shared/send-message.ts'

export const platformMessage = defineHostFunction({
  name: 'platform_message',
  category: 'messaging',
  params: [
    { name: 'platform_id', type: 'text', about: { ru: 'id клиента в мессенджере.', en: 'Id of the client in the messenger.' } },
    { name: 'text', type: 'text', about: { ru: 'Текст. Пустой – взять текст блока.', en: 'The text. Empty: that of the block.' } },
    {
      name: 'group_id',
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
    ru: 'Отправляет сообщение клиенту по его id в мессенджере. Даёт True.',
    en: 'Sends a message to a client by his id in the messenger. Gives True.',
  },
  onError: {
    ru: 'Если отправить нечего, некому или время не прочесть, даёт False.',
    en: 'Nothing to send, nobody to send it to or a time that cannot be read gives False.',
  },
  examples: [
    { script: "platform_message('p2', 'Your order is ready')", gives: true },
    { script: "platform_message('nobody', 'Hello')", gives: false },
  ],
  failure: false,
  run: (platformId, text, group, block, timeout, world) =>
    onceKnown(world.ports.clients.findByPlatformId(platformId.trim(), isBlank(group ?? '') ? undefined : group), (client) =>
      client === null ? false : sendMessage(client, { text, block, timeout }, world),
    ),
})
