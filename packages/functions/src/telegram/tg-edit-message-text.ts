import { toPlain } from '@voronka/calculator'
import { defineHostFunction } from '../define-function.ts'
import { askTelegram, flagOf, markupOf, modeOf, whenNotAsked } from '../shared/ask-telegram.ts'
import * as params from '../shared/telegram-params.ts'

export const tgEditMessageText = defineHostFunction({
  name: 'tg_edit_message_text',
  category: 'telegram',
  asksOutside: true,
  params: [
    params.platformId,
    params.messageId,
    { name: 'text', type: 'text', about: { ru: 'Новый текст.', en: 'The new text.' } },
    params.replyMarkup,
    params.parseMode,
    params.disablePreview,
    params.entities,
  ],
  returns: 'dict',
  help: {
    ru: 'Меняет текст отправленного ботом сообщения; его кнопки – те, что переданы. Даёт ответ Telegram.',
    en: 'Changes the text of a message of the bot; its buttons are those that are given. Gives the answer of Telegram.',
  },
  onError: whenNotAsked,
  examples: [{ script: "tg_edit_message_text('777', 101, 'Thank you')['ok']", gives: true }],
  failure: false,
  run: (to, message, text, markup, mode, noPreview, entities, world) =>
    askTelegram(
      'editMessageText',
      {
        chat_id: to.trim(),
        message_id: message,
        text,
        reply_markup: markupOf(markup),
        parse_mode: modeOf(mode),
        link_preview_options: flagOf(noPreview) && { is_disabled: true },
        entities: toPlain(entities ?? null) || undefined,
      },
      world,
    ),
})
