import { defineHostFunction } from '../define-function.ts'
import { askTelegram, flagOf, textOf, whenNotAsked } from '../shared/ask-telegram.ts'

export const tgAnswerCallbackQuery = defineHostFunction({
  name: 'tg_answer_callback_query',
  category: 'telegram',
  asksOutside: true,
  params: [
    {
      name: 'callback_query_id',
      type: 'text',
      about: { ru: 'Переменная callback_query_id нажавшего.', en: 'The variable callback_query_id of whoever pressed.' },
    },
    { name: 'text', type: 'any', optional: true, shown: { type: 'text' }, about: { ru: 'Текст уведомления.', en: 'Text of the notice.' } },
    {
      name: 'show_alert',
      type: 'any',
      optional: true,
      about: { ru: '1 – окном, иначе строкой вверху чата.', en: '1: in a window, otherwise as a line on top of the chat.' },
    },
  ],
  returns: 'dict',
  help: {
    ru: 'Показывает уведомление тому, кто нажал кнопку. Даёт ответ Telegram.',
    en: 'Shows a notice to whoever pressed a button. Gives the answer of Telegram.',
  },
  onError: whenNotAsked,
  examples: [{ script: "tg_answer_callback_query('42', 'Saved', 1)['ok']", gives: true }],
  failure: false,
  run: (query, text, alert, world) =>
    askTelegram('answerCallbackQuery', { callback_query_id: query.trim(), text: textOf(text), show_alert: flagOf(alert) }, world),
})
