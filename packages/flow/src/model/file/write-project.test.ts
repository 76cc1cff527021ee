import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { play, randomSteps } from '../../../test/model/random-steps.ts'
import { applyEdits, blankArrow, blankBlock, blankProject, readProject, writeProject } from '../index.ts'

const read = (text: string) => {
  const result = readProject(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.project
}

describe('writeProject', () => {
  it('writes what is read back as the very same project', () => {
    fc.assert(
      fc.property(randomSteps, (steps) => {
        const { project } = play(steps)
        expect(read(writeProject(project))).toEqual(project)
      }),
    )
  })

  it('writes a text that it has written the same again', () => {
    fc.assert(
      fc.property(randomSteps, (steps) => {
        const text = writeProject(play(steps).project)
        expect(writeProject(read(text))).toBe(text)
      }),
    )
  })

  it('leaves out defaults, puts keys in one order, and one field on a line', () => {
    const block = { ...blankBlock(2, { text: 'Hello' }), type: 'start' as const }
    const arrow = blankArrow(1, 2, 2, { delay: { value: 10, unit: 'minutes' }, bends: [{ x: 1, y: 2 }] })
    const { project } = applyEdits(blankProject('Shop'), [
      { type: 'put-arrow', arrow },
      { type: 'put-block', block: Object.fromEntries(Object.entries(block).reverse()) as typeof block },
    ])
    expect(writeProject(project)).toBe(
      `{
  "format": 1,
  "settings": {
    "name": "Shop"
  },
  "blocks": [
    {
      "number": 2,
      "type": "start",
      "text": "Hello"
    }
  ],
  "arrows": [
    {
      "id": 1,
      "from": 2,
      "to": 2,
      "delay": {
        "value": 10,
        "unit": "minutes"
      },
      "bends": [
        {
          "x": 1,
          "y": 2
        }
      ]
    }
  ]
}
`,
    )
  })

  it('shows the change of one field as the change of one line', () => {
    const { project } = applyEdits(
      blankProject(),
      [1, 2, 3].map((number) => ({ type: 'put-block', block: blankBlock(number, { text: 'a' }) })),
    )
    const changed = applyEdits(project, [{ type: 'patch-block', number: 2, fields: { text: 'b' } }]).project
    const [before, after] = [project, changed].map((each) => writeProject(each).split('\n'))
    expect(before?.filter((line, at) => line !== after?.[at])).toHaveLength(1)
  })

  it('remembers the numbers of deleted blocks', () => {
    const { project } = applyEdits(blankProject(), [
      { type: 'put-block', block: blankBlock(5) },
      { type: 'remove-block', number: 5 },
    ])
    expect(read(writeProject(project)).lastBlock).toBe(5)
  })
})
