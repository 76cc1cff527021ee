import { defineHostFunction } from '../define-function.ts'
import { askTelegram, whenNotAsked } from '../shared/ask-telegram.ts'
import * as params from '../shared/telegram-params.ts'

export const tgDeleteMessage = defineHostFunction({
  name: 'tg_delete_message',
  category: 'telegram',
  asksOutside: true,
  params: [params.platformId, params.messageId],
  returns: 'dict',
  help: {
    ru: 'Удаляет сообщение в Telegram, пока ему не больше 48 часов. Даёт ответ Telegram.',
    en: 'Deletes a message in Telegram that is not older than 48 hours. Gives the answer of Telegram.',
  },
  onError: whenNotAsked,
  examples: [{ script: "tg_delete_message('777', 101)['ok']", gives: true }],
  failure: false,
  run: (to, message, world) => askTelegram('deleteMessage', { chat_id: to.trim(), message_id: message }, world),
})
