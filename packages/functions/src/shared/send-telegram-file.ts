import { toPlain } from '@voronka/calculator'
import { defineHostFunction, type FunctionDefinition } from '../define-function.ts'
import type { Words } from '../words.ts'
import { askTelegram, flagOf, markupOf, modeOf, numberOf, textOf, whenNotAsked } from './ask-telegram.ts'
import * as params from './telegram-params.ts'

const methods = { photo: 'sendPhoto', document: 'sendDocument' } as const

interface SendingFunction {
  readonly kind: keyof typeof methods
  /** Of the file: its address, or Telegram's own name for it. */
  readonly about: Words
  readonly help: Words
  readonly example: string
}

/** A function that sends a file by the client's bot, past the dialogue: they differ in what the file is. */
export const sendTelegramFile = ({ kind, about, help, example }: SendingFunction): FunctionDefinition =>
  defineHostFunction({
    name: `tg_send_${kind}`,
    category: 'telegram',
    asksOutside: true,
    params: [
      params.platformId,
      { name: kind, type: 'text', about },
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
    help,
    onError: whenNotAsked,
    examples: [{ script: example, gives: true }],
    failure: false,
    run: (to, file, caption, markup, mode, replyTo, protect, silent, thread, entities, world) => {
      const reply = numberOf(replyTo)
      return askTelegram(
        methods[kind],
        {
          chat_id: to.trim(),
          [kind]: file.trim(),
          caption: textOf(caption),
          reply_markup: markupOf(markup),
          parse_mode: modeOf(mode),
          reply_parameters: reply === undefined ? undefined : { message_id: reply },
          protect_content: flagOf(protect),
          disable_notification: flagOf(silent),
          message_thread_id: numberOf(thread),
          caption_entities: toPlain(entities ?? null) || undefined,
        },
        world,
      )
    },
  })
