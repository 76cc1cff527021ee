import { sendTelegramFile } from '../shared/send-telegram-file.ts'

export const tgSendDocument = sendTelegramFile({
  kind: 'document',
  about: { ru: 'Файл: ссылка, файл проекта или file_id.', en: 'The file: a link, a file of the project or a file_id.' },
  help: {
    ru: 'Отправляет файл через бота Telegram мимо диалога. Даёт ответ Telegram.',
    en: 'Sends a file by the Telegram bot, past the dialogue. Gives the answer of Telegram.',
  },
  example: "tg_send_document('777', 'https://example.org/a.pdf', 'Here')['ok']",
})
