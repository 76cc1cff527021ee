import type { SaidButton } from '../channel-port.ts'

/** What Telegram hands back of a press, 1 to 64 bytes. */
const mostBytes = 64
/** Begins a reference to a button of a message of ours. */
const mark = '\u2026'

/** The callback of a button, else its caption; where there is no room for it, where to find it. */
export function pressedData({ callback, text, index }: Pick<SaidButton, 'callback' | 'text' | 'index'>, message: number): string {
  const says = callback ?? text
  return Buffer.byteLength(says) > mostBytes || says.startsWith(mark) ? `${mark}${message}:${index}` : says
}

/** The button that the data of a press names; undefined: it says itself what it means. */
export function readReference(data: string): { message: number; index: number } | undefined {
  const [, message, index] = /^\u2026(\d{1,15}):(\d{1,3})$/.exec(data) ?? []
  return message === undefined || index === undefined ? undefined : { message: Number(message), index: Number(index) }
}
