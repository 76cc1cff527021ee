import { EditError } from '../apply-edits.ts'
import type { Arrow, Block, Project } from '../flow.ts'

/** The block of that number. Throws `EditError` when there is none. */
export function findBlock({ blocks }: Project, number: number): Block {
  const block = blocks.find((candidate) => candidate.number === number)
  if (!block) throw new EditError('block', number)
  return block
}

/** The arrow of that id. Throws `EditError` when there is none. */
export function findArrow({ arrows }: Project, id: number): Arrow {
  const arrow = arrows.find((candidate) => candidate.id === id)
  if (!arrow) throw new EditError('arrow', id)
  return arrow
}
