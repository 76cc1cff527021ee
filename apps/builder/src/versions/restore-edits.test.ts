import { applyEdits, blankArrow, blankBlock, blankProject } from '@voronka/flow'
import { expect, it } from 'vitest'
import { restoreEdits } from './restore-edits.ts'

const { project: published } = applyEdits(blankProject('Shop'), [
  { type: 'put-sheet', sheet: { id: 2, name: 'Delivery' } },
  { type: 'put-block', block: blankBlock(1, { text: 'Hello' }) },
  { type: 'put-block', block: blankBlock(2, { sheet: 2 }) },
  { type: 'put-arrow', arrow: blankArrow(1, 1, 2) },
])

const { project: draft } = applyEdits(published, [
  { type: 'remove-arrow', id: 1 },
  { type: 'remove-block', number: 2 },
  { type: 'remove-sheet', id: 2 },
  { type: 'patch-block', number: 1, fields: { text: 'Hi' } },
  { type: 'put-block', block: blankBlock(3) },
  { type: 'put-arrow', arrow: blankArrow(2, 1, 3) },
  { type: 'patch-settings', fields: { name: 'Other', unknownAnswer: 'What?' } },
])

it('makes the draft equal to the version, but for the numbers that were given meanwhile', () => {
  const { project } = applyEdits(draft, restoreEdits(draft, published))
  expect(project).toEqual({ ...published, lastBlock: 3, lastArrow: 2 })
})

it('is taken back in one step', () => {
  const { project, inverse } = applyEdits(draft, restoreEdits(draft, published))
  expect(applyEdits(project, inverse).project).toEqual(draft)
})

it('touches only what differs', () => {
  const { project } = applyEdits(published, [{ type: 'patch-block', number: 1, fields: { text: 'Hi' } }])
  expect(restoreEdits(project, published)).toEqual([{ type: 'put-block', block: published.blocks[0] }])
  expect(restoreEdits(published, structuredClone(published))).toEqual([])
})

it('puts sheets back into their order', () => {
  const { project } = applyEdits(published, [{ type: 'put-sheet', sheet: { id: 2, name: 'Delivery' }, index: 0 }])
  expect(applyEdits(project, restoreEdits(project, published)).project.sheets).toEqual(published.sheets)
})
