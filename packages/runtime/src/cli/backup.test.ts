import Database from 'better-sqlite3'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backUpNow, backupState, scheduledBackups } from '../backups/scheduled-backups.ts'
import { createLogger } from '../config/logger.ts'
import { createInstallation } from '../installation.ts'
import { VirtualClock } from '../worker/clocks.ts'
import { runCommand } from '../../test/run-command.ts'
import { temporaryFile } from '../../test/temporary-file.ts'

/** A data folder with a server's database in it, which stays open as a running server's does. */
async function runningServer() {
  const data = join(dirname(temporaryFile('nothing', '')), 'data')
  const installation = createInstallation({ database: join(data, 'voronka.db'), files: join(data, 'files'), clock: new VirtualClock(0) })
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
  // Neither unfinished work nor a log of the copy.
  expect(readdirSync(data).filter((name) => /\.part|^copy\.db./.test(name))).toEqual([])
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

describe('uploaded files', () => {
  const bytes = Buffer.from('some bytes of a file')

  async function withFile() {
    const { data, installation } = await runningServer()
    const { files } = installation
    const written = await files.storage.write(Readable.from([bytes]))
    const { id } = await files.keep({ ...written, sentName: 'a.txt' }, { project: 1 })
    return { data, installation, id, place: join(data, 'files', id.slice(0, 2), id) }
  }

  it('travel within the backup and come back from it into an empty folder', async () => {
    const { data, id } = await withFile()
    const file = join(data, 'copy.db')
    expect((await runCommand(['backup', file, '--data', data, '--rehearse'])).stdout).toContain(
      '1 uploaded files, checked and restored on trial',
    )
    expect(readdirSync(data).filter((name) => name.includes('rehearsal'))).toEqual([])
    const elsewhere = join(dirname(data), 'elsewhere')
    const { code, stdout } = await runCommand(['restore', file, '--data', elsewhere])
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(`put it back as ${join(elsewhere, 'secret.key')}`) })
    const place = join(elsewhere, 'files', id.slice(0, 2), id)
    expect(readFileSync(place)).toEqual(bytes)
    expect(statSync(place).mode & 0o077).toBe(0)
  })

  it('that were there before are kept beside', async () => {
    const { data, installation, id, place } = await withFile()
    const file = join(data, 'copy.db')
    await runCommand(['backup', file, '--data', data])
    await installation.close()
    const { stdout } = await runCommand(['restore', file, '--data', data])
    const [, database = '', files = ''] = /kept as (\S+)\. What was there before is kept as (\S+)\.$/m.exec(stdout) ?? []
    expect([existsSync(place), existsSync(database), existsSync(join(files, id.slice(0, 2), id))]).toEqual([true, true, true])
  })

  it('that are missing are told', async () => {
    const { data, place } = await withFile()
    rmSync(place)
    expect((await runCommand(['backup', join(data, 'copy.db'), '--data', data])).stdout).toContain('1 uploaded files are missing')
  })
})

it('a backup whose content contradicts itself does not pass the rehearsal', async () => {
  const { data, installation } = await runningServer()
  await installation.db.run(installation.db.build.updateTable('projects').set({ published: 99 }))
  const file = join(data, 'copy.db')
  const { code, stderr } = await runCommand(['backup', file, '--data', data, '--rehearse'])
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('a version that is not there') })
  expect([existsSync(file), existsSync(`${file}.bad`)]).toEqual([false, true])
})

it('scheduled: made in a process of its own, the latest kept, a failure noted', async () => {
  const { data } = await runningServer()
  const log = createLogger({ log: 'json', logLevel: 'error' }, { write: () => undefined })
  const at = Date.UTC(2026, 2, 10, 3)
  const old = ['01', '02', '03'].map((day) => join(data, 'backups', `voronka-2020-01-${day}T03-00.db`))
  mkdirSync(join(data, 'backups'))
  for (const file of old) writeFileSync(file, '')
  await backUpNow({ data, keep: 2, at }, log)
  expect(backupState(data)).toMatchObject({ ok: true })
  expect(scheduledBackups(data).map(({ file }) => existsSync(file) && file)).toEqual([backupState(data)?.what, old[2]])
  await backUpNow({ data, keep: 2, at }, log)
  expect(backupState(data)).toMatchObject({ ok: false, what: expect.stringContaining('never overwrite') })
}, 60_000)
