import { toPlain, type CallWorld, type Value } from '@voronka/calculator'
import type { MaybePromise, Ports } from '../ports.ts'
import { askTelegram, flagOf, markupOf, modeOf, numberOf, textOf } from './ask-telegram.ts'

interface SentFile {
  readonly to: string
  /** Its address, or Telegram's own name for it. */
  readonly file: string
  readonly caption: Value | undefined
  readonly markup: Value | undefined
  readonly mode: Value | undefined
  readonly reply: Value | undefined
  readonly protect: Value | undefined
  readonly silent: Value | undefined
  readonly thread: Value | undefined
  readonly entities: Value | undefined
}

const methods = { photo: 'sendPhoto', document: 'sendDocument' } as const

/** What the functions that send a file have in common. */
export function sendTelegramFile(kind: keyof typeof methods, sent: SentFile, world: CallWorld<Ports>): MaybePromise<Value> {
  const reply = numberOf(sent.reply)
  return askTelegram(
    methods[kind],
    {
      chat_id: sent.to.trim(),
      [kind]: sent.file.trim(),
      caption: textOf(sent.caption),
      reply_markup: markupOf(sent.markup),
      parse_mode: modeOf(sent.mode),
      reply_parameters: reply === undefined ? undefined : { message_id: reply },
      protect_content: flagOf(sent.protect),
      disable_notification: flagOf(sent.silent),
      message_thread_id: numberOf(sent.thread),
      caption_entities: toPlain(sent.entities ?? null) || undefined,
    },
    world,
  )
}
