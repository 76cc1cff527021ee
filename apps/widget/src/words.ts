import type { Refusal } from './transport.ts'

export interface Words {
  readonly chat: string
  readonly close: string
  readonly messages: string
  readonly write: string
  readonly send: string
  readonly sending: string
  readonly failed: string
  readonly again: string
  readonly connecting: string
  readonly offline: string
  readonly typing: string
  readonly answers: string
  readonly newMessages: string
  readonly opensInNewWindow: string
  readonly spoiler: string
  readonly empty: string
  readonly you: string
  readonly loading: string
  readonly attach: string
  readonly remove: string
  readonly inAnswerTo: string
  readonly file: string
  readonly fileTooLarge: string
  readonly fileBusy: string
  readonly fileFailed: string
  readonly refusals: Readonly<Record<Refusal, readonly [title: string, what: string]>>
}

const ru: Words = {
  chat: 'Чат',
  close: 'Закрыть чат',
  messages: 'Сообщения',
  write: 'Напишите сообщение',
  send: 'Отправить',
  sending: 'отправляется',
  failed: 'Не отправлено',
  again: 'Повторить',
  connecting: 'Соединяемся…',
  offline: 'Нет связи. Сообщения отправятся, когда она появится',
  typing: 'Печатает…',
  answers: 'Варианты ответа',
  newMessages: 'Новые сообщения',
  opensInNewWindow: 'откроется в новом окне',
  spoiler: 'Скрытый текст, нажмите, чтобы прочитать',
  empty: 'Напишите что-нибудь, чтобы начать',
  you: 'Вы',
  loading: 'Загружаем переписку',
  attach: 'Прикрепить файлы',
  remove: 'Убрать',
  inAnswerTo: 'В ответ на',
  file: 'Файл',
  fileTooLarge: 'Больше 20 МБ',
  fileBusy: 'Слишком много сразу, попробуйте через минуту',
  fileFailed: 'Не загрузился, попробуйте ещё раз',
  refusals: {
    closed: ['Чат закрыт', 'Владелец выключил его. Попробуйте зайти позже.'],
    missing: ['Такого чата нет', 'Проверьте ссылку: возможно, она скопирована не полностью.'],
    unpublished: ['Чат ещё не открыт', 'Бот пока готовится. Загляните позже.'],
    'too-long': ['Сообщение слишком длинное', 'Разделите его на несколько.'],
    refused: ['Сообщение не принято', 'Попробуйте написать иначе.'],
  },
}

const en: Words = {
  chat: 'Chat',
  close: 'Close the chat',
  messages: 'Messages',
  write: 'Write a message',
  send: 'Send',
  sending: 'sending',
  failed: 'Not sent',
  again: 'Try again',
  connecting: 'Connecting…',
  offline: 'No connection. Your messages will go out when it is back',
  typing: 'Typing…',
  answers: 'Suggested answers',
  newMessages: 'New messages',
  opensInNewWindow: 'opens in a new window',
  spoiler: 'Hidden text, press to read',
  empty: 'Write something to begin',
  you: 'You',
  loading: 'Loading the conversation',
  attach: 'Attach files',
  remove: 'Remove',
  inAnswerTo: 'In answer to',
  file: 'File',
  fileTooLarge: 'Larger than 20 MB',
  fileBusy: 'Too many at once, try again in a minute',
  fileFailed: 'Not uploaded, try again',
  refusals: {
    closed: ['This chat is closed', 'Its owner has switched it off. Please try again later.'],
    missing: ['There is no such chat', 'Check the link: part of it may be missing.'],
    unpublished: ['This chat is not open yet', 'The bot is still being prepared. Please come back later.'],
    'too-long': ['The message is too long', 'Please split it into several.'],
    refused: ['The message was not accepted', 'Please try to put it differently.'],
  },
}

export const words: Readonly<Record<'ru' | 'en', Words>> = { ru, en }

/** The one that was chosen; else by the first of the browser's languages that we speak, English when there is none. */
export function languageFor(chosen: 'auto' | 'ru' | 'en', languages: readonly string[]): 'ru' | 'en' {
  if (chosen !== 'auto') return chosen
  const known = languages.map((language) => language.slice(0, 2).toLowerCase()).find((language) => language === 'ru' || language === 'en')
  return known === 'ru' ? 'ru' : 'en'
}
