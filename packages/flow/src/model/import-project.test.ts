import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { play, randomSteps } from '../../test/model/random-steps.ts'
import { applyEdits, blankArrow, blankBlock, blankProject, importProject } from './index.ts'
import type { Project } from './index.ts'

const project = applyEdits(blankProject(), [
  { type: 'put-block', block: blankBlock(1, { text: 'Mine' }) },
  { type: 'put-block', block: blankBlock(2) },
  { type: 'put-arrow', arrow: blankArrow(1, 1, 2) },
  { type: 'patch-settings', fields: { constants: [{ name: 'shop', value: 'Mine' }] } },
]).project

const file = applyEdits(blankProject(), [
  {
    type: 'put-block',
    block: blankBlock(2, { text: 'Was here: #{was_in_state(2)}', calculator: 'a = 2\nb = was_in_state(2) and was_in_state(7)' }),
  },
  { type: 'put-block', block: blankBlock(7, { compare: "message(client_id, '', 2, 60)" }) },
  { type: 'put-arrow', arrow: blankArrow(1, 2, 7, { compare: "was_in_state('2') == 1" }) },
  {
    type: 'patch-settings',
    fields: {
      name: 'Theirs',
      constants: [
        { name: 'shop', value: 'Theirs' },
        { name: 'town', value: 'Tver' },
      ],
    },
  },
]).project

describe('importProject, add', () => {
  const { edits, report } = importProject(project, file, 'add')
  const { project: joined } = applyEdits(project, edits)

  it('gives colliding blocks new numbers after all others, and keeps the rest', () => {
    expect(joined.blocks.map(({ number }) => number)).toEqual([1, 2, 7, 8])
    expect(report.renumbered).toEqual([{ from: 2, to: 8 }])
    expect(joined.arrows.at(-1)).toMatchObject({ id: 2, from: 8, to: 7 })
  })

  it('rewrites the numbers in calculators, texts and comparisons, and only those of blocks', () => {
    expect(joined.blocks.at(-1)).toMatchObject({
      text: 'Was here: #{was_in_state(8)}',
      calculator: 'a = 2\nb = was_in_state(8) and was_in_state(7)',
    })
    expect(joined.blocks[2]?.compare).toBe("message(client_id, '', 8, 60)")
    expect(joined.arrows.at(-1)?.compare).toBe("was_in_state('8') == 1")
    expect(report.rewritten).toEqual({ blocks: [8, 7], arrows: [2] })
  })

  it('brings sheets of its own, so that nothing lies on top of what is there', () => {
    expect(joined.sheets).toEqual([
      { id: 1, name: '1' },
      { id: 2, name: '1 (2)' },
    ])
    expect(joined.blocks.map(({ sheet }) => sheet)).toEqual([1, 1, 2, 2])
  })

  it('adds constants, and keeps those of the project where both have one', () => {
    expect(joined.settings).toMatchObject({
      name: '',
      constants: [
        { name: 'shop', value: 'Mine' },
        { name: 'town', value: 'Tver' },
      ],
    })
    expect(report).toMatchObject({ added: ['town'], kept: ['shop'] })
  })

  it('does not give the number of a deleted block to an imported one', () => {
    const { project: less } = applyEdits(project, [
      { type: 'remove-arrow', id: 1 },
      { type: 'remove-block', number: 2 },
    ])
    expect(importProject(less, file, 'add').report.renumbered).toEqual([{ from: 2, to: 8 }])
  })

  it('never collides, whatever is added to whatever, and is taken back in one step', () => {
    fc.assert(
      fc.property(randomSteps, randomSteps, (mine, theirs) => {
        const here = play(mine).project
        const there = play(theirs).project
        const done = applyEdits(here, importProject(here, there, 'add').edits)
        const twice = applyEdits(done.project, importProject(done.project, there, 'add').edits).project
        expect(twice.blocks).toHaveLength(here.blocks.length + 2 * there.blocks.length)
        expect(twice.arrows).toHaveLength(here.arrows.length + 2 * there.arrows.length)
        expect(done.project.blocks).toEqual(expect.arrayContaining(here.blocks))
        expect(content(applyEdits(done.project, done.inverse).project)).toEqual(content(here))
      }),
    )
  })
})

describe('importProject, replace', () => {
  it('leaves nothing of the former flow and keeps the numbers of the file', () => {
    const { project: replaced } = applyEdits(project, importProject(project, file, 'replace').edits)
    expect({ ...replaced, lastBlock: 0, lastArrow: 0 }).toEqual({ ...file, lastBlock: 0, lastArrow: 0 })
  })

  it('keeps the settings when the file is a plain flow document', () => {
    const { project: replaced } = applyEdits(project, importProject(project, file, 'replace', { withSettings: false }).edits)
    expect(replaced.settings).toEqual(project.settings)
  })
})

function content({ lastBlock: _block, lastArrow: _arrow, ...rest }: Project) {
  return rest
}
