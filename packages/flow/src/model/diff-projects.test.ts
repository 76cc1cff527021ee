import { expect, it } from 'vitest'
import { applyEdits, blankArrow, blankBlock, blankProject, diffProjects } from './index.ts'

const { project } = applyEdits(blankProject(), [
  { type: 'put-block', block: blankBlock(1) },
  { type: 'put-block', block: blankBlock(2) },
  { type: 'put-block', block: blankBlock(3) },
  { type: 'put-arrow', arrow: blankArrow(1, 1, 2) },
])

it('finds nothing between a project and its copy', () => {
  expect(diffProjects(project, structuredClone(project))).toMatchObject({ same: true, blocks: { changed: [] } })
})

it('names what was added, removed and changed, field by field', () => {
  const { project: later } = applyEdits(project, [
    { type: 'patch-block', number: 1, fields: { text: 'Hi', x: 40, type: 'state' } },
    { type: 'patch-block', number: 2, fields: { x: 40 } },
    { type: 'remove-block', number: 3 },
    { type: 'put-block', block: blankBlock(4) },
    { type: 'patch-arrow', id: 1, fields: { delay: { value: 1, unit: 'hours' } } },
    { type: 'patch-settings', fields: { language: 'en' } },
  ])
  expect(diffProjects(project, later)).toEqual({
    same: false,
    blocks: {
      added: [4],
      removed: [3],
      changed: [
        { number: 1, fields: ['x', 'text'], layout: false },
        { number: 2, fields: ['x'], layout: true },
      ],
    },
    arrows: { added: [], removed: [], changed: [{ number: 1, fields: ['delay'], layout: false }] },
    sheets: { added: [], removed: [], changed: [] },
    settings: ['language'],
  })
})
