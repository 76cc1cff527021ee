import Database from 'better-sqlite3'
import { existsSync, mkdirSync, readdirSync, watch, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { runCommand } from '../../test/run-command.ts'
import { temporaryFile } from '../../test/temporary-file.ts'
import { runOwnProgram } from '../config/own-program.ts'
import { formOf } from '../db/check-database.ts'
import { newestForm } from '../db/migrate.ts'
import { allMigrations } from '../db/migrations/all.ts'

const projects = 2000

/** A data folder as the first version left it, with projects and an uploaded file that no later form knows of yet. */
function ofTheFirstVersion() {
  const data = join(dirname(temporaryFile('nothing', '')), 'data')
  mkdirSync(join(data, 'files'), { recursive: true })
  writeFileSync(join(data, 'files', 'one'), 'bytes')
  const database = join(data, 'voronka.db')
  const connection = new Database(database)
  connection.pragma('journal_mode = WAL')
  connection.exec(allMigrations[0]?.sql ?? '')
  connection.pragma('user_version = 1')
  const columns = connection.pragma('table_info(projects)') as { name: string; type: string; notnull: number; dflt_value: string | null }[]
  const needed = columns.filter(({ name, notnull, dflt_value }) => name !== 'id' && notnull && dflt_value === null)
  const values = needed.map(({ name, type }) => (name === 'name' ? 'First' : type.toLowerCase() === 'text' ? '{}' : 0))
  const add = connection.prepare(
    `insert into projects (${needed.map(({ name }) => name).join(', ')}) values (${needed.map(() => '?').join(', ')})`,
  )
  connection.transaction(() => {
    for (let count = 0; count < projects; count++) add.run(...values)
  })()
  connection.close()
  return { data, database, backups: join(data, 'backups') }
}

const databasesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .sort()

const projectsIn = (path: string): unknown => {
  const connection = new Database(path, { readonly: true })
  const count = connection.prepare('select count(*) from projects').pluck().get()
  connection.close()
  return count
}

it('keeps the database as it was before it is brought to a newer form, a few times, and never without need', async () => {
  const { data, database, backups } = ofTheFirstVersion()
  mkdirSync(backups)
  const old = ['01', '02', '03'].map((day) => `before-1-2020-01-${day}T03-00-00.db`)
  for (const name of [...old, 'voronka-2020-01-01T03-00.db']) writeFileSync(join(backups, name), '')
  expect(await runCommand(['migrate', '--data', data])).toMatchObject({ code: 0 })
  expect(formOf(database)).toBe(newestForm())
  const made = readdirSync(backups).find((name) => name.startsWith(`before-${newestForm()}-`)) ?? ''
  expect([formOf(join(backups, made)), projectsIn(join(backups, made))]).toEqual([1, projects])
  expect(databasesIn(backups)).toEqual([made, old[1], old[2], 'voronka-2020-01-01T03-00.db'].sort())

  await runCommand(['migrate', '--data', data])
  expect(databasesIn(backups)).toHaveLength(4)

  expect(await runCommand(['restore', join(backups, made), '--data', data])).toMatchObject({ code: 0 })
  expect([formOf(database), existsSync(join(data, 'files', 'one'))]).toEqual([1, true])
}, 120_000)

it('changes nothing when the copy cannot be made', async () => {
  const { data, database, backups } = ofTheFirstVersion()
  writeFileSync(backups, 'a file where the folder must be')
  expect(await runCommand(['migrate', '--data', data])).toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing was changed') })
  expect(formOf(database)).toBe(1)
})

it('killed in the middle, the program goes on at the next start', async () => {
  const { data, database, backups } = ofTheFirstVersion()
  mkdirSync(backups)
  const kill = new AbortController()
  const watcher = watch(backups, () => kill.abort())
  await expect(runOwnProgram(['migrate', '--data', data], kill.signal)).rejects.toThrow('abort')
  watcher.close()
  expect([1, newestForm()]).toContain(formOf(database))
  expect(await runCommand(['migrate', '--data', data])).toMatchObject({ code: 0 })
  expect([formOf(database), projectsIn(database)]).toEqual([newestForm(), projects])
  const copies = databasesIn(backups)
  for (const name of copies) expect([formOf(join(backups, name)), projectsIn(join(backups, name))]).toEqual([1, projects])
  expect(copies.length).toBeGreaterThan(0)
}, 120_000)
