import { describe, expect, it } from 'vitest'
import { runCommand } from '../../test/run-command.ts'
import { runProcess } from '../../test/run-process.ts'
import { temporaryFile } from '../../test/temporary-file.ts'

const project = {
  format: 1,
  blocks: [
    { number: 1, type: 'start', condition: 'hi', calculator: 'n = random(1, 1000000)', text: 'Hello #{n}' },
    { number: 5, text: 'Still there?' },
  ],
  arrows: [{ id: 4, from: 1, to: 5, delay: { value: 10, unit: 'minutes' } }],
}

const run = (dialogue: unknown, ...flags: string[]) =>
  runCommand(['simulate', ...flags, temporaryFile('shop.json', project), temporaryFile('dialog.json', dialogue)])

interface Printed {
  readonly steps: readonly {
    readonly now: string
    readonly position: number | null
    readonly replies: readonly { readonly text: string; readonly block: number }[]
  }[]
}

const printed = (stdout: string): Printed => JSON.parse(stdout)

it('prints one JSON document with every step, in the real process', async () => {
  const files = [temporaryFile('shop.json', project), temporaryFile('dialog.json', [{ text: 'hi' }, { advance: '10m' }])]
  const { code, stdout, stderr } = await runProcess(['simulate', ...files], '')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const { steps } = printed(stdout)
  expect(steps.map((step) => Object.keys(step))).toEqual(
    steps.map(() => ['step', 'client', 'now', 'replies', 'position', 'variables', 'pending', 'trace']),
  )
  expect(steps).toMatchObject([
    { step: { text: 'hi' }, now: '2026-01-01T09:00:00.000Z', replies: [{ block: 1 }], position: 1, pending: [{ arrow: 4 }] },
    { step: { advance: '10m' }, now: '2026-01-01T09:10:00.000Z', replies: [{ text: 'Still there?', block: 5 }], position: 5, pending: [] },
  ])
})

it('prints the same every time, and something else with another seed', async () => {
  const first = await run([{ text: 'hi' }])
  expect((await run([{ text: 'hi' }])).stdout).toBe(first.stdout)
  expect((await run([{ text: 'hi' }], '--seed', '1')).stdout).toBe(first.stdout)
  expect(printed((await run([{ text: 'hi' }], '--seed', '2')).stdout).steps[0]?.replies).not.toEqual(
    printed(first.stdout).steps[0]?.replies,
  )
})

it('begins at the moment of an `at` that comes first, also long ago', async () => {
  const { stdout } = await run([{ at: '2001-02-03T04:05:00+03:00' }, { text: 'hi' }])
  expect(printed(stdout).steps.map(({ now }) => now)).toEqual(['2001-02-03T01:05:00.000Z', '2001-02-03T01:05:00.000Z'])
})

it('plays an empty dialogue', async () => {
  expect(printed((await run([])).stdout)).toEqual({ steps: [] })
})

describe('given a bad dialogue, ends with 2, prints nothing and names the fault', () => {
  it.each([
    ['not JSON', '[{', /dialog\.json: This is not JSON/],
    ['no array', { text: 'hi' }, /dialog\.json: A dialogue is an array of steps/],
    ['a step of no known form', [{ text: 'hi' }, { shout: 'hi' }], /dialog\.json: \[1\]: A step has one of .*text/],
    ['a step that is no object', ['hi'], /dialog\.json: \[0\]: A step has one of/],
    ['an unknown field', [{ text: 'hi', loud: true }], /dialog\.json: \[0\]: .*loud/],
    ['two forms in one', [{ text: 'hi', button: 'Menu' }], /dialog\.json: \[0\]: .*button/],
    ['a text that is none', [{ text: 5 }], /dialog\.json: \[0\]\.text: /],
    [
      'an unknown unit',
      [{ text: 'hi' }, { text: 'hi' }, { text: 'hi' }, { advance: '10 minutes' }],
      /dialog\.json: \[3\]\.advance: .*"10m"/,
    ],
    ['a moment without its offset', [{ at: '2026-03-10T14:05:00' }], /dialog\.json: \[0\]\.at: .*offset/],
    ['an impossible person', [{ text: 'hi', client: 0 }], /dialog\.json: \[0\]\.client: /],
    ['too many files', [{ attachment: Array.from({ length: 11 }, () => 'https://example.org/a') }], /dialog\.json: \[0\]\.attachment: /],
    [
      'a clock that goes back',
      [{ at: '2026-03-10T14:05:00Z' }, { at: '2026-03-10T14:04:00Z' }],
      /dialog\.json: \[1\]\.at: The clock cannot go back/,
    ],
    ['a clock beyond the calendar', [{ advance: '99999999d' }], /dialog\.json: \[0\]\.advance: /],
    ['a text without text', [{ text: '  ' }], /dialog\.json: \[0\]\.text: /],
  ])('%s', async (_, dialogue, fault) => {
    const { code, stdout, stderr } = await run(dialogue)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(fault)
  })
})

it('ends with 2 and names the fault when the project is bad', async () => {
  const bad = temporaryFile('shop.json', { format: 1, blocks: [{ number: 1, type: 'begin' }] })
  const { code, stdout, stderr } = await runCommand(['simulate', bad, temporaryFile('dialog.json', [])])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(`${bad}: blocks[0].type: `)
})

it.each([[[]], [['a.json']], [['a.json', 'b.json', 'c.json']], [['--seed', 'x', 'a.json', 'b.json']], [['--seed']]])(
  'ends with 2 when called as simulate %j',
  async (args) => {
    expect(await runCommand(['simulate', ...args])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage: voronka simulate'),
    })
  },
)
