/** The Buttons tab (section 14). Arrows drawn from a button follow it: its new text becomes their condition, its end leaves them free. */
import type { Edit } from '../edits.ts'
import { buttonSchema } from '../flow.ts'
import type { Button, Project } from '../flow.ts'
import { buttonFields } from './blocks.ts'
import { findBlock } from './find.ts'

/** Replaces the list of buttons of a block. */
export function setButtons(project: Project, number: number, buttons: readonly Button[]): Edit[] {
  const block = findBlock(project, number)
  const changed = { ...block, buttons: [...buttons] }
  const drawn = project.arrows.filter(({ from, fromButton }) => from === number && fromButton !== null)
  const arrows = drawn.flatMap(({ id, fromButton, condition }): Edit[] => {
    const before = buttonFields(block, fromButton ?? undefined).condition
    const after = buttonFields(changed, fromButton ?? undefined).condition
    if (after === undefined) return [{ type: 'patch-arrow', id, fields: { fromButton: null } }]
    // A condition that somebody has rewritten is theirs and stays.
    return after !== before && condition === before ? [{ type: 'patch-arrow', id, fields: { condition: after } }] : []
  })
  return [{ type: 'patch-block', number, fields: { buttons: changed.buttons } }, ...arrows]
}

/** A new button on a line of its own below the others. */
export function addButton(project: Project, number: number, text = ''): Edit[] {
  const { buttons } = findBlock(project, number)
  const id = Math.max(0, ...buttons.map((button) => button.id)) + 1
  const line = Math.max(-1, ...buttons.map((button) => button.line)) + 1
  return setButtons(project, number, [...buttons, buttonSchema.parse({ id, text, line })])
}

export function changeButton(project: Project, number: number, id: number, fields: Partial<Omit<Button, 'id'>>): Edit[] {
  const { buttons } = findBlock(project, number)
  return setButtons(
    project,
    number,
    buttons.map((button) => (button.id === id ? { ...button, ...fields } : button)),
  )
}

/** The lines below close up when the button was alone on its line. */
export function removeButton(project: Project, number: number, id: number): Edit[] {
  const { buttons } = findBlock(project, number)
  return setButtons(project, number, inLines(buttons.filter((button) => button.id !== id)))
}

/** Drags a button to a line and a place in it; lines and places are numbered anew without gaps. */
export function moveButton(project: Project, number: number, id: number, to: { line: number; index: number }): Edit[] {
  const { buttons } = findBlock(project, number)
  // A half lies between two whole places, so that the button lands before the one that stands there now.
  const moved = buttons.map((button) => (button.id === id ? { ...button, line: to.line, indexInLine: to.index - 0.5 } : button))
  return setButtons(project, number, inLines(moved))
}

/** In reading order, lines and places without gaps. */
function inLines(buttons: readonly Button[]): Button[] {
  const sorted = buttons.toSorted((a, b) => a.line - b.line || a.indexInLine - b.indexInLine)
  const lines = [...new Set(sorted.map(({ line }) => line))]
  return sorted.map((button) => {
    const inSameLine = sorted.filter(({ line }) => line === button.line)
    return { ...button, line: lines.indexOf(button.line), indexInLine: inSameLine.indexOf(button) }
  })
}
