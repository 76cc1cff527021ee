/** What a person does with arrows on the canvas (builder-and-runtime, section 2). */
import { blankArrow, blankBlock } from '../blank.ts'
import type { Edit } from '../edits.ts'
import type { Arrow, Point, Project } from '../flow.ts'
import { inFiringOrder } from '../kinds.ts'
import { nextArrowId, nextBlockNumber } from '../numbering.ts'
import { buttonFields } from './blocks.ts'
import { findArrow, findBlock } from './find.ts'

/** Joins two blocks. Drawn from a button, the arrow's condition is the button's text. */
export function connect(project: Project, from: number, to: number, { fromButton }: { fromButton?: number } = {}): Edit[] {
  findBlock(project, to)
  const fields = buttonFields(findBlock(project, from), fromButton)
  return [{ type: 'put-arrow', arrow: blankArrow(nextArrowId(project), from, to, fields) }]
}

/** An arrow from the block to itself, drawn round its right side so that it can be seen. */
export function createLoop(project: Project, number: number): Edit[] {
  const { x, y } = findBlock(project, number)
  const bends = [
    { x: x + 320, y: y + 200 },
    { x: x + 320, y: y - 20 },
  ]
  return [{ type: 'put-arrow', arrow: blankArrow(nextArrowId(project), number, number, { bends }) }]
}

/** Takes hold of one end of an arrow and drops it on another block. A new source no longer has the button that the arrow was drawn from. */
export function reconnect(project: Project, id: number, ends: { from?: number; to?: number }): Edit[] {
  const arrow = findArrow(project, id)
  const { from, to } = { ...arrow, ...ends }
  if (from === arrow.from && to === arrow.to) return []
  findBlock(project, from)
  findBlock(project, to)
  return [{ type: 'patch-arrow', id, fields: { from, to, fromButton: from === arrow.from ? arrow.fromButton : null, bends: [] } }]
}

/** The scissors: removes every arrow attached to these blocks. */
export function cutArrows({ arrows }: Project, numbers: Iterable<number>): Edit[] {
  const cut = new Set(numbers)
  return arrows.filter(({ from, to }) => cut.has(from) || cut.has(to)).map(({ id }) => ({ type: 'remove-arrow', id }))
}

/** Inserts a bend before the one that now has that index; without an index at the end, next to the target. */
export function addBend(project: Project, id: number, at: Point, index?: number): Edit[] {
  const { bends } = findArrow(project, id)
  return [{ type: 'patch-arrow', id, fields: { bends: bends.toSpliced(index ?? bends.length, 0, at) } }]
}

export function moveBend(project: Project, id: number, index: number, at: Point): Edit[] {
  const { bends } = findArrow(project, id)
  return [{ type: 'patch-arrow', id, fields: { bends: bends.with(index, at) } }]
}

export function removeBend(project: Project, id: number, index: number): Edit[] {
  const { bends } = findArrow(project, id)
  return [{ type: 'patch-arrow', id, fields: { bends: bends.toSpliced(index, 1) } }]
}

/**
 * Dropping a block on an arrow: the arrow keeps its condition and leads into the block, a plain new arrow leads on to where it went.
 * Either a block that is there, or the place of a new one.
 */
export function insertBlockOnArrow(project: Project, id: number, what: { block: number } | { at: Point }): Edit[] {
  const arrow = findArrow(project, id)
  const inserted = 'block' in what ? findBlock(project, what.block) : newBetween(project, arrow, what.at)
  if (inserted.number === arrow.from || inserted.number === arrow.to) return []
  const put: Edit[] = 'block' in what ? [] : [{ type: 'put-block', block: inserted }]
  return [
    ...put,
    { type: 'patch-arrow', id, fields: { to: inserted.number, bends: [] } },
    { type: 'put-arrow', arrow: blankArrow(nextArrowId(project), inserted.number, arrow.to) },
  ]
}

/**
 * Sets the priorities so that the arrows of a block fire in the order given (the list is dragged in the panel). Priorities already in
 * that order stay as they are.
 */
export function orderArrows(project: Project, ids: readonly number[]): Edit[] {
  const arrows = ids.map((id) => findArrow(project, id))
  if (arrows.every((arrow, index) => index === 0 || inFiringOrder(arrows[index - 1] ?? arrow, arrow) < 0)) return []
  return arrows.flatMap(({ id, priority }, index): Edit[] => {
    const wanted = 10 * (arrows.length - index)
    return priority === wanted ? [] : [{ type: 'patch-arrow', id, fields: { priority: wanted } }]
  })
}

function newBetween(project: Project, arrow: Arrow, { x, y }: Point) {
  return blankBlock(nextBlockNumber(project), { x, y, sheet: findBlock(project, arrow.from).sheet })
}
