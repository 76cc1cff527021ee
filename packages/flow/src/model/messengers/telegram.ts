import type { MessengerLimits } from './messenger-limits.ts'

/** builder-and-runtime, section 14, "Telegram limits"; lengths are those of the Bot API. */
export const telegram: MessengerLimits = {
  kind: 'telegram',
  name: { ru: 'Telegram', en: 'Telegram' },
  text: 4096,
  caption: 1024,
  buttons: { reply: { perRow: 12 }, inline: { perRow: 8 }, caption: 32, most: 100, mixed: false, besides: 1 },
}
