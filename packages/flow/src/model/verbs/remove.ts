import type { Edit } from '../edits.ts'
import type { Project } from '../flow.ts'
import { inFiringOrder } from '../kinds.ts'
import { findArrow, findBlock } from './find.ts'

/** Removes blocks with every arrow attached to them (section 2, "Delete"), and the arrows named. */
export function removeSelection(project: Project, selection: { blocks?: Iterable<number>; arrows?: Iterable<number> }): Edit[] {
  const blocks = new Set(selection.blocks)
  const arrows = new Set(selection.arrows)
  for (const number of blocks) findBlock(project, number)
  for (const id of arrows) findArrow(project, id)
  const gone = project.arrows.filter(({ id, from, to }) => arrows.has(id) || blocks.has(from) || blocks.has(to))
  return [
    ...gone.map(({ id }): Edit => ({ type: 'remove-arrow', id })),
    ...[...blocks].map((number): Edit => ({ type: 'remove-block', number })),
  ]
}

/**
 * Takes a block out of the middle: what led to it leads on to where the first of its own arrows went, with conditions and delays as they
 * were. Where it led nowhere else, the arrows into it go with it.
 */
export function removeAndReconnect(project: Project, number: number): Edit[] {
  const onwards = project.arrows.filter(({ from, to }) => from === number && to !== number).toSorted(inFiringOrder)[0]
  if (!onwards) return removeSelection(project, { blocks: [number] })
  const kept = new Set(project.arrows.filter(({ from, to }) => to === number && from !== number).map(({ id }) => id))
  const patched = [...kept].map((id): Edit => ({ type: 'patch-arrow', id, fields: { to: onwards.to, bends: [] } }))
  const removed = removeSelection(project, { blocks: [number] }).filter((edit) => edit.type !== 'remove-arrow' || !kept.has(edit.id))
  return [...patched, ...removed]
}
