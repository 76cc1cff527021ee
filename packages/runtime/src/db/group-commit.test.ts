import { settle } from '@voronka/flow/engine'
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqlite, type SqliteDb } from './sqlite.ts'

let folder: string
let db: SqliteDb
/** Another program's view: it sees what is committed and nothing else. */
let outside: Database.Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-'))
  db = openSqlite(join(folder, 'voronka.db'))
  outside = new Database(join(folder, 'voronka.db'), { readonly: true })
})
afterEach(() => {
  outside.close()
  db.close()
  rmSync(folder, { recursive: true })
})

const committed = () => outside.prepare('select name from projects order by id').pluck().all()

function* add(name: string) {
  yield* settle(db.run(db.build.insertInto('projects').values({ name, draft: '{}', revision: 0, created_at: 0, updated_at: 0 })))
}

it('rolls back a failing job alone, whatever its neighbours do', async () => {
  const settled = await Promise.allSettled([
    db.transaction(() => add('before')),
    db.transaction(function* () {
      yield* add('half done')
      throw new Error('no')
    }),
    db.transaction(() => add('after')),
  ])
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(committed()).toEqual(['before', 'after'])
})

it('settles after the commit, which is one for all that wait together', async () => {
  const seen: unknown[] = []
  await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      db
        .transaction(function* () {
          yield* add(name)
          seen.push(committed())
        })
        .then(() => seen.push(committed())),
    ),
  )
  expect(seen).toEqual([[], [], [], ['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c']])
})

it('tells a failing job only after its neighbours are on disk', async () => {
  const neighbour = db.transaction(() => add('neighbour'))
  await expect(
    db.transaction(() => {
      throw new Error('mine')
    }),
  ).rejects.toThrow('mine')
  expect(committed()).toEqual(['neighbour'])
  await neighbour
})

it('gives what the work returned', async () => {
  expect(
    await db.transaction(function* () {
      yield* add('x')
      return 42
    }),
  ).toBe(42)
})

it('spreads long work over several commits', async () => {
  const slow = (name: string) =>
    db.transaction(function* () {
      const end = performance.now() + 25
      while (performance.now() < end);
      yield* add(name)
    })
  const second = slow('first').then(() => committed())
  await slow('second')
  expect(await second).toEqual(['first'])
  expect(committed()).toEqual(['first', 'second'])
})

it('refuses work that waits for something else, and stops it there', async () => {
  let continued = false
  const waiting = db.transaction(function* () {
    yield* add('before waiting')
    yield* settle(Promise.resolve(1))
    continued = true
    yield* add('after waiting')
  })
  await expect(waiting).rejects.toThrow('waited for something outside the database')
  await db.transaction(() => add('next'))
  expect([continued, committed()]).toEqual([false, ['next']])
})

it('rejects everybody when the whole transaction is gone, and works again afterwards', async () => {
  const settled = await Promise.allSettled([
    db.transaction(() => add('before')),
    db.transaction(() => {
      db.connection.exec('rollback')
      throw new Error('the disk is full')
    }),
    db.transaction(() => add('after')),
  ])
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(committed()).toEqual([])
  await db.transaction(() => add('again'))
  expect(committed()).toEqual(['again'])
})

it('finishes what waits when it is closed', async () => {
  const last = db.transaction(() => add('last'))
  db.close()
  await last
  expect(committed()).toEqual(['last'])
})
