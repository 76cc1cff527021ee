import Database from 'better-sqlite3'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createInstallation } from '../installation.ts'
import { VirtualClock } from '../worker/clocks.ts'
import { runCommand } from '../../test/run-command.ts'
import { temporaryFile } from '../../test/temporary-file.ts'

/** A data folder with a server's database in it, which stays open as a running server's does. */
async function runningServer() {
  const data = join(dirname(temporaryFile('nothing', '')), 'data')
  const installation = createInstallation({ database: join(data, 'voronka.db'), clock: new VirtualClock(0) })
  onTestFinished(() => installation.close())
  await installation.projects.create({ name: 'First', language: 'en' })
  return { data, installation }
}

const namesIn = (database: string): unknown => {
  const connection = new Database(database, { readonly: true })
  const names = connection.prepare('select name from projects order by id').pluck().all()
  connection.close()
  return names
}

it('copies everything while the server works, and the copy is checked and readable by its owner only', async () => {
  const { data } = await runningServer()
  const file = join(data, 'copy.db')
  const { code, stdout } = await runCommand(['backup', file, '--data', data])
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('checked') })
  expect(namesIn(file)).toEqual(['First'])
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(readdirSync(data).filter((name) => name.includes('.part'))).toEqual([])
})

it('never overwrites a file, and says when there is nothing to copy', async () => {
  const taken = temporaryFile('taken.db', 'precious')
  expect(await runCommand(['backup', taken])).toMatchObject({ code: 2, stderr: expect.stringContaining('never overwrite') })
  expect(readFileSync(taken, 'utf8')).toBe('precious')
  const empty = dirname(taken)
  expect(await runCommand(['backup', join(empty, 'new.db'), '--data', empty])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no database'),
  })
  expect(existsSync(join(empty, 'new.db'))).toBe(false)
})

it('puts a copy back and keeps what was there', async () => {
  const { data, installation } = await runningServer()
  const file = join(data, 'copy.db')
  await runCommand(['backup', file, '--data', data])
  await installation.projects.create({ name: 'Second', language: 'en' })
  await installation.close()
  const { code, stdout } = await runCommand(['restore', file, '--data', data])
  expect(code).toBe(0)
  expect(namesIn(join(data, 'voronka.db'))).toEqual(['First'])
  expect(namesIn(/kept as (\S+?)\.$/m.exec(stdout)?.[1] ?? '')).toEqual(['First', 'Second'])
})

it('changes nothing when the copy is no database, is damaged or comes from a newer program', async () => {
  const { data, installation } = await runningServer()
  const good = join(data, 'copy.db')
  await runCommand(['backup', good, '--data', data])
  await installation.close()
  const cut = join(data, 'cut.db')
  writeFileSync(cut, readFileSync(good).subarray(0, 60_000))
  const newer = join(data, 'newer.db')
  writeFileSync(newer, readFileSync(good))
  const connection = new Database(newer)
  connection.pragma('user_version = 9999')
  connection.close()
  for (const bad of [
    temporaryFile('text.db', 'no database at all, just a text that is long enough'),
    cut,
    newer,
    join(data, 'missing.db'),
  ]) {
    const { code, stderr } = await runCommand(['restore', bad, '--data', data])
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('Nothing was restored') })
    expect(namesIn(join(data, 'voronka.db'))).toEqual(['First'])
  }
})
