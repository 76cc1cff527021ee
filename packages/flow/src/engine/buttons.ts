import { asArray, isDict, parseJson, toNumber, toText, truth, type Dict, type Value } from '@voronka/calculator'
import type { Arrow, Button, ButtonKind } from '../model/flow.ts'
import type { CompiledBlock } from './compile-flow.ts'
import type { OutgoingButton, OutgoingMessage } from './contract.ts'
import { log } from './log.ts'
import type { OpenTurn } from './open-turn.ts'
import { render } from './render-text.ts'
import type { Step } from './steps.ts'

export type Keyboard = Pick<OutgoingMessage, 'buttons' | 'removeKeyboard'>

/** The buttons of a block with variables as they are now (section 14): its code or else its list, and its arrows shown as buttons. */
export function* buildButtons(turn: OpenTurn, { block, buttonArrows }: CompiledBlock): Step<Keyboard> {
  const buttons: OutgoingButton[] = []
  let removeKeyboard = false
  if (block.showButtons && block.buttonCode.trim() !== '') {
    const coded = readCode(yield* render(turn, block.buttonCode))
    if (!coded) log(turn, { code: 'bad-button-code', block: block.number })
    buttons.push(...(coded?.buttons ?? []))
    removeKeyboard = coded?.removeKeyboard ?? false
  } else if (block.showButtons) {
    for (const button of block.buttons) buttons.push(...(yield* listed(turn, button, block.buttonKind)))
  }
  if (block.showArrowButtons) {
    for (const arrow of buttonArrows) buttons.push(...(yield* arrowButton(turn, arrow)))
  }
  buttons.sort((a, b) => a.line - b.line || a.indexInLine - b.indexInLine)
  return { buttons, ...(removeKeyboard && { removeKeyboard }) }
}

function* listed(
  turn: OpenTurn,
  { text, action, callback, url, line, indexInLine, color }: Button,
  kind: ButtonKind,
): Step<OutgoingButton[]> {
  return button({
    kind,
    text: yield* render(turn, text),
    line,
    indexInLine,
    callback: action === 'callback' ? yield* render(turn, callback) : '',
    url: action === 'url' ? yield* render(turn, url) : '',
    color,
    asks: action,
  })
}

/** A keyboard button, never an inline one. Its caption is what the arrow hears: of several alternatives the first. */
function* arrowButton(turn: OpenTurn, { condition, buttonLine, buttonIndex, buttonColor }: Arrow): Step<OutgoingButton[]> {
  const heard = yield* render(turn, condition)
  const text = heard.split(';').find((part) => part.trim() !== '') ?? ''
  return button({ kind: 'reply', text, line: buttonLine, indexInLine: buttonIndex, callback: '', url: '', color: buttonColor, asks: '' })
}

type Written = Omit<OutgoingButton, 'callback' | 'url' | 'color' | 'asks'> & {
  readonly callback: string
  readonly url: string
  readonly color: string
  /** Anything else than what can be asked for asks for nothing. */
  readonly asks: string
}

/**
 * None without a caption. A callback or a link needs an inline button, and a callback must differ from the caption to be one; only reply buttons ask for
 * something.
 */
function button({ kind, text, line, indexInLine, callback, url, color, asks }: Written): OutgoingButton[] {
  const caption = text.trim()
  if (caption === '') return []
  if (asks === 'phone' || asks === 'location')
    return [{ kind: 'reply', text: caption, line, indexInLine, asks, ...(color !== '' && { color }) }]
  const calls = kind !== 'reply' && callback.trim() !== '' && callback.trim() !== caption
  const links = url.trim() !== ''
  return [
    {
      kind: kind === 'auto' && (calls || links) ? 'inline' : kind,
      text: caption,
      line,
      indexInLine,
      ...(calls && { callback: callback.trim() }),
      ...(links && { url: url.trim() }),
      ...(color !== '' && { color }),
    },
  ]
}

/** Buttons as block code and the project API write them (section 14); undefined: they are no list of buttons. */
export function readButtons(items: Value): readonly OutgoingButton[] | undefined {
  const list = asArray(items)
  return list?.every(isDict) ? list.flatMap(coded) : undefined
}

/** The button code with its variables replaced; undefined when it is no array of buttons. A variable that is not set gives no buttons. */
function readCode(code: string): { readonly buttons: OutgoingButton[]; readonly removeKeyboard: boolean } | undefined {
  const items = code.trim() === '' ? [] : asArray(parseJson(code.trim()) ?? null)
  if (!items?.every(isDict)) return undefined
  return { buttons: items.flatMap(coded), removeKeyboard: items.some((item) => item.has('buttons') && truth(item.get('one_time') ?? null)) }
}

function coded(item: Dict): OutgoingButton[] {
  const text = (key: string): string => toText(item.get(key) ?? null)
  const type = text('type')
  return button({
    kind: type === 'reply' || type === 'inline' ? type : 'auto',
    text: text('text'),
    line: place(item.get('line')),
    indexInLine: place(item.get('index_in_line')),
    callback: text('callback'),
    url: text('url'),
    color: text('color'),
    asks: type,
  })
}

function place(value: Value = null): number {
  const number = Math.floor(toNumber(value) ?? 0)
  return number > 0 ? number : 0
}
