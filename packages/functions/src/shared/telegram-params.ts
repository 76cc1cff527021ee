const optional = true as const

export const platformId = {
  name: 'platform_id',
  type: 'text',
  about: { ru: 'id клиента в Telegram.', en: 'Id of the client in Telegram.' },
} as const

export const messageId = {
  name: 'message_id',
  type: 'id',
  about: { ru: 'Номер сообщения в Telegram.', en: 'Id of the message in Telegram.' },
} as const

export const replyMarkup = {
  name: 'reply_markup',
  type: 'any',
  optional,
  shown: { type: 'dict|array|text' },
  about: {
    ru: 'Кнопки: массив, как в коде кнопок, или словарь Telegram.',
    en: 'Buttons: an array as in button code, or a dictionary of Telegram.',
  },
} as const

export const parseMode = {
  name: 'parse_mode',
  type: 'any',
  optional,
  shown: { type: 'text' },
  about: { ru: 'Разметка: html, markdown или markdownV2.', en: 'Formatting: html, markdown or markdownV2.' },
} as const

export const disablePreview = {
  name: 'disable_web_page_preview',
  type: 'any',
  optional,
  about: { ru: '1 – без предпросмотра ссылки.', en: '1: without a preview of the link.' },
} as const

export const protectContent = {
  name: 'protect_content',
  type: 'any',
  optional,
  about: { ru: '1 – нельзя переслать и сохранить.', en: '1: it cannot be forwarded or saved.' },
} as const

export const disableNotification = {
  name: 'disable_notification',
  type: 'any',
  optional,
  about: { ru: '1 – без звука.', en: '1: without a sound.' },
} as const

export const threadId = {
  name: 'message_thread_id',
  type: 'any',
  optional,
  shown: { type: 'integer' },
  about: { ru: 'Тема группы-форума.', en: 'Topic of a forum group.' },
} as const

export const entities = {
  name: 'entities',
  type: 'any',
  optional,
  shown: { type: 'array' },
  about: { ru: 'Готовое форматирование Telegram.', en: 'Formatting as Telegram gives it.' },
} as const

export const caption = {
  name: 'caption',
  type: 'any',
  optional,
  shown: { type: 'text' },
  about: { ru: 'Подпись.', en: 'Its caption.' },
} as const

export const replyTo = {
  name: 'reply_to_message_id',
  type: 'any',
  optional,
  shown: { type: 'integer' },
  about: { ru: 'На какое сообщение ответить.', en: 'The message to reply to.' },
} as const
