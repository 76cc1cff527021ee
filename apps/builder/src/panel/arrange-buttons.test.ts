import { buttonSchema, type Button } from '@voronka/flow'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dropped, inRows, renumbered, stepped, withButton, withoutButton } from './arrange-buttons.ts'

/** `'1 2/3'` is a row of two and a row of one. */
const made = (rows: string): Button[] =>
  renumbered(rows.split('/').map((row) => row.split(' ').map((id) => buttonSchema.parse({ id: Number(id) }))))
const shown = (buttons: readonly Button[]): string =>
  inRows(buttons)
    .map((row) => row.map(({ id }) => id).join(' '))
    .join('/')

it.each([
  ['1 2/3', 3, 'up', '3/1 2'],
  ['1 2/3', 2, 'up', '2/1/3'],
  ['1 2/3', 1, 'down', '2/1/3'],
  ['1/2/3', 2, 'down', '1/3/2'],
  ['1/2', 1, 'up', '1/2'],
  ['1/2', 2, 'down', '1/2'],
  ['1 2/3', 2, 'left', '2 1/3'],
  ['1 2/3', 2, 'right', '1 2/3'],
  ['1/2', 9, 'up', '1/2'],
] as const)('%s: button %i %s gives %s', (before, id, step, after) => {
  expect(shown(stepped(made(before), id, step))).toBe(after)
})

it('drops a button before another, or below the last row', () => {
  expect(shown(dropped(made('1 2/3'), 3, { before: 2 }))).toBe('1 3 2')
  expect(shown(dropped(made('1 2/3'), 1, 'end'))).toBe('2/3/1')
  expect(shown(dropped(made('1 2/3'), 1, { before: 1 }))).toBe('1 2/3')
})

it('adds a button in a row of its own or beside others, under a number not used yet', () => {
  const blank = (id: number) => buttonSchema.parse({ id })
  expect(shown(withButton([], blank))).toBe('1')
  expect(shown(withButton(made('1 5/3'), blank))).toBe('1 5/3/6')
  expect(shown(withButton(made('1 5/3'), blank, { row: 1 }))).toBe('1 5/3 6')
})

it('leaves no hole when a button goes', () => {
  const after = withoutButton(made('1/2/3'), 2)
  expect(shown(after)).toBe('1/3')
  expect(after.map(({ line }) => line)).toEqual([0, 1])
})

it('never loses or doubles a button, whatever is done', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('up', 'down', 'left', 'right', 'end', 'before')))
  fc.assert(
    fc.property(steps, (list) => {
      let buttons = made('1 2 3/4/5 6')
      for (const [id, step] of list) {
        if (step === 'end') buttons = dropped(buttons, id, 'end')
        else if (step === 'before') buttons = dropped(buttons, id, { before: (id % 6) + 1 })
        else buttons = stepped(buttons, id, step)
      }
      expect(buttons.map(({ id }) => id).sort()).toEqual([1, 2, 3, 4, 5, 6])
      expect(renumbered(inRows(buttons))).toEqual(buttons)
    }),
  )
})
