import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { processorTime } from '../../../house/src/processor-time.ts'
import { play, randomSteps } from '../../test/model/random-steps.ts'
import { applyEdits, blankArrow, blankBlock, blankProject, EditError, nextBlockNumber } from './index.ts'
import type { Edit, Project } from './index.ts'

/** The highest numbers ever given are not taken back by undo: no number is given twice. */
const document = ({ lastBlock: _block, lastArrow: _arrow, ...rest }: Project) => rest

const project = applyEdits(blankProject(), [
  { type: 'put-block', block: blankBlock(1, { text: 'One' }) },
  { type: 'put-block', block: blankBlock(2) },
  { type: 'put-arrow', arrow: blankArrow(1, 1, 2) },
]).project

describe('applyEdits', () => {
  it('restores the very same document by the inverse of any work, taken back step by step', () => {
    fc.assert(
      fc.property(randomSteps, (steps) => {
        const { project: worked, inverses } = play(steps)
        const back = inverses.reduceRight((now, inverse) => applyEdits(now, inverse).project, worked)
        expect(document(back)).toEqual(document(blankProject()))
      }),
    )
  })

  it('does again what was taken back, by the inverse of the inverse', () => {
    fc.assert(
      fc.property(randomSteps, randomSteps, (before, steps) => {
        const start = play(before).project
        const { project: worked, inverses } = play(steps, start)
        const all = inverses.toReversed().flat()
        const back = applyEdits(worked, all)
        expect(document(back.project)).toEqual(document(start))
        expect(document(applyEdits(back.project, back.inverse).project)).toEqual(document(worked))
      }),
    )
  })

  it('keeps blocks in the order of their numbers and arrows in that of their ids', () => {
    fc.assert(
      fc.property(randomSteps, (steps) => {
        const { blocks, arrows } = play(steps).project
        expect(blocks.map(({ number }) => number)).toEqual(blocks.map(({ number }) => number).toSorted((a, b) => a - b))
        expect(arrows.map(({ id }) => id)).toEqual(arrows.map(({ id }) => id).toSorted((a, b) => a - b))
      }),
    )
  })

  it('leaves what it does not touch identical, and the project handed in unchanged', () => {
    const before = structuredClone(project)
    const { project: after } = applyEdits(project, [{ type: 'patch-block', number: 2, fields: { text: 'Two' } }])
    expect(project).toEqual(before)
    expect(after.blocks[0]).toBe(project.blocks[0])
    expect(after.blocks[1]).not.toBe(project.blocks[1])
    expect(after.arrows).toBe(project.arrows)
    expect(after.settings).toBe(project.settings)
  })

  it('never gives the number of a deleted block again', () => {
    const { project: less } = applyEdits(project, [
      { type: 'remove-arrow', id: 1 },
      { type: 'remove-block', number: 2 },
    ])
    expect(nextBlockNumber(less)).toBe(3)
  })

  it.each<[string, Edit, EditError['kind'], number]>([
    ['patching a block', { type: 'patch-block', number: 9, fields: { text: '' } }, 'block', 9],
    ['removing a block', { type: 'remove-block', number: 9 }, 'block', 9],
    ['patching an arrow', { type: 'patch-arrow', id: 8, fields: { condition: '' } }, 'arrow', 8],
    ['removing an arrow', { type: 'remove-arrow', id: 8 }, 'arrow', 8],
    ['removing a sheet', { type: 'remove-sheet', id: 7 }, 'sheet', 7],
  ])('says what is not there when %s', (_what, edit, kind, number) => {
    const attempt = () => applyEdits(project, [{ type: 'patch-block', number: 1, fields: { text: 'x' } }, edit])
    expect(attempt).toThrow(EditError)
    expect(attempt).toThrow(expect.objectContaining({ kind, number }))
    expect(project.blocks[0]?.text).toBe('One')
  })

  it('moves 2,000 of 5,000 blocks in the blink of an eye', () => {
    const many = { ...project, blocks: Array.from({ length: 5000 }, (_, index) => blankBlock(index + 1)) }
    const edits = many.blocks.slice(0, 2000).map(({ number }): Edit => ({ type: 'patch-block', number, fields: { x: 20 } }))
    expect(processorTime(() => applyEdits(many, edits), 2)).toBeLessThan(200)
  })
})
