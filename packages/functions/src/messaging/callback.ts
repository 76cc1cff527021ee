import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'

export const callback = defineHostFunction({
  name: 'callback',
  category: 'messaging',
  params: [
    { name: 'client_id', type: 'id', about: { ru: 'Номер другого клиента (client_id).', en: 'Id of another client (client_id).' } },
    {
      name: 'callback_message',
      type: 'text',
      about: { ru: 'Текст события; клиент его не видит.', en: 'Text of the event; the client does not see it.' },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Отправляет событие в диалог другого клиента: у него сработают блоки и стрелки с таким условием. Даёт True.',
    en: 'Puts an event into the dialogue of another client: blocks and arrows with that condition fire there. Gives True.',
  },
  onError: {
    ru: 'Себе отправить нельзя; тогда, с пустым текстом или если нет такого клиента, даёт False.',
    en: 'Not to oneself: that, an empty text or no such client gives False.',
  },
  examples: [
    { script: "callback(2, 'order_ready')", gives: true },
    { script: "callback(1, 'order_ready')", gives: false },
  ],
  failure: false,
  run: (clientId, text, { ports: { clients, conversation } }) =>
    clientId !== conversation.clientId && !isBlank(text) && clients.callback(clientId, text),
})
