import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { play, randomSteps } from '../../test/model/random-steps.ts'
import { applyEdits, blankArrow, blankBlock, blankProject, copySelection, pasteClipboard, readClipboard } from './index.ts'

const project = applyEdits(blankProject(), [
  { type: 'put-block', block: blankBlock(1, { x: 100, y: 100 }) },
  { type: 'put-block', block: blankBlock(2, { x: 100, y: 400, calculator: 'a = was_in_state(1)' }) },
  { type: 'put-block', block: blankBlock(3) },
  { type: 'put-arrow', arrow: blankArrow(1, 1, 2, { condition: 'yes', bends: [{ x: 120, y: 300 }] }) },
  { type: 'put-arrow', arrow: blankArrow(2, 2, 3, { condition: 'on' }) },
  { type: 'put-arrow', arrow: blankArrow(3, 3, 1) },
]).project
const copied = copySelection(project, [1, 2])

describe('the clipboard', () => {
  it('pastes at the pointer with new numbers, inner arrows and rewritten references', () => {
    const { project: pasted } = applyEdits(project, pasteClipboard(project, copied, { x: 0, y: 0 }, 1))
    expect(pasted.blocks.slice(3)).toMatchObject([
      { number: 4, x: 0, y: 0 },
      { number: 5, x: 0, y: 300, calculator: 'a = was_in_state(4)' },
    ])
    expect(pasted.arrows.slice(3)).toMatchObject([{ id: 4, from: 4, to: 5, condition: 'yes', bends: [{ x: 20, y: 200 }] }])
  })

  it('keeps links to the originals when asked to', () => {
    const { project: pasted } = applyEdits(project, pasteClipboard(project, copied, { x: 0, y: 0 }, 1, { keepLinks: true }))
    expect(pasted.arrows.slice(4)).toMatchObject([{ id: 5, from: 5, to: 3, condition: 'on' }])
  })

  it('keeps no link where the other end is not in this project', () => {
    const elsewhere = pasteClipboard(blankProject(), copied, { x: 0, y: 0 }, 1, { keepLinks: true })
    expect(elsewhere.filter(({ type }) => type === 'put-arrow')).toHaveLength(1)
  })

  it.each([
    '',
    'hello',
    '{"voronka": "blocks"',
    '{"voronka": "blocks", "format": 1, "blocks": []}',
    '{"format": 1, "blocks": [{"number": 1}]}',
  ])('takes %j for something else than blocks', (text) => {
    expect(readClipboard(text)).toBeUndefined()
    expect(pasteClipboard(project, text, { x: 0, y: 0 }, 1)).toEqual([])
  })

  it('keeps every inner arrow of whatever is copied', () => {
    fc.assert(
      fc.property(randomSteps, fc.array(fc.nat({ max: 30 })), (steps, chosen) => {
        const { project: worked } = play(steps)
        const numbers = new Set(chosen)
        const blocks = worked.blocks.filter(({ number }) => numbers.has(number))
        const inner = worked.arrows.filter(({ from, to }) => numbers.has(from) && numbers.has(to))
        const { project: pasted } = applyEdits(worked, pasteClipboard(worked, copySelection(worked, numbers), { x: 0, y: 0 }, 1))
        expect(pasted.blocks).toHaveLength(worked.blocks.length + blocks.length)
        expect(pasted.arrows).toHaveLength(worked.arrows.length + inner.length)
        const fresh = new Set(pasted.blocks.slice(worked.blocks.length).map(({ number }) => number))
        expect(pasted.arrows.slice(worked.arrows.length).every(({ from, to }) => fresh.has(from) && fresh.has(to))).toBe(true)
      }),
    )
  })
})
