/** Random work on a canvas for property tests: every step is one thing that a person does, against the project as it then is. */
import fc from 'fast-check'
import {
  addBend,
  addBlock,
  addBlockBelow,
  addButton,
  addSheet,
  applyEdits,
  blankProject,
  changeButton,
  connect,
  connectToNewBlock,
  copySelection,
  createLoop,
  cutArrows,
  duplicateWithArrow,
  insertBlockOnArrow,
  moveBlocks,
  moveButton,
  moveSheet,
  moveToSheet,
  orderArrows,
  pasteClipboard,
  removeAndReconnect,
  removeButton,
  removeSelection,
  removeSheet,
  renameSheet,
} from '../../src/model/index.ts'
import type { Edit, Project } from '../../src/model/index.ts'

export interface Step {
  readonly verb: number
  readonly a: number
  readonly b: number
  readonly x: number
  readonly text: string
}

const small = fc.nat({ max: 50 })
const words = fc.constantFrom('Да', 'Нет', 'hello', '#{name}', '', 'was_in_state(1)', 'message(1, "hi", 2)', '__proto__', ' a\n"b" ')

export const randomSteps = fc.array(
  fc.record({ verb: fc.nat({ max: 99 }), a: small, b: small, x: fc.integer({ min: -500, max: 500 }), text: words }),
  {
    maxLength: 40,
  },
)

/** The project after the steps, and the inverse of each, in order. */
export function play(steps: readonly Step[], start: Project = blankProject()): { project: Project; inverses: Edit[][] } {
  let project = start
  const inverses: Edit[][] = []
  for (const step of steps) {
    const done = applyEdits(project, editsOf(step, project))
    project = done.project
    inverses.push(done.inverse)
  }
  return { project, inverses }
}

export function editsOf({ verb, a, b, x, text }: Step, project: Project): Edit[] {
  const block = pick(project.blocks, a)
  const other = pick(project.blocks, b)
  const arrow = pick(project.arrows, b)
  const sheet = pick(project.sheets, b)
  if (!block || !other) return addBlock(project, { x, y: x })
  const { number } = block
  const verbs: (() => Edit[])[] = [
    () => addBlock(project, { x, y: -x }, undefined, sheet?.id),
    () => addBlockBelow(project, number),
    () => connect(project, number, other.number, { fromButton: block.buttons[0]?.id }),
    () => connectToNewBlock(project, number, { x, y: x }),
    () => createLoop(project, number),
    () => duplicateWithArrow(project, number),
    () => moveBlocks(project, [number, other.number], { x, y: 7 }),
    () => moveToSheet(project, [number], sheet?.id ?? 1),
    () => addSheet(project, text),
    () => (sheet ? removeSheet(project, sheet.id) : []),
    () => (sheet ? renameSheet(project, sheet.id, text) : []),
    () => (sheet ? moveSheet(project, sheet.id, a % project.sheets.length) : []),
    () => cutArrows(project, [number]),
    () => removeSelection(project, { blocks: [number], arrows: arrow ? [arrow.id] : [] }),
    () => removeAndReconnect(project, number),
    () => addButton(project, number, text),
    () => changeButton(project, number, block.buttons[0]?.id ?? 1, { text }),
    () => moveButton(project, number, block.buttons[0]?.id ?? 1, { line: 1, index: 0 }),
    () => removeButton(project, number, block.buttons[0]?.id ?? 1),
    () => (arrow ? addBend(project, arrow.id, { x, y: x }) : []),
    () => (arrow ? insertBlockOnArrow(project, arrow.id, { at: { x, y: x } }) : []),
    () =>
      arrow ? [{ type: 'patch-arrow', id: arrow.id, fields: { compare: text, delay: { value: x < 0 ? text : x, unit: 'minutes' } } }] : [],
    () =>
      orderArrows(
        project,
        project.arrows
          .filter(({ from }) => from === number)
          .map(({ id }) => id)
          .reverse(),
      ),
    () => [{ type: 'patch-block', number, fields: { text, calculator: text, condition: text } }],
    () => pasteClipboard(project, copySelection(project, [number, other.number]), { x, y: x }, sheet?.id ?? 1, { keepLinks: a % 2 === 0 }),
    () => [{ type: 'patch-settings', fields: { name: text, constants: [{ name: text, value: text }] } }],
  ]
  return verbs[verb % verbs.length]?.() ?? []
}

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]
