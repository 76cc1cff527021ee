import { asArray, isDict, parseJson, toText } from '@voronka/calculator'
import type { Block, Button } from '../../flow.ts'
import { messengerLimits } from '../../messengers/all.ts'
import type { MessengerLimits } from '../../messengers/messenger-limits.ts'
import type { Check, Finding } from '../check.ts'

export const messengerLimit: Check = {
  code: 'messenger-limit',
  severity: 'warning',
  says: {
    ru: ({ what = '', name, most }) => `${name}: ${wordsOf(what).ru}${most ? ` (можно ${most})` : ''}.`,
    en: ({ what = '', name, most }) => `${name}: ${wordsOf(what).en}${most ? ` (${most} at most)` : ''}.`,
  },
  why: {
    ru: 'Подключённый мессенджер не передаст это клиенту так, как нарисовано.',
    en: 'The messenger that is connected cannot bring this to a client as it is drawn.',
  },
  *project({ project, targets }) {
    const connected = messengerLimits.filter(({ kind }) => targets?.messengers?.has(kind))
    if (connected.length === 0) return
    for (const block of project.blocks) for (const limits of connected) yield* beyond(block, limits)
  },
}

const words = {
  text: { ru: 'текст с разметкой длиннее одного сообщения', en: 'the formatted text is longer than one message' },
  besides: { ru: 'кнопки не придут: вложений слишком много', en: 'the buttons do not arrive beside so many attachments' },
  caption: { ru: 'подпись кнопки слишком длинная', en: 'the caption of a button is too long' },
  row: { ru: 'в строке слишком много кнопок', en: 'a line has too many buttons' },
  asks: {
    ru: 'кнопка, которая спрашивает номер или место, рядом с кнопками под сообщением ничего не спросит',
    en: 'a button that asks for the phone or the place asks for nothing in one message with inline buttons',
  },
} as const

const wordsOf = (what: string) => (what in words ? words[what as keyof typeof words] : words.text)

function* beyond(drawn: Block, limits: MessengerLimits): Iterable<Finding> {
  const { number: block, text, format, attachments, buttons, buttonKind, showButtons, buttonCode } = drawn
  const facts = (what: keyof typeof words, most: number) => ({ what, most: String(most), name: limits.name.en })
  if (format !== 'plain' && text.length > limits.text) yield { place: { block, field: 'text' }, facts: facts('text', limits.text) }
  const shown = showButtons && buttonCode.trim() === '' ? buttons : []
  if (shown.length > 0 && attachments.length > limits.buttons.besides && text.length <= limits.caption)
    yield { place: { block, field: 'attachments' }, facts: facts('besides', limits.buttons.besides) }
  const perRow = limits.buttons[buttonKind === 'reply' ? 'reply' : 'inline'].perRow
  for (const [index, { text: caption, line }] of shown.entries()) {
    if (caption.length > limits.buttons.caption)
      yield { place: { block, field: 'buttons', index }, facts: facts('caption', limits.buttons.caption) }
    const before = shown.slice(0, index).filter((other) => other.line === line).length
    if (before === perRow) yield { place: { block, field: 'buttons', index }, facts: facts('row', perRow) }
  }
  if (!limits.buttons.mixed && asksBesideInline(drawn)) {
    const index = shown.findIndex(asks)
    const place = index === -1 ? ({ block, field: 'buttonCode' } as const) : ({ block, field: 'buttons', index } as const)
    yield { place, facts: { what: 'asks', most: '', name: limits.name.en } }
  }
}

const asks = ({ action }: Pick<Button, 'action'>): boolean => action === 'phone' || action === 'location'

/** All of one message stand under it then (`partsOf`), where nothing can be asked for. Code whose variables make it no JSON says nothing here. */
function asksBesideInline({ buttons, buttonKind, showButtons, buttonCode }: Block): boolean {
  if (!showButtons) return false
  if (buttonCode.trim() !== '') {
    const coded = (asArray(parseJson(buttonCode.trim()) ?? null) ?? [])
      .filter(isDict)
      .map((item) => (name: string) => toText(item.get(name) ?? null))
    const asking = (type: string) => type === 'phone' || type === 'location'
    const under = (get: (name: string) => string) =>
      get('type') === 'inline' || (!asking(get('type')) && get('type') !== 'reply' && (get('callback') !== '' || get('url') !== ''))
    return coded.some((get) => asking(get('type'))) && coded.some(under)
  }
  const under = ({ action }: Button) => buttonKind === 'inline' || (buttonKind === 'auto' && (action === 'callback' || action === 'url'))
  return buttons.some(asks) && buttons.some((button) => !asks(button) && under(button))
}
