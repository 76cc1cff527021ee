// @vitest-environment happy-dom
import { blankBlock, blankProject } from '@voronka/flow'
import { beforeEach, expect, it } from 'vitest'
import { createEditor } from '../editor/create-editor.ts'
import type { Editor } from '../editor/create-editor.ts'
import { happenedBetween } from './Announcer.tsx'

let editor: Editor
let said: string[]

beforeEach(() => {
  editor = createEditor(
    { project: { ...blankProject(), blocks: [blankBlock(1)] }, revision: 0 },
    {
      editor: 'me',
      batchMs: 1_000_000,
      transport: { load: () => Promise.reject(new Error('not needed')), save: () => Promise.reject(new Error('not needed')) },
      kept: { keep: () => true, forget: () => undefined },
    },
  )
  said = []
  return editor.store.subscribe(({ history }, former) => {
    const happened = happenedBetween(former.history, history)
    if (happened) said.push(`${happened.kind} ${happened.step.label}`)
  })
})

it('tells a new step from one that is taken back or taken again', () => {
  editor.actions.patchBlock(1, { name: 'A' }, { label: 'first' })
  editor.actions.patchBlock(1, { name: 'B' }, { label: 'second' })
  editor.actions.undo()
  editor.actions.undo()
  editor.actions.redo()
  editor.actions.patchBlock(1, { name: 'C' }, { label: 'third' })
  expect(said).toEqual(['done first', 'done second', 'undone second', 'undone first', 'redone first', 'done third'])
})

it('says nothing of a selection', () => {
  editor.actions.select({ blocks: [1] })
  expect(said).toEqual([])
})
