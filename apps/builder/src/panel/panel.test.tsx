// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { blankArrow, blankBlock, blankProject, buttonSchema, type Project } from '@voronka/flow'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createEditor, EditorProvider, type Editor } from '../editor/index.ts'
import { catalogue } from '../locales/catalogue.ts'
import { TooltipProvider } from '../ui/index.ts'
import { Panel } from './index.ts'

beforeAll(() => i18next.use(initReactI18next).init({ resources: catalogue, lng: 'en', interpolation: { escapeValue: false } }))
beforeEach(() => localStorage.clear())
afterEach(cleanup)

const project = (): Project => ({
  ...blankProject('Shop'),
  blocks: [
    blankBlock(1, { type: 'start', condition: 'hi', text: 'Hello' }),
    blankBlock(2, { text: 'Menu', buttons: ['A', 'B'].map((text, index) => buttonSchema.parse({ id: index + 1, text, line: index })) }),
    blankBlock(3, { type: 'comment', text: 'Remember' }),
  ],
  arrows: [blankArrow(1, 1, 2, { condition: 'menu' })],
  lastBlock: 3,
  lastArrow: 1,
})

function show(chosen: { blocks?: number[]; arrows?: number[] }, document = project()): Editor {
  const editor = createEditor(
    { project: document, revision: 1 },
    {
      editor: 'me',
      batchMs: 1_000_000,
      transport: { load: () => Promise.reject(new Error('not needed')), save: () => Promise.reject(new Error('not needed')) },
      kept: { keep: () => true, forget: () => undefined },
    },
  )
  editor.actions.select(chosen)
  render(
    <TooltipProvider>
      <EditorProvider editor={editor} projectId={1}>
        <Panel />
      </EditorProvider>
    </TooltipProvider>,
  )
  return editor
}

const arrowOf = ({ store }: Editor) => store.getState().project.arrows[0]
const blockOf = ({ store }: Editor, number: number) => store.getState().project.blocks.find((block) => block.number === number)
const write = (name: string | RegExp, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const press = (role: 'button' | 'switch' | 'radio', name: string | RegExp) => fireEvent.click(screen.getByRole(role, { name }))

it('shows nothing while nothing is selected', () => {
  show({})
  expect(screen.queryByRole('complementary')).toBeNull()
})

describe('a block', () => {
  it('writes what is typed into the document, a burst of typing as one step', () => {
    const editor = show({ blocks: [1] })
    write('Name', 'Gr')
    write('Name', 'Greeting')
    expect(blockOf(editor, 1)?.name).toBe('Greeting')
    act(() => editor.actions.undo())
    expect(blockOf(editor, 1)?.name).toBe('')
  })

  it('has a condition only where its type has one, and keeps it when the type changes', () => {
    const editor = show({ blocks: [1] })
    expect(screen.getByRole('textbox', { name: 'Condition' })).toBeTruthy()
    fireEvent.change(screen.getByRole('combobox', { name: 'Type of block' }), { target: { value: 'state' } })
    expect(screen.queryByRole('textbox', { name: 'Condition' })).toBeNull()
    expect(blockOf(editor, 1)).toMatchObject({ type: 'state', condition: 'hi' })
  })

  it('tells at every key whether a phrase fires', () => {
    show({ blocks: [1] })
    write('What the client writes', 'hi!')
    expect(screen.getByText('It fires')).toBeTruthy()
    write('What the client writes', 'goodbye')
    expect(screen.getByText(/^It does not fire/)).toBeTruthy()
  })

  it('has only its text when it is a comment', () => {
    show({ blocks: [3] })
    expect(screen.getAllByRole('textbox').map((field) => field.getAttribute('aria-label') ?? field.textContent)).toHaveLength(1)
    expect(screen.getByRole('textbox', { name: 'Text of the comment' })).toBeTruthy()
  })

  it('adds, changes, moves with the keys and removes buttons', () => {
    const editor = show({ blocks: [2] })
    const buttons = () => blockOf(editor, 2)?.buttons.map(({ text, line, indexInLine }) => `${text} ${line}/${indexInLine}`)
    press('button', 'Add a button')
    write('Text of button 3', 'C')
    expect(buttons()).toEqual(['A 0/0', 'B 1/0', 'C 2/0'])
    fireEvent.keyDown(screen.getByRole('button', { name: 'Move button 3' }), { key: 'ArrowUp' })
    expect(buttons()).toEqual(['A 0/0', 'C 1/0', 'B 2/0'])
    expect(screen.getByText('Button “C”: place 2 of 3')).toBeTruthy()
    press('button', 'Delete button 1')
    expect(buttons()).toEqual(['C 0/0', 'B 1/0'])
  })

  it('says what is wrong with the code of buttons while it is written', () => {
    show({ blocks: [2] })
    write('Button code (JSON)', '[{"text": 5}]')
    expect(screen.getByText(/^Button 1:/)).toBeTruthy()
    write('Button code (JSON)', '#{buttons}')
    expect(screen.queryByText(/^Button 1:/)).toBeNull()
  })

  it('remembers which sections are closed', () => {
    show({ blocks: [2] })
    press('button', /^Buttons/)
    cleanup()
    show({ blocks: [1] })
    expect(screen.getByRole('button', { name: /^Buttons/ }).getAttribute('aria-expanded')).toBe('false')
  })

  it('offers the fix of a problem at its field', () => {
    const broken = project()
    broken.blocks[0] = blankBlock(1, { type: 'start', text: 'Hello' })
    const editor = show({ blocks: [1] }, broken)
    const [fix] = screen.getAllByRole('button').filter((button) => button.querySelector('.lucide-wrench'))
    expect(fix).toBeDefined()
    if (fix) fireEvent.click(fix)
    expect(blockOf(editor, 1)?.answerOnce).toBe(true)
  })
})

describe('an arrow', () => {
  it('says in a sentence what it does', () => {
    show({ arrows: [1] })
    expect(screen.getByText('When the client writes “menu” (typing errors do not matter), go to block 2 “Menu”.')).toBeTruthy()
  })

  it('tells an empty delay from a delay of 0', () => {
    const editor = show({ arrows: [1] })
    press('radio', 'At once')
    expect(arrowOf(editor)?.delay).toEqual({ value: 0, unit: 'seconds' })
    press('radio', 'Wait for the client')
    expect(arrowOf(editor)?.delay).toBeNull()
  })

  it('takes a number or a variable as the delay, and nothing else', () => {
    const editor = show({ arrows: [1] })
    press('radio', 'After a time')
    write('Delay', '#{pause}')
    expect(arrowOf(editor)?.delay?.value).toBe('#{pause}')
    write('Delay', 'soon')
    expect(arrowOf(editor)?.delay?.value).toBe('#{pause}')
    expect(screen.getByText('A number or a variable #{…} is needed')).toBeTruthy()
    write('Delay', '1,5')
    expect(arrowOf(editor)?.delay?.value).toBe(1.5)
  })

  it('explains that data entry and a delay exclude each other, with both ways out', () => {
    const editor = show({ arrows: [1] })
    press('radio', 'After a time')
    press('switch', 'Client enters data')
    expect(screen.getByText(/the delay has no effect/)).toBeTruthy()
    press('button', 'Remove the delay')
    expect(arrowOf(editor)).toMatchObject({ delay: null, collectsData: true })
    expect(screen.queryByText(/the delay has no effect/)).toBeNull()
  })

  it('checks the name of the variable that gets the answer', () => {
    show({ arrows: [1] })
    press('switch', 'Client enters data')
    expect(screen.getByText('Say where to store the answer')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Variable for the answer'), { target: { value: 'question' } })
    expect(screen.getByText('The name question belongs to the system')).toBeTruthy()
  })

  it('keeps the last number while the priority is half typed', () => {
    const editor = show({ arrows: [1] })
    fireEvent.click(screen.getByText('More conditions'))
    write('Priority', '')
    expect(arrowOf(editor)?.priority).toBe(10)
    write('Priority', '-2.5')
    expect(arrowOf(editor)?.priority).toBe(-2.5)
  })
})

it('acts on everything that is selected at once', () => {
  const editor = show({ blocks: [1, 2], arrows: [1] })
  expect(within(screen.getByRole('complementary')).getByText('2 blocks, 1 arrow')).toBeTruthy()
  fireEvent.change(screen.getByRole('combobox', { name: 'Make all of them' }), { target: { value: 'nonstate' } })
  expect([1, 2].map((number) => blockOf(editor, number)?.type)).toEqual(['nonstate', 'nonstate'])
  press('button', 'Delete')
  expect(editor.store.getState().project.blocks.map(({ number }) => number)).toEqual([3])
})
