import { settle } from '@voronka/flow/engine'
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allMigrations } from './migrations/all.ts'
import { onEveryDatabase } from './on-every-database.ts'
import { openSqlite } from './sqlite.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('makes commits durable and watches foreign keys', () => {
  const { connection, close } = openSqlite(join(folder, 'a.db'))
  const setting = (name: string) => connection.pragma(name, { simple: true })
  expect([setting('journal_mode'), setting('synchronous'), setting('foreign_keys'), setting('busy_timeout')]).toEqual(['wal', 2, 1, 50])
  void close()
})

it('lets only the owner read the data folder and its files', () => {
  const path = join(folder, 'data', 'a.db')
  const db = openSqlite(path)
  const mode = (file: string) => statSync(file).mode & 0o777
  expect([mode(join(folder, 'data')), mode(path), mode(`${path}-wal`)]).toEqual([0o700, 0o600, 0o600])
  void db.close()
})

describe('migrations', () => {
  it('are numbered upwards', () => {
    const numbers = allMigrations.map(({ number }) => number)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  })

  it('are applied once: opening again changes nothing', () => {
    const path = join(folder, 'a.db')
    const shape = () => {
      const db = openSqlite(path)
      const rows = db.connection.prepare('select name, sql from sqlite_schema order by name').all()
      void db.close()
      return rows
    }
    expect(shape()).toEqual(shape())
  })

  it('refuse a database that a newer program wrote, and leave it as it was', () => {
    const path = join(folder, 'a.db')
    void openSqlite(path).close()
    const newer = new Database(path)
    newer.pragma('user_version = 999')
    expect(() => openSqlite(path)).toThrow(/form 999/)
    expect(newer.pragma('user_version', { simple: true })).toBe(999)
    newer.close()
  })
})

onEveryDatabase('prepared queries', (db) => {
  it('put each value where its name stands, in any order and more than once', async () => {
    const find = db().prepare((build, key: { name: string; after: number }) =>
      build
        .selectFrom('projects')
        .select(['id', 'name'])
        .where((where) => where.or([where('name', '=', key.name), where('draft', '=', key.name)]))
        .where('id', '>', key.after),
    )
    const insert = db().prepare((build, row: { at: number; name: string }) =>
      build
        .insertInto('projects')
        .values({ name: row.name, draft: '{}', revision: 3, created_at: row.at, updated_at: row.at })
        .returning('id'),
    )
    const { id = 0 } = (await insert.first({ name: "O'Neil; drop table projects", at: 5 })) ?? {}
    expect(await find.all({ after: 0, name: "O'Neil; drop table projects" })).toEqual([{ id, name: "O'Neil; drop table projects" }])
    expect(await find.all({ after: id, name: "O'Neil; drop table projects" })).toEqual([])
  })

  it('refuses an event of the same channel and outside id twice', async () => {
    const build = db().build
    await db().run(build.insertInto('projects').values({ id: 50, name: '', draft: '', revision: 0, created_at: 0, updated_at: 0 }))
    await db().run(build.insertInto('channels').values({ key: 'c', project_id: 50, kind: 'web', name: '', enabled: 1, created_at: 0 }))
    await db().run(
      build.insertInto('clients').values({
        id: 9,
        project_id: 50,
        channel: 'c',
        outside_id: 'v',
        name: '',
        session: null,
        clock_offset: 0,
        created_at: 0,
        updated_at: 0,
      }),
    )
    const event = { channel: 'c', outside_id: 'e', client_id: 9, event: '{}', received_at: 0, state: 0, attempts: 0 }
    await db().run(build.insertInto('inbox').values(event))
    const again = async () => db().run(build.insertInto('inbox').values(event))
    await expect(again()).rejects.toThrow()
  })
})

onEveryDatabase('a transaction', (db) => {
  const add = (name: string) =>
    settle(db().run(db().build.insertInto('projects').values({ name, draft: '{}', revision: 0, created_at: 0, updated_at: 0 })))
  const names = async () => (await db().all(db().build.selectFrom('projects').select('name').orderBy('id'))).map(({ name }) => name)

  it('takes back everything when it fails, and only what is nested when that fails', async () => {
    const failing = db().transaction(function* () {
      yield* add('outer')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const value = await db().transaction(function* () {
      yield* add('before')
      try {
        yield* db().nested(function* () {
          yield* add('inside')
          throw new Error('only here')
        })
      } catch (error) {
        yield* add(error instanceof Error ? error.message : '')
      }
      return yield* db().nested(function* () {
        yield* add('after')
        return 42
      })
    })
    expect(value).toBe(42)
    expect(await names()).toEqual(['before', 'only here', 'after'])
  })

  it('goes on after a statement that the database refused inside of what is nested', async () => {
    await db().transaction(function* () {
      try {
        yield* db().nested(() =>
          settle(db().run(db().build.insertInto('draft_edits').values({ project_id: -1, revision: 1, editor: '', edits: '', at: 0 }))),
        )
      } catch {
        yield* add('refused')
      }
    })
    expect((await names()).at(-1)).toBe('refused')
  })
})
