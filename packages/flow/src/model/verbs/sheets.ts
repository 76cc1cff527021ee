/** Sheets only divide the picture: the bot runs all of them as one graph (section 1). */
import type { Edit } from '../edits.ts'
import { EditError } from '../apply-edits.ts'
import type { Project, Sheet } from '../flow.ts'
import { nextSheetId } from '../numbering.ts'
import { moveBlocks, moveToSheet } from './blocks.ts'

export function addSheet(project: Project, name = ''): Edit[] {
  const id = nextSheetId(project)
  return [{ type: 'put-sheet', sheet: { id, name: name.trim() || String(id) } }]
}

export function renameSheet(project: Project, id: number, name: string): Edit[] {
  const sheet = findSheet(project, id)
  return [{ type: 'put-sheet', sheet: { ...sheet, name: name.trim() || String(id) } }]
}

/** Drags a tab to another place among the tabs. */
export function moveSheet(project: Project, id: number, index: number): Edit[] {
  return [{ type: 'put-sheet', sheet: findSheet(project, id), index }]
}

/** Its blocks move to another sheet, the neighbour unless one is named, below what stands there. The last sheet stays. */
export function removeSheet(project: Project, id: number, heir?: number): Edit[] {
  const place = project.sheets.indexOf(findSheet(project, id))
  const target = heir ?? (project.sheets[place - 1] ?? project.sheets[place + 1])?.id
  if (target === undefined || target === id) return []
  findSheet(project, target)

  const homeless = project.blocks.filter(({ sheet }) => sheet === id)
  const numbers = homeless.map(({ number }) => number)
  const residents = project.blocks.filter(({ sheet }) => sheet === target)
  const down = residents.length && homeless.length ? bottom(residents) + 80 - top(homeless) : 0
  return [...moveToSheet(project, numbers, target), ...moveBlocks(project, numbers, { x: 0, y: down }), { type: 'remove-sheet', id }]
}

function findSheet({ sheets }: Project, id: number): Sheet {
  const sheet = sheets.find((candidate) => candidate.id === id)
  if (!sheet) throw new EditError('sheet', id)
  return sheet
}

/** A card is about 220 high. */
const bottom = (blocks: readonly { y: number }[]): number => Math.max(...blocks.map(({ y }) => y)) + 220
const top = (blocks: readonly { y: number }[]): number => Math.min(...blocks.map(({ y }) => y))
