import { applyEdits, blankArrow, blankBlock, blankProject } from '@voronka/flow'
import type { Edit, Project } from '@voronka/flow'
import { expect, it } from 'vitest'
import { nothingLit, nothingSelected } from '../editor/editor-state.ts'
import { bookOf } from '../editor/problems.ts'
import { edgeMaker } from './derive-edges.ts'
import { nodeMaker } from './derive-nodes.ts'

const opened: Project = {
  ...blankProject(),
  sheets: [
    { id: 1, name: 'One' },
    { id: 2, name: 'Two' },
  ],
  blocks: [blankBlock(1), blankBlock(2, { y: 300 }), blankBlock(3, { sheet: 2, name: 'Far away' })],
  arrows: [blankArrow(1, 1, 2), blankArrow(2, 2, 3), blankArrow(3, 2, 99)],
}

const shared = { sheet: 1, selection: nothingSelected, highlight: nothingLit, problems: bookOf([]) }
const ofNodes = { ...shared, language: 'en' as const, focus: 1, nameOf: String }
const ofEdges = { ...shared, nameOf: ({ id }: { id: number }) => String(id) }
const after = (...edits: Edit[]) => applyEdits(opened, edits).project

it('draws the blocks of the sheet that is shown', () => {
  expect(nodeMaker()({ ...ofNodes, project: opened }).map(({ id }) => id)).toEqual(['1', '2'])
  expect(nodeMaker()({ ...ofNodes, project: opened, sheet: 2 }).map(({ id }) => id)).toEqual(['3'])
})

it('draws an arrow only where both its ends are on the sheet', () => {
  expect(edgeMaker()({ ...ofEdges, project: opened }).map(({ id }) => id)).toEqual(['1'])
})

it('shows a plate at both ends of an arrow that crosses to another sheet', () => {
  const plate = { arrow: 2, partner: 3, title: 'Far away', sheet: 'Two' }
  const [, two] = nodeMaker()({ ...ofNodes, project: opened })
  expect(two?.data.leaving).toEqual([plate])
  const [three] = nodeMaker()({ ...ofNodes, project: opened, sheet: 2 })
  expect(three?.data.arriving).toMatchObject([{ partner: 2, sheet: 'One' }])
})

it('keeps every node but the one that changed', () => {
  const make = nodeMaker()
  const [one, two] = make({ ...ofNodes, project: opened })
  const again = make({ ...ofNodes, project: after({ type: 'patch-block', number: 2, fields: { text: 'Hello' } }) })
  expect(again[0]).toBe(one)
  expect(again[1]).not.toBe(two)
})

it('keeps nodes with plates while their partners stay the same', () => {
  const make = nodeMaker()
  const [, two] = make({ ...ofNodes, project: opened })
  expect(make({ ...ofNodes, project: after({ type: 'patch-block', number: 1, fields: { name: 'x' } }) })[1]).toBe(two)
  expect(make({ ...ofNodes, project: after({ type: 'patch-block', number: 3, fields: { name: 'Renamed' } }) })[1]).not.toBe(two)
})

it('keeps every edge but the one that is selected', () => {
  const project = after({ type: 'put-arrow', arrow: blankArrow(4, 2, 1) })
  const make = edgeMaker()
  const [first, second] = make({ ...ofEdges, project })
  const again = make({ ...ofEdges, project, selection: { blocks: new Set(), arrows: new Set([4]) } })
  expect(again[0]).toBe(first)
  expect(again[1]).toMatchObject({ ...second, selected: true })
})

it('lets an arrow leave the bottom when its button is no longer drawn', () => {
  const [edge] = edgeMaker()({ ...ofEdges, project: after({ type: 'patch-arrow', id: 1, fields: { fromButton: 5 } }) })
  expect(edge?.sourceHandle).toBe('out')
})
