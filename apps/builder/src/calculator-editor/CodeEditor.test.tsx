// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { allFunctions } from '@voronka/functions'
import i18next from 'i18next'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import CodeEditor from './CodeEditor.tsx'
import type { EditorContext } from './editor-context.ts'

afterEach(cleanup)

const context: EditorContext = {
  mode: 'script',
  language: 'en',
  functions: allFunctions,
  variables: [],
  blocks: [],
  problems: [],
  say: i18next.getFixedT('en', 'calculator'),
}

const editor = (): EditorView => {
  const view = EditorView.findFromDOM(screen.getByRole('textbox'))
  if (!view) throw new Error('no editor')
  return view
}
const type = (view: EditorView, text: string) =>
  view.dispatch({ changes: { from: view.state.doc.length, insert: text }, userEvent: 'input.type' })

it('tells what was typed and nothing else', () => {
  const onChange = vi.fn()
  const { rerender } = render(<CodeEditor value="x = 1" onChange={onChange} context={context} label="Calculator" />)
  expect(screen.getByRole('textbox', { name: 'Calculator' }).textContent).toBe('x = 1')
  type(editor(), '2')
  expect(onChange.mock.calls).toEqual([['x = 12']])
  rerender(<CodeEditor value="y = 3" onChange={onChange} context={context} label="Calculator" />)
  expect(editor().state.doc.toString()).toBe('y = 3')
  expect(onChange).toHaveBeenCalledTimes(1)
})

it('keeps the cursor while its own typing comes back as the value', () => {
  function Form() {
    const [value, setValue] = useState('ab')
    return <CodeEditor value={value} onChange={setValue} context={context} label="Calculator" />
  }
  render(<Form />)
  const view = editor()
  view.dispatch({ selection: { anchor: 1 } })
  view.dispatch({ changes: { from: 1, insert: 'X' }, selection: { anchor: 2 } })
  expect([view.state.doc.toString(), view.state.selection.main.head]).toEqual(['aXb', 2])
})

it('undoes typing inside the field, but not what came from outside', () => {
  const { rerender } = render(<CodeEditor value="" onChange={() => {}} context={context} label="Calculator" />)
  type(editor(), 'abc')
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'z', code: 'KeyZ', ctrlKey: true })
  expect(editor().state.doc.toString()).toBe('')
  rerender(<CodeEditor value="from outside" onChange={() => {}} context={context} label="Calculator" />)
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'z', code: 'KeyZ', ctrlKey: true })
  expect(editor().state.doc.toString()).toBe('from outside')
})

it('lets Tab go on to the next field', () => {
  render(<CodeEditor value="x" onChange={() => {}} context={context} label="Calculator" />)
  // Not prevented: the browser moves the focus.
  expect(fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Tab', code: 'Tab' })).toBe(true)
})

it('keeps an expression on one line', () => {
  const onChange = vi.fn()
  render(<CodeEditor value="a > 1" onChange={onChange} context={{ ...context, mode: 'expression' }} label="Comparison" />)
  expect(fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter', code: 'Enter' })).toBe(false)
  expect(editor().state.doc.toString()).toBe('a > 1')
})

it('inserts for a picker and puts the cursor where the argument belongs', async () => {
  let insert: ((text: string) => void) | undefined
  render(<CodeEditor value="x = " onChange={() => {}} context={context} label="Calculator" onReady={(given) => (insert = given)} />)
  await waitFor(() => expect(insert).toBeDefined())
  editor().dispatch({ selection: { anchor: 4 } })
  insert?.('round(|)')
  expect([editor().state.doc.toString(), editor().state.selection.main.head]).toEqual(['x = round()', 10])
})
