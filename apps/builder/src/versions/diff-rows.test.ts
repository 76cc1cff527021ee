import { applyEdits, blankArrow, blankBlock, blankProject } from '@voronka/flow'
import type { Edit } from '@voronka/flow'
import { describe, expect, it } from 'vitest'
import { diffRows } from './diff-rows.ts'

const { project: before } = applyEdits(blankProject('Shop'), [
  { type: 'put-block', block: blankBlock(1, { type: 'start', name: 'Menu', text: 'Hello' }) },
  { type: 'put-block', block: blankBlock(2, { name: 'Pizza' }) },
  { type: 'put-block', block: blankBlock(3, { text: 'Bye' }) },
  { type: 'put-arrow', arrow: blankArrow(1, 1, 2, { condition: 'pizza' }) },
])

const rowsAfter = (edits: readonly Edit[]) => diffRows(before, applyEdits(before, edits).project, 'en')

describe('diffRows', () => {
  it('finds nothing between a document and its copy', () => {
    expect(diffRows(before, structuredClone(before), 'en')).toEqual([])
  })

  it('names what was added by what it is now, and what was removed by what it was', () => {
    const rows = rowsAfter([
      { type: 'put-block', block: blankBlock(4, { name: 'Soup' }) },
      { type: 'remove-arrow', id: 1 },
      { type: 'remove-block', number: 3 },
    ])
    expect(rows).toEqual([
      { kind: 'block', change: 'added', number: 4, title: 'Soup', layout: false, fields: [] },
      { kind: 'block', change: 'removed', number: 3, title: 'Bye', layout: false, fields: [] },
      { kind: 'arrow', change: 'removed', number: 1, title: '1 → 2 · pizza', layout: false, fields: [] },
    ])
  })

  it('tells field by field what was there and what is there, as a person reads it', () => {
    const [block, arrow] = rowsAfter([
      {
        type: 'patch-block',
        number: 1,
        fields: {
          text: 'Hi',
          matchType: 'exact',
          answerOnce: true,
          buttons: [
            { ...button, text: 'Pizza' },
            { ...button, id: 2, text: 'Soup' },
          ],
        },
      },
      { type: 'patch-arrow', id: 1, fields: { delay: { value: 10, unit: 'minutes' } } },
    ])
    expect(block?.fields).toEqual([
      { name: 'Match type', before: 'Ignoring errors and inaccuracies', after: 'Full match' },
      { name: 'Answer once', before: 'no', after: 'yes' },
      { name: 'Message', before: 'Hello', after: 'Hi' },
      { name: 'Buttons', before: '', after: 'Pizza\nSoup' },
    ])
    expect(arrow?.fields).toEqual([{ name: 'Delay', before: '', after: '10 min' }])
  })

  it('marks what was only moved on the canvas', () => {
    expect(rowsAfter([{ type: 'patch-block', number: 2, fields: { x: 40, y: 20 } }])).toMatchObject([{ number: 2, layout: true }])
    expect(rowsAfter([{ type: 'patch-block', number: 2, fields: { x: 40, text: 'New' } }])).toMatchObject([{ number: 2, layout: false }])
  })

  it('names the sheet to which a block went', () => {
    const rows = rowsAfter([
      { type: 'put-sheet', sheet: { id: 2, name: 'Delivery' } },
      { type: 'patch-block', number: 2, fields: { sheet: 2 } },
    ])
    expect(rows.find(({ kind }) => kind === 'block')?.fields).toEqual([{ name: 'Sheet', before: '1', after: 'Delivery' }])
    expect(rows.find(({ kind }) => kind === 'sheet')).toMatchObject({ change: 'added', title: 'Delivery' })
  })

  it('tells settings with their values', () => {
    const rows = rowsAfter([{ type: 'patch-settings', fields: { timezone: 'Europe/Riga', constants: [{ name: 'phone', value: '112' }] } }])
    expect(rows.map(({ title, fields }) => [title, fields[0]?.after])).toEqual([
      ['Time zone', 'Europe/Riga'],
      ['Constants', 'phone = 112'],
    ])
  })

  it('speaks Russian', () => {
    const { project } = applyEdits(before, [{ type: 'patch-block', number: 1, fields: { silent: true } }])
    expect(diffRows(before, project, 'ru')[0]?.fields).toEqual([{ name: 'Без звука', before: 'нет', after: 'да' }])
  })
})

const button = { id: 1, text: '', action: 'text' as const, callback: '', url: '', line: 0, indexInLine: 0, color: '' }
