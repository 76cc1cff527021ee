import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../../test/run-command.ts'
import { temporaryFile } from '../../test/temporary-file.ts'
import { loadSettings } from './load-settings.ts'

let data: string
let own: string
beforeEach(() => {
  data = join(dirname(temporaryFile('nothing', '')), 'data')
  mkdirSync(data)
  own = join(data, 'voronka.env')
})

describe('a file of settings', () => {
  it('in the data folder counts after flags and the environment, before what is standard', () => {
    writeFileSync(
      own,
      '\uFEFF# ours\r\n\r\nVORONKA_PORT = 1\r\nDATABASE_URL="postgres://h/v"\r\nVORONKA_LOG=\'json\'\r\nVORONKA_BACKUPS=\r\n',
    )
    const load = (args: readonly string[], env = {}) => loadSettings(['--data', data, ...args], env)
    expect(load([])).toMatchObject({ port: 1, databaseUrl: 'postgres://h/v', log: 'json', backups: 7, data })
    expect(load([], { PORT: '2' }).port).toBe(2)
    expect(load(['--port', '3'], { PORT: '2' }).port).toBe(3)
    expect(loadSettings([], { VORONKA_DATA: data }).port).toBe(1)
  })

  it('that is named counts instead, and may say where the data lies', () => {
    writeFileSync(own, 'VORONKA_PORT=1')
    const file = temporaryFile('my.env', `VORONKA_DATA=${data}\nVORONKA_LOG=json`)
    for (const args of [['--config', file], [`--config=${file}`]])
      expect(loadSettings(args, {})).toMatchObject({ port: 3000, data, log: 'json' })
  })

  it.each([
    ['VORONKA_PORT=many', /line 1: VORONKA_PORT is "many", but must be a whole number/],
    ['\nVORONKA_PROT=80', /line 2: there is no setting VORONKA_PROT\. There are: VORONKA_PORT, PORT,/],
    ['a secret canary', /line 1: it must be NAME=VALUE/],
    ['PORT=1\nPORT=2', /line 2: PORT is set a second time/],
    ['VORONKA_SECRET_KEY=canary', /line 1: VORONKA_SECRET_KEY is set, but must be at least/],
    ['VORONKA_DATA=elsewhere', /line 1: VORONKA_DATA cannot be set by a file that lies in the data folder/],
  ])('is refused with its place: %j', (text, sentence) => {
    writeFileSync(own, text)
    const load = () => loadSettings(['--data', data], {})
    expect(load).toThrow(sentence)
    expect(load).toThrow(own)
    expect(load).not.toThrow('canary')
  })

  it('that is not there, or has no name, is a fault of the caller', async () => {
    expect(await runCommand(['migrate', '--config', join(data, 'none')])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('cannot be read'),
    })
    expect(() => loadSettings(['--config'], {})).toThrow('--config needs the name of a file')
  })
})
