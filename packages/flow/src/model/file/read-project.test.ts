import { describe, expect, it } from 'vitest'
import { readProject } from '../index.ts'
import type { Project, ReadProject } from '../index.ts'
import { upgradeDocument } from './upgrades.ts'
import type { Upgrade } from './upgrades.ts'

const problemsOf = (read: ReadProject) => (read.ok ? [] : read.problems)
const projectOf = (read: ReadProject): Project => {
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.project
}

describe('readProject', () => {
  it('fills in every field that a file leaves out', () => {
    const { blocks, settings, sheets, lastBlock } = projectOf(readProject({ format: 1, blocks: [{ number: 7, text: 'Hi' }] }))
    expect(blocks[0]).toMatchObject({ number: 7, type: 'state', text: 'Hi', priority: 10, keepInHistory: true, buttons: [] })
    expect(settings.timezone).toBe('Europe/Moscow')
    expect(sheets).toEqual([{ id: 1, name: '1' }])
    expect(lastBlock).toBe(7)
  })

  it('says whether the file is a project or a plain flow document', () => {
    expect(readProject({ format: 1 })).toMatchObject({ ok: true, hasSettings: false })
    expect(readProject({ format: 1, settings: { name: 'Shop' } })).toMatchObject({ ok: true, hasSettings: true })
  })

  it('gives a number to arrows and buttons that have none, after those that have one', () => {
    const { blocks, arrows, lastArrow } = projectOf(
      readProject({
        format: 1,
        blocks: [{ number: 1, buttons: [{ text: 'A' }, { id: 1, text: 'B' }, { text: 'C' }] }, { number: 2 }],
        arrows: [
          { from: 1, to: 2 },
          { id: 4, from: 2, to: 1 },
          { from: 2, to: 2 },
        ],
      }),
    )
    expect(blocks[0]?.buttons.map(({ id, text }) => `${id} ${text}`)).toEqual(['2 A', '1 B', '3 C'])
    expect(arrows.map(({ id, from, to }) => [id, from, to])).toEqual([
      [4, 2, 1],
      [5, 1, 2],
      [6, 2, 2],
    ])
    expect(lastArrow).toBe(6)
  })

  it('never makes up the number of a block', () => {
    expect(problemsOf(readProject({ format: 1, blocks: [{ text: 'Hi' }] }))).toMatchObject([{ path: 'blocks[0].number' }])
  })

  it('orders blocks and arrows, whatever their order in the file', () => {
    const arrow = { from: 1, to: 2 }
    const { blocks, arrows } = projectOf(
      readProject({
        format: 1,
        blocks: [{ number: 2 }, { number: 1 }],
        arrows: [
          { ...arrow, id: 9 },
          { ...arrow, id: 3 },
        ],
      }),
    )
    expect(blocks.map(({ number }) => number)).toEqual([1, 2])
    expect(arrows.map(({ id }) => id)).toEqual([3, 9])
  })

  it('keeps arrows to blocks that are not there: the checks report them', () => {
    expect(projectOf(readProject({ format: 1, arrows: [{ id: 1, from: 5, to: 6 }] })).arrows).toHaveLength(1)
  })

  it('passes over unknown fields and notes the first place of each', () => {
    const read = readProject({ format: 1, pipelines: [], blocks: [{ number: 1 }, { number: 2, shade: 1 }, { number: 3, shade: 2 }] })
    expect(read.ok && read.notes.map(({ path }) => path)).toEqual(['pipelines', 'blocks[1].shade'])
    expect(projectOf(read)).not.toHaveProperty('pipelines')
  })

  it('adds a sheet that blocks stand on but the file forgot, so that no block is invisible', () => {
    const read = readProject({ format: 1, blocks: [{ number: 1, sheet: 4 }] })
    expect(projectOf(read).sheets).toEqual([
      { id: 1, name: '1' },
      { id: 4, name: '4' },
    ])
    expect(read.ok && read.notes).toHaveLength(1)
  })

  it.each<[string, unknown, string, string]>([
    ['text that is no JSON', '{"format": 1,', '', 'This is not JSON'],
    ['an array', [], '', 'The file must hold an object'],
    ['a null', null, '', 'The file must hold an object'],
    ['a file without format', { blocks: [] }, 'format', 'There is no field format'],
    ['a newer format', { format: 2 }, 'format', 'newer version of the program (format 2, this one reads up to 1)'],
    ['a format that never was', { format: 0.5 }, 'format', 'There is no such file format'],
    [
      'a word for a unit that is none',
      withArrow({ delay: { value: 1, unit: 'years' } }),
      'arrows[0].delay.unit',
      'This can only be "seconds"',
    ],
    ['a negative delay', withArrow({ delay: { value: -1 } }), 'arrows[0].delay.value', 'cannot be less than 0'],
    ['a text for a number', { format: 1, blocks: [{ number: '1' }] }, 'blocks[0].number', 'This must be a number.'],
    ['a fraction for a block number', { format: 1, blocks: [{ number: 1.5 }] }, 'blocks[0].number', 'This must be a whole number.'],
    ['a block without a number', { format: 1, blocks: [{}] }, 'blocks[0].number', 'This field is required.'],
    ['an object for a list', { format: 1, blocks: {} }, 'blocks', 'This must be a list'],
    [
      'a number given twice',
      { format: 1, blocks: [{ number: 3 }, { number: 3 }] },
      'blocks[1].number',
      'already taken by blocks[0].number',
    ],
    [
      'an arrow given twice',
      {
        format: 1,
        arrows: [
          { id: 1, from: 1, to: 1 },
          { id: 1, from: 1, to: 1 },
        ],
      },
      'arrows[1].id',
      'already taken',
    ],
    ['a button given twice', { format: 1, blocks: [{ number: 1, buttons: [{ id: 1 }, { id: 1 }] }] }, 'blocks[0].buttons[1].id', 'taken'],
    [
      'too many blocks',
      { format: 1, blocks: Array.from({ length: 20_001 }, (_, at) => ({ number: at + 1 })) },
      'blocks',
      'at most 20000 fit',
    ],
  ])('refuses %s, with the place and a sentence', (_what, file, path, sentence) => {
    const [problem] = problemsOf(readProject(file))
    expect(problem?.path).toBe(path)
    expect(problem?.message.en).toContain(sentence)
    expect(problem?.message.ru).toMatch(/[а-я]/)
  })

  it('tells all faults of a file at once, but no more than fifty', () => {
    const blocks = Array.from({ length: 100 }, (_, at) => ({ number: at + 1, x: 'left' }))
    expect(problemsOf(readProject({ format: 1, blocks }))).toHaveLength(100)
  })

  it('treats names like __proto__ as any other unknown field', () => {
    const read = readProject('{"format": 1, "__proto__": {"lastBlock": 5}, "blocks": [{"number": 1, "constructor": 1}]}')
    expect(projectOf(read).lastBlock).toBe(1)
    expect(read.ok && read.notes.map(({ path }) => path)).toEqual(['__proto__', 'blocks[0].constructor'])
  })

  it('ignores a byte order mark', () => {
    expect(readProject('\uFEFF{"format": 1}').ok).toBe(true)
  })
})

describe('upgradeDocument', () => {
  const steps = new Map<number, Upgrade>([
    [1, (document) => ({ ...document, colour: 'red' })],
    [2, (document) => ({ ...document, shade: 'dark' })],
  ])

  it('takes a document through every format between', () => {
    expect(upgradeDocument({ format: 1 }, 1, 3, steps)).toEqual({ format: 3, colour: 'red', shade: 'dark' })
  })

  it('leaves a document of the wanted format as it is', () => {
    const document = { format: 3 }
    expect(upgradeDocument(document, 3, 3, steps)).toBe(document)
  })

  it('knows no way from a format that was never released', () => {
    expect(upgradeDocument({ format: 0 }, 0, 3, steps)).toBeUndefined()
  })
})

function withArrow(fields: object) {
  return { format: 1, arrows: [{ id: 1, from: 1, to: 2, ...fields }] }
}
