import { toPlain } from '@voronka/calculator'
import { defineHostFunction } from '../define-function.ts'
import { askTelegram, flagOf, markupOf, modeOf, numberOf, whenNotAsked } from '../shared/ask-telegram.ts'
import * as params from '../shared/telegram-params.ts'

export const tgSendMessage = defineHostFunction({
  name: 'tg_send_message',
  category: 'telegram',
  asksOutside: true,
  params: [
    params.platformId,
    { name: 'text', type: 'text', about: { ru: 'Текст.', en: 'The text.' } },
    {
      name: 'client_message_id',
      type: 'any',
      optional: true,
      shown: { type: 'integer' },
      about: { ru: 'На какое сообщение ответить.', en: 'The message to reply to.' },
    },
    params.replyMarkup,
    params.parseMode,
    params.disablePreview,
    params.protectContent,
    params.disableNotification,
    params.threadId,
    params.entities,
  ],
  returns: 'dict',
  help: {
    ru: "Отправляет сообщение через бота Telegram мимо диалога. Даёт ответ Telegram: {'ok': True, 'result': {'message_id': 101}}.",
    en: "Sends a message by the Telegram bot, past the dialogue. Gives the answer of Telegram: {'ok': True, 'result': {'message_id': 101}}.",
  },
  onError: whenNotAsked,
  examples: [
    { script: "tg_send_message('777', 'Hello')['result']['message_id']", gives: 101 },
    { script: "tg_send_message('777', 'Choose', '', [{'type': 'inline', 'text': 'Yes', 'callback': 'yes'}])['ok']", gives: true },
  ],
  failure: false,
  run: (to, text, reply, markup, mode, noPreview, protect, silent, thread, entities, world) =>
    askTelegram(
      'sendMessage',
      {
        chat_id: to.trim(),
        text,
        reply_parameters: replyOf(numberOf(reply)),
        reply_markup: markupOf(markup),
        parse_mode: modeOf(mode),
        link_preview_options: flagOf(noPreview) && { is_disabled: true },
        protect_content: flagOf(protect),
        disable_notification: flagOf(silent),
        message_thread_id: numberOf(thread),
        entities: toPlain(entities ?? null) || undefined,
      },
      world,
    ),
})

const replyOf = (id: number | undefined): object | undefined => (id === undefined ? undefined : { message_id: id })
