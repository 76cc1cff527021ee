import { blankArrow, blankBlock, blankProject, describeEdits, removeSelection } from '@voronka/flow'
import type { Edit, Project } from '@voronka/flow'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createEditor } from './create-editor.ts'

const fixture = (): Project => ({
  ...blankProject('Shop'),
  sheets: [
    { id: 1, name: 'One' },
    { id: 2, name: 'Two' },
  ],
  blocks: [1, 2, 3].map((number) => blankBlock(number, { y: number * 200, sheet: number === 3 ? 2 : 1 })),
  arrows: [blankArrow(1, 1, 2), blankArrow(2, 2, 3)],
  lastBlock: 3,
  lastArrow: 2,
})

function open(clock = { ms: 0 }) {
  const project = fixture()
  const editor = createEditor(
    { project, revision: 1 },
    {
      editor: 'me',
      batchMs: 1_000_000,
      now: () => clock.ms,
      transport: { load: () => Promise.reject(new Error('not needed')), save: () => Promise.reject(new Error('not needed')) },
      kept: { keep: () => true, forget: () => undefined },
    },
  )
  return { ...editor, project, clock, state: editor.store.getState }
}

const block = fc.constantFrom(1, 2, 3, 4, 5)
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    type: fc.constant('patch-block' as const),
    number: block,
    fields: fc.record({ name: fc.string(), x: fc.integer() }, { requiredKeys: [] }),
  }),
  block.map((number): Edit => ({ type: 'put-block', block: blankBlock(number, { name: 'put' }) })),
  block.map((number): Edit => ({ type: 'remove-block', number })),
  fc.tuple(block, block).map(([from, to]): Edit => ({ type: 'put-arrow', arrow: blankArrow(from, from, to) })),
  block.map((id): Edit => ({ type: 'remove-arrow', id })),
  fc.string().map((firstMessage): Edit => ({ type: 'patch-settings', fields: { firstMessage } })),
)

/** Without the highest numbers ever given, which only grow. */
const content = ({ sheets, blocks, arrows, settings }: Project) => ({ sheets, blocks, arrows, settings })

it('undoes any run of edits back to the original, and redoes it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (batches) => {
      const { state, actions, project } = open()
      for (const edits of batches) actions.edit(edits)
      const edited = state().project
      const steps = state().history.past.length
      for (let step = 0; step < steps; step++) actions.undo()
      expect(content(state().project)).toEqual(content(project))
      for (let step = 0; step < steps; step++) actions.redo()
      expect(state().project).toEqual(edited)
    }),
  )
})

it('makes one step of a burst of typing in one field', () => {
  const { state, actions, clock, project } = open()
  for (const name of ['H', 'He', 'Hello']) {
    clock.ms += 300
    actions.patchBlock(1, { name }, { merge: true })
  }
  expect(state().history.past).toHaveLength(1)
  actions.undo()
  expect(state().project).toEqual(project)
})

it('begins a new step after a pause, in another field, and without `merge`', () => {
  const { state, actions, clock } = open()
  actions.patchBlock(1, { name: 'a' }, { merge: true })
  clock.ms += 1500
  actions.patchBlock(1, { name: 'ab' }, { merge: true })
  actions.patchBlock(1, { text: 'x' }, { merge: true })
  actions.patchBlock(2, { text: 'x' }, { merge: true })
  actions.patchBlock(2, { text: 'y' })
  expect(state().history.past).toHaveLength(5)
})

it('names its steps', () => {
  const { state, actions } = open()
  actions.edit((project) => removeSelection(project, { blocks: [1, 2] }))
  expect(describeEdits(state().history.past.at(-1)?.forward ?? [], 'en')).toBe('Delete 2 blocks')
})

it('changes nothing when an edit names something that is gone', () => {
  const { state, actions, project } = open()
  expect(
    actions.edit([
      { type: 'patch-block', number: 1, fields: { name: 'x' } },
      { type: 'remove-block', number: 99 },
    ]),
  ).toBe(false)
  expect(state().project).toBe(project)
  expect(state().history.past).toEqual([])
})

it('selecting is no step, and what is removed is not selected any more', () => {
  const { state, actions } = open()
  actions.select({ blocks: [1, 2] })
  actions.select({ blocks: [3] }, { add: true })
  expect([...state().selection.blocks]).toEqual([1, 2, 3])
  expect(state().history.past).toEqual([])
  actions.edit((project) => removeSelection(project, { blocks: [2] }))
  expect([...state().selection.blocks]).toEqual([1, 3])
})

it('undo shows the sheet where something changed', () => {
  const { state, actions } = open()
  actions.patchBlock(3, { name: 'x' })
  actions.undo()
  expect(state().sheet).toBe(2)
  expect([...state().selection.blocks]).toEqual([3])
})

it('a new edit ends what could be redone', () => {
  const { state, actions } = open()
  actions.patchBlock(1, { name: 'a' })
  actions.undo()
  actions.patchBlock(1, { name: 'b' })
  expect(state().history.future).toEqual([])
})

it('shows another sheet when its own is removed', () => {
  const { state, actions } = open()
  actions.showSheet(2)
  actions.edit([
    { type: 'patch-block', number: 3, fields: { sheet: 1 } },
    { type: 'remove-sheet', id: 2 },
  ])
  expect(state().sheet).toBe(1)
})
