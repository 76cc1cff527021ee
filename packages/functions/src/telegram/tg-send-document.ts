import { defineHostFunction } from '../define-function.ts'
import { whenNotAsked } from '../shared/ask-telegram.ts'
import { sendTelegramFile } from '../shared/send-telegram-file.ts'
import * as params from '../shared/telegram-params.ts'

export const tgSendDocument = defineHostFunction({
  name: 'tg_send_document',
  category: 'telegram',
  asksOutside: true,
  params: [
    params.platformId,
    { name: 'document', type: 'text', about: { ru: 'Файл: ссылка или file_id.', en: 'The file: a link or a file_id.' } },
    params.caption,
    params.replyMarkup,
    params.parseMode,
    params.replyTo,
    params.protectContent,
    params.disableNotification,
    params.threadId,
    params.entities,
  ],
  returns: 'dict',
  help: {
    ru: 'Отправляет файл через бота Telegram мимо диалога. Даёт ответ Telegram.',
    en: 'Sends a file by the Telegram bot, past the dialogue. Gives the answer of Telegram.',
  },
  onError: whenNotAsked,
  examples: [{ script: "tg_send_document('777', 'https://example.org/a.pdf', 'Here')['ok']", gives: true }],
  failure: false,
  run: (to, file, caption, markup, mode, reply, protect, silent, thread, entities, world) =>
    sendTelegramFile('document', { to, file, caption, markup, mode, reply, protect, silent, thread, entities }, world),
})
