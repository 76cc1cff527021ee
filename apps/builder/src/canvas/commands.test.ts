// @vitest-environment happy-dom
import { blankBlock, blankProject } from '@voronka/flow'
import { expect, it } from 'vitest'
import { catalogue } from '../locales/catalogue.ts'
import { createEditor } from '../editor/create-editor.ts'
import { commands, paste } from './commands.ts'
import type { CommandContext } from './commands.ts'
import { commandOf } from './use-commands.ts'

const press = (code: string, held: { ctrl?: boolean; shift?: boolean; alt?: boolean; meta?: boolean } = {}) => ({
  code,
  ctrlKey: held.ctrl === true,
  metaKey: held.meta === true,
  shiftKey: held.shift === true,
  altKey: held.alt === true,
})

function contextWith(...blocks: ReturnType<typeof blankBlock>[]): CommandContext {
  const editor = createEditor(
    { project: { ...blankProject(), blocks }, revision: 0 },
    {
      editor: 'me',
      batchMs: 1_000_000,
      transport: { load: () => Promise.reject(new Error('not needed')), save: () => Promise.reject(new Error('not needed')) },
      kept: { keep: () => true, forget: () => undefined },
    },
  )
  return { store: editor.store, actions: editor.actions, language: 'en', toggleTest: () => undefined }
}

const run = (context: CommandContext, id: string) => commands.find((command) => command.id === id)?.run(context)
const numbers = ({ store }: CommandContext) => store.getState().project.blocks.map(({ number }) => number)

it('goes by the place of a key, so that Ctrl+Я is Ctrl+Z', () => {
  expect(commandOf(press('KeyZ', { ctrl: true }), false)?.id).toBe('undo')
  expect(commandOf(press('KeyZ', { ctrl: true, shift: true }), false)?.id).toBe('redo')
  expect(commandOf(press('KeyZ', { meta: true }), false)?.id).toBe('undo')
})

it('leaves keys to the text field that has the focus, but for the few that work everywhere', () => {
  expect(commandOf(press('KeyN'), true)).toBeUndefined()
  expect(commandOf(press('KeyZ', { ctrl: true }), true)).toBeUndefined()
  expect(commandOf(press('KeyK', { ctrl: true }), true)?.id).toBe('palette')
})

it('gives no two commands the same key', () => {
  const keys = commands.flatMap(({ keys: combinations = [] }) =>
    combinations.map(({ code, ctrl = false, shift = false, alt = false }) => `${ctrl} ${shift} ${alt} ${code}`),
  )
  expect(new Set(keys).size).toBe(keys.length)
})

it('names every command in both languages', () => {
  for (const { canvas } of [catalogue.ru, catalogue.en])
    expect(Object.keys(canvas.command).sort()).toEqual(commands.map(({ id }) => id).sort())
})

it('makes the first block a start condition and joins a new one below the selected', () => {
  const context = contextWith()
  run(context, 'newBlock')
  run(context, 'newBelow')
  const { blocks, arrows } = context.store.getState().project
  expect(blocks.map(({ type }) => type)).toEqual(['start', 'state'])
  expect(arrows).toMatchObject([{ from: 1, to: 2 }])
  expect([...context.store.getState().selection.blocks]).toEqual([2])
})

it('duplicates a selection and selects the copies', () => {
  const context = contextWith(blankBlock(1), blankBlock(2, { y: 200 }))
  run(context, 'selectAll')
  run(context, 'duplicate')
  expect(numbers(context)).toEqual([1, 2, 3, 4])
  expect([...context.store.getState().selection.blocks]).toEqual([3, 4])
})

it('makes one step of a run of nudges', () => {
  const context = contextWith(blankBlock(1))
  run(context, 'selectAll')
  run(context, 'moveRight')
  run(context, 'moveRight')
  expect(context.store.getState().project.blocks[0]?.x).toBe(40)
  context.actions.undo()
  expect(context.store.getState().project.blocks[0]?.x).toBe(0)
})

it('pastes nothing from a text that is something else', () => {
  const context = contextWith(blankBlock(1))
  expect(paste(context, 'just words')).toBe(false)
  expect(numbers(context)).toEqual([1])
})
