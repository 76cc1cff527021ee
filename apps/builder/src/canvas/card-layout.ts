import { isConditional, isNothing } from '@voronka/flow'
import type { Block, Button } from '@voronka/flow'

export const cardWidth = 260

/** Heights of the parts of a card, in canvas units. The card is drawn with exactly these, so React Flow need not measure it. */
export const rows = { header: 36, chip: 28, line: 18, textPadding: 16, button: 30, buttonsPadding: 8, script: 16, scriptPadding: 12 }

const mostTextLines = 4
const mostNoteLines = 14
const mostScriptLines = 3
const mostButtons = 12
const charactersInLine = 36

export interface Knob {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** What a card shows and how high it is. */
export interface CardLayout {
  readonly height: number
  readonly condition: boolean
  readonly textLines: number
  readonly attachments: boolean
  readonly buttons: readonly Button[]
  readonly moreButtons: number
  readonly script: readonly string[]
  /** Where arrows leave: one at the bottom, one at each button. None for a comment. */
  readonly knobs: readonly Knob[]
}

/** The layout of a card, once for each state of a block. */
export function cardLayout(block: Block): CardLayout {
  const found = known.get(block) ?? layOut(block)
  known.set(block, found)
  return found
}

const known = new WeakMap<Block, CardLayout>()

function layOut(block: Block): CardLayout {
  if (block.type === 'comment') return noteLayout(block)
  const condition = isConditional(block.type)
  const textLines = linesOf(block.text, mostTextLines)
  const attachments = block.attachments.length > 0
  const drawn = block.showButtons && block.buttonCode.trim() === '' ? block.buttons : []
  const buttons = drawn.slice(0, mostButtons)
  const moreButtons = drawn.length - buttons.length
  const script = scriptLines(block.calculator)

  const top =
    rows.header + (condition ? rows.chip : 0) + textLines * rows.line + (textLines ? rows.textPadding : 0) + (attachments ? rows.chip : 0)
  const buttonRows = buttons.length + (moreButtons ? 1 : 0)
  const afterButtons = top + buttonRows * rows.button + (buttonRows ? rows.buttonsPadding : 0)
  const height = afterButtons + script.length * rows.script + (script.length ? rows.scriptPadding : 0) + (hasBody(block) ? 0 : rows.chip)
  const knobs = [
    { id: outKnob, x: cardWidth / 2, y: height },
    ...buttons.map(({ id }, index) => ({ id: buttonKnob(id), x: cardWidth, y: top + index * rows.button + rows.button / 2 })),
  ]
  return { height, condition, textLines, attachments, buttons, moreButtons, script, knobs }
}

export const outKnob = 'out'
export const inKnob = 'in'
export const buttonKnob = (button: number): string => `button-${button}`
/** The button that a knob belongs to; undefined for the one at the bottom. */
export const buttonOfKnob = (knob: string | null | undefined): number | undefined =>
  knob?.startsWith('button-') ? Number(knob.slice('button-'.length)) : undefined

const hasBody = ({ type, text, calculator, buttons, buttonCode, attachments }: Block): boolean =>
  isConditional(type) ||
  !isNothing(text) ||
  calculator.trim() !== '' ||
  buttons.length > 0 ||
  buttonCode.trim() !== '' ||
  attachments.length > 0

function noteLayout({ text }: Block): CardLayout {
  const textLines = Math.max(2, linesOf(text, mostNoteLines))
  const height = rows.header + textLines * rows.line + rows.textPadding
  return { height, condition: false, textLines, attachments: false, buttons: [], moreButtons: 0, script: [], knobs: [] }
}

/** How many lines a text will take, as near as can be told without drawing it. */
function linesOf(text: string, most: number): number {
  if (isNothing(text)) return 0
  let lines = 0
  for (const line of text.trim().split('\n')) {
    lines += Math.max(1, Math.ceil(line.length / charactersInLine))
    if (lines >= most) return most
  }
  return lines
}

function scriptLines(script: string): string[] {
  const lines = script.split('\n').filter((line) => line.trim())
  return lines.length > mostScriptLines ? [...lines.slice(0, mostScriptLines - 1), `… +${lines.length - mostScriptLines + 1}`] : lines
}
