import { sendTelegramFile } from '../shared/send-telegram-file.ts'

export const tgSendPhoto = sendTelegramFile({
  kind: 'photo',
  about: { ru: 'Фотография: ссылка, файл проекта или file_id.', en: 'The photo: a link, a file of the project or a file_id.' },
  help: {
    ru: 'Отправляет фотографию через бота Telegram мимо диалога. Даёт ответ Telegram.',
    en: 'Sends a photo by the Telegram bot, past the dialogue. Gives the answer of Telegram.',
  },
  example: "tg_send_photo('777', 'https://example.org/a.jpg', 'Here')['ok']",
})
