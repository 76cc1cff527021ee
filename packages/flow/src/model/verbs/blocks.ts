/** What a person does with blocks on the canvas (builder-and-runtime, section 2). Each verb only says what to change: `applyEdits` does it. */
import { blankArrow, blankBlock } from '../blank.ts'
import type { Edit } from '../edits.ts'
import type { Block, BlockType, Point, Project } from '../flow.ts'
import { nextArrowId, nextBlockNumber } from '../numbering.ts'
import { findBlock } from './find.ts'

/** How far below its neighbour a new block stands: a card and a breath, on the grid of 20. */
const rowHeight = 280
const duplicateOffset = 40

/** The very first block of a funnel is a start condition, later ones are states, unless a type is named. */
export function addBlock(project: Project, at: Point, type: BlockType = project.blocks.length ? 'state' : 'start', sheet?: number): Edit[] {
  const block = blankBlock(nextBlockNumber(project), { type, x: at.x, y: at.y, sheet: sheet ?? project.sheets[0]?.id ?? 1 })
  return [{ type: 'put-block', block }]
}

/** A new state below this one, already joined. Repeated, the next one stands to the right of those that are there. */
export function addBlockBelow(project: Project, from: number, type: BlockType = 'state'): Edit[] {
  const above = findBlock(project, from)
  const below = project.arrows.filter((arrow) => arrow.from === from && arrow.to !== from).length
  const place = { x: above.x + below * 340, y: above.y + rowHeight, sheet: above.sheet }
  return joinedBlock(project, from, { type, ...place }, {})
}

/** Dropping an arrow on empty ground: an arrow never exists without two ends, so the block is made there. */
export function connectToNewBlock(
  project: Project,
  from: number,
  at: Point,
  options: { fromButton?: number; type?: BlockType } = {},
): Edit[] {
  const { fromButton, type = 'state' } = options
  const source = findBlock(project, from)
  return joinedBlock(project, from, { type, x: at.x, y: at.y, sheet: source.sheet }, buttonFields(source, fromButton))
}

/** A copy beside the original, without its arrows. */
export function duplicateBlock(project: Project, number: number): Edit[] {
  return [{ type: 'put-block', block: copyOf(project, number, { right: duplicateOffset, down: duplicateOffset }) }]
}

/** The "create arrow" icon: a copy of this block below it, joined by an arrow. */
export function duplicateWithArrow(project: Project, number: number): Edit[] {
  const block = copyOf(project, number, { right: 0, down: rowHeight })
  return [
    { type: 'put-block', block },
    { type: 'put-arrow', arrow: blankArrow(nextArrowId(project), number, block.number) },
  ]
}

/** Several blocks at once; bend points of arrows between them travel along. */
export function moveBlocks(project: Project, numbers: Iterable<number>, by: Point): Edit[] {
  if (!by.x && !by.y) return []
  const moved = new Set(numbers)
  const blocks = [...moved].map((number): Edit => {
    const { x, y } = findBlock(project, number)
    return { type: 'patch-block', number, fields: { x: x + by.x, y: y + by.y } }
  })
  const arrows = project.arrows.filter(({ from, to, bends }) => bends.length && moved.has(from) && moved.has(to))
  const bends = arrows.map(({ id, bends }): Edit => ({
    type: 'patch-arrow',
    id,
    fields: { bends: bends.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })) },
  }))
  return [...blocks, ...bends]
}

/** The blocks keep their arrows; both ends then show a link plate. */
export function moveToSheet(project: Project, numbers: Iterable<number>, sheet: number): Edit[] {
  return [...numbers].flatMap((number): Edit[] =>
    findBlock(project, number).sheet === sheet ? [] : [{ type: 'patch-block', number, fields: { sheet } }],
  )
}

/** The fields of an arrow drawn from a button: its condition is the button's text (section 2), or its callback text. */
export function buttonFields({ buttons }: Block, fromButton: number | undefined): { condition?: string; fromButton?: number } {
  const button = buttons.find(({ id }) => id === fromButton)
  if (!button) return {}
  return { fromButton: button.id, condition: button.action === 'callback' && button.callback ? button.callback : button.text }
}

function joinedBlock(project: Project, from: number, fields: Partial<Block>, arrow: { condition?: string; fromButton?: number }): Edit[] {
  const block = blankBlock(nextBlockNumber(project), fields)
  return [
    { type: 'put-block', block },
    { type: 'put-arrow', arrow: blankArrow(nextArrowId(project), from, block.number, arrow) },
  ]
}

function copyOf(project: Project, number: number, { right, down }: { right: number; down: number }): Block {
  const original = findBlock(project, number)
  return { ...original, number: nextBlockNumber(project), x: original.x + right, y: original.y + down }
}
