import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../test/run-command.ts'
import { temporaryFile } from '../../test/temporary-file.ts'

const sound = {
  format: 1,
  blocks: [{ number: 1, type: 'nonstate_cond', condition: 'hi', text: 'Hello' }],
}

const broken = {
  format: 1,
  blocks: [
    { number: 1, type: 'start', condition: 'hi', calculator: 'a = no_such_function(1)', text: 'Hello' },
    { number: 7, text: 'Nobody comes here' },
  ],
  arrows: [{ id: 1, from: 1, to: 5 }],
}

describe('lint', () => {
  it('says nothing about a sound project', async () => {
    expect(await runCommand(['lint', temporaryFile('shop.json', sound)])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('ends with 1 when there is an error, with a line for each problem', async () => {
    const file = temporaryFile('shop.json', broken)
    const { code, stdout } = await runCommand(['lint', file])
    expect(code).toBe(1)
    expect(stdout.split('\n').filter((line) => line.startsWith(`${file}: error: arrow 1`))).toHaveLength(1)
    expect(stdout).toMatch(/block 7: .* \[unreachable-block\]\n/)
  })

  it('ends with 0 when there are only warnings', async () => {
    const file = temporaryFile('shop.json', { ...sound, blocks: [...sound.blocks, { number: 7, text: 'Nobody comes here' }] })
    const { code, stdout } = await runCommand(['lint', file])
    expect(stdout).toContain('[unreachable-block]')
    expect(code).toBe(0)
  })

  it('prints JSON with code, severity, place, facts and words in the language asked for', async () => {
    const file = temporaryFile('shop.json', broken)
    const { stdout } = await runCommand(['lint', '--json', '--language', 'ru', file])
    const found: unknown[] = JSON.parse(stdout)
    expect(found).toContainEqual({
      file,
      code: 'unreachable-block',
      severity: 'warning',
      place: { block: 7 },
      facts: expect.any(Object),
      message: expect.stringMatching(/[а-я]/),
      why: expect.stringMatching(/[а-я]/),
    })
  })

  it('looks at every file that is named', async () => {
    const files = [temporaryFile('a.json', broken), temporaryFile('b.json', broken)]
    const { stdout } = await runCommand(['lint', '--json', ...files])
    const found: { file: string }[] = JSON.parse(stdout)
    expect(new Set(found.map(({ file }) => file))).toEqual(new Set(files))
  })
})

describe('fmt', () => {
  it('writes the canonical form once and leaves it alone after that', async () => {
    const file = temporaryFile('shop.json', sound)
    expect(await runCommand(['fmt', file])).toMatchObject({ code: 0, stdout: `${file}: rewritten\n` })
    const written = readFileSync(file, 'utf8')
    expect(await runCommand(['fmt', file])).toMatchObject({ code: 0, stdout: '' })
    expect(readFileSync(file, 'utf8')).toBe(written)
    expect(JSON.parse(written)).toMatchObject(sound)
  })

  it('only says with --check which files are not in canonical form, and ends with 1', async () => {
    const file = temporaryFile('shop.json', sound)
    expect(await runCommand(['fmt', '--check', file])).toMatchObject({ code: 1, stdout: `${file}: not in canonical form\n` })
    expect(readFileSync(file, 'utf8')).toBe(JSON.stringify(sound))
    await runCommand(['fmt', file])
    expect(await runCommand(['fmt', '--check', file])).toMatchObject({ code: 0, stdout: '' })
  })

  it('touches nothing when one of the files is bad', async () => {
    const good = temporaryFile('good.json', sound)
    const bad = temporaryFile('bad.json', '{')
    expect((await runCommand(['fmt', good, bad])).code).toBe(2)
    expect(readFileSync(good, 'utf8')).toBe(JSON.stringify(sound))
  })
})

describe.each(['lint', 'fmt'])('%s, given a bad file', (command) => {
  it('ends with 2 and names the place of the fault', async () => {
    const file = temporaryFile('shop.json', { format: 1, blocks: [{ number: 1 }, { number: 2, x: 'left' }] })
    const { code, stdout, stderr } = await runCommand([command, file])
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(`${file}: blocks[1].x: `)
  })

  it.each([
    ['no JSON', '{"format": 1,'],
    ['an array', '[]'],
    ['of a newer format', '{"format": 99}'],
  ])('ends with 2 when it is %s', async (_, content) => {
    const file = temporaryFile('shop.json', content)
    const { code, stderr } = await runCommand([command, file])
    expect(code).toBe(2)
    expect(stderr).toContain(`${file}: `)
  })

  it('ends with 2 when it is not there, and when none is named', async () => {
    const missing = await runCommand([command, 'no/such/file.json'])
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('no/such/file.json: cannot be read') })
    expect(await runCommand([command])).toMatchObject({ code: 2, stderr: expect.stringContaining('Name at least one project file') })
  })

  it('ends with 2 and shows how it is called when it does not know an option', async () => {
    const { code, stderr } = await runCommand([command, '--fast', temporaryFile('shop.json', sound)])
    expect(code).toBe(2)
    expect(stderr).toContain('--fast')
    expect(stderr).toContain(`Usage: voronka ${command}`)
  })
})
