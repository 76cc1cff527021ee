import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'
import { onceKnown } from '../shared/once-known.ts'

export const tgCallback = defineHostFunction({
  name: 'tg_callback',
  category: 'messaging',
  params: [
    { name: 'platform_id', type: 'text', about: { ru: 'id клиента в Telegram.', en: 'Id of the client in Telegram.' } },
    {
      name: 'callback_message',
      type: 'text',
      about: { ru: 'Текст события; клиент его не видит.', en: 'Text of the event; the client does not see it.' },
    },
    { name: 'group_id', type: 'text', optional: true, about: { ru: 'Бот, если их несколько.', en: 'The bot, when there are several.' } },
    { name: 'tg_business', type: 'any', optional: true, about: { ru: 'Бизнес-аккаунт Telegram.', en: 'Telegram business account.' } },
  ],
  returns: 'boolean',
  help: {
    ru: 'Отправляет событие в диалог другого клиента по его id в Telegram. Даёт True.',
    en: 'Puts an event into the dialogue of another client by his Telegram id. Gives True.',
  },
  onError: {
    ru: 'Себе отправить нельзя; тогда, с пустым текстом или если нет такого клиента, даёт False.',
    en: 'Not to oneself: that, an empty text or no such client gives False.',
  },
  examples: [
    { script: "tg_callback('p2', 'order_ready')", gives: true },
    { script: "tg_callback('nobody', 'order_ready')", gives: false },
  ],
  failure: false,
  run: (platformId, text, group, _business, { ports: { clients, conversation } }) =>
    !isBlank(text) &&
    onceKnown(clients.findByPlatformId(platformId.trim(), isBlank(group ?? '') ? undefined : group), (client) =>
      client === null || client === conversation.clientId ? false : clients.callback(client, text),
    ),
})
