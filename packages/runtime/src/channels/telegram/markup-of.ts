import type { InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types'
import type { SaidButton, Sending } from '../channel-port.ts'
import { pressedData } from './pressed-data.ts'

const mostInRow = { reply: 12, inline: 8 }

/** The keyboard that goes with a part of a message (builder-and-runtime, section 14). Undefined: none, and one that is open stays. */
export function markupOf({
  message,
  part: { buttons },
  keyboard,
}: Pick<Sending, 'message' | 'part' | 'keyboard'>): InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | undefined {
  const [first] = buttons
  if (!first) return keyboard === 'goes' ? { remove_keyboard: true } : undefined
  if (first.kind === 'inline')
    return { inline_keyboard: rowsOf(buttons, mostInRow.inline).map((row) => row.map((each) => under(each, message))) }
  return {
    keyboard: rowsOf(buttons, mostInRow.reply).map((row) => row.map(replyButton)),
    resize_keyboard: true,
    one_time_keyboard: keyboard !== 'stays',
  }
}

/** By their lines; what does not fit into a row goes on in the next one. */
function rowsOf(buttons: readonly SaidButton[], most: number): SaidButton[][] {
  const rows: SaidButton[][] = []
  let line: number | undefined
  for (const button of buttons) {
    const row = rows.at(-1)
    if (row && button.line === line && row.length < most) row.push(button)
    else rows.push([button])
    line = button.line
  }
  return rows
}

function replyButton({ text, asks }: SaidButton): KeyboardButton {
  if (asks === 'phone') return { text, request_contact: true }
  return asks === 'location' ? { text, request_location: true } : { text }
}

const under = (button: SaidButton, message: number): InlineKeyboardButton =>
  button.url === undefined ? { text: button.text, callback_data: pressedData(button, message) } : { text: button.text, url: button.url }
