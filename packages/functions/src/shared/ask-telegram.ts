import {
  asArray,
  asDict,
  isNone,
  parseJson,
  toNumber,
  toPlain,
  toText,
  truth,
  type CallWorld,
  type Dict,
  type Value,
} from '@voronka/calculator'
import type { MaybePromise, Ports } from '../ports.ts'
import type { Words } from '../words.ts'
import { onceKnown } from './once-known.ts'

/** Parameters of a method of the Bot API; those that are undefined are left out. */
export type TelegramParams = Readonly<Record<string, unknown>>

export const whenNotAsked: Words = {
  ru: 'Отказ Telegram – тот же словарь с ok: False и description. Если бот не подключён или Telegram не отвечает, даёт False.',
  en: 'A refusal of Telegram is the same dictionary, with ok: False and a description. Without a connected bot, or when Telegram does not answer, gives False.',
}

/** Asks Telegram by the bot of the running client, and gives its answer as it is. */
export function askTelegram(method: string, params: TelegramParams, { ports }: CallWorld<Ports>): MaybePromise<Value> {
  const request = { through: 'telegram', method: 'POST', url: method, headers: [], body: JSON.stringify(params) } as const
  return onceKnown(ports.requests.send(request), ({ status, body }) => (status > 0 ? asDict(parseJson(body) ?? null) : undefined) ?? false)
}

const given = (value: Value | undefined): value is Value => value !== undefined && !isNone(value) && value !== ''

export const textOf = (value: Value | undefined): string | undefined => (given(value) ? toText(value) : undefined)

export const numberOf = (value: Value | undefined): number | undefined => (given(value) ? (toNumber(value) ?? undefined) : undefined)

/** Anything but 0, False and nothing switches on. */
export const flagOf = (value: Value | undefined): true | undefined =>
  given(value) && truth(value) && toText(value).toLowerCase() !== 'false' && toText(value) !== '0' ? true : undefined

const modes = new Map([
  ['html', 'HTML'],
  ['markdown', 'Markdown'],
  ['markdownv2', 'MarkdownV2'],
])

export const modeOf = (value: Value | undefined): string | undefined => modes.get((textOf(value) ?? '').trim().toLowerCase())

/** Buttons as Telegram wants them: its own form, or a list as block code writes it (builder-and-runtime, section 14). */
export function markupOf(value: Value | undefined): unknown {
  if (!given(value)) return undefined
  const list = asArray(value)
  if (!list) return toPlain(asDict(value) ?? null) ?? undefined
  const buttons = list.flatMap((each) => asDict(each) ?? [])
  const word = (button: Dict, name: string): string => textOf(button.get(name)) ?? ''
  const isUnder = buttons.some((button) => word(button, 'type') !== 'reply')
  const lineOf = (button: Dict): number => toNumber(button.get('line') ?? 0) ?? 0
  const lines = [...new Set(buttons.map(lineOf))].toSorted((a, b) => a - b)
  const sorted = lines.map((line) => buttons.filter((button) => lineOf(button) === line))
  if (!isUnder) return { keyboard: sorted.map((row) => row.map((button) => ({ text: word(button, 'text') }))), resize_keyboard: true }
  const under = (button: Dict): object =>
    word(button, 'url') === ''
      ? { text: word(button, 'text'), callback_data: word(button, 'callback') || word(button, 'text') }
      : { text: word(button, 'text'), url: word(button, 'url') }
  return { inline_keyboard: sorted.map((row) => row.map(under)) }
}
