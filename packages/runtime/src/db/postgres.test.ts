import { settle } from '@voronka/flow/engine'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresDatabase, type TestDatabase } from './postgres-database.ts'
import { LostRace } from './lost-race.ts'
import { newestForm } from './migrate.ts'
import { openPostgres, type PostgresDb } from './postgres.ts'
import { StorageRefused } from './storage-refused.ts'

let database: TestDatabase
let db: PostgresDb
/** Another program's view. */
let outside: Client

beforeAll(async () => {
  database = await postgresDatabase()
  db = await openPostgres(database.url, { connections: 5 })
  outside = new Client({ connectionString: database.url })
  await outside.connect()
})
afterAll(async () => {
  await outside.end()
  await db.close()
  await database.drop()
})

const add = (name: string, revision = 0) =>
  settle(db.run(db.build.insertInto('projects').values({ name, draft: '{}', revision, created_at: 0, updated_at: 0 })))
const revisionOf = (name: string) => db.build.selectFrom('projects').select('revision').where('name', '=', name)
const names = async () => (await outside.query('select name from projects order by id')).rows.map(({ name }) => name)

describe('transactions', () => {
  it('that run side by side keep their statements apart', async () => {
    const both = ['left', 'right'].map((name) =>
      db.transaction(function* () {
        yield* add(`${name} 1`)
        yield* settle(db.first(revisionOf(name)))
        yield* add(`${name} 2`)
        if (name === 'right') throw new Error('no')
      }),
    )
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((await names()).filter((name) => /left|right/.test(name))).toEqual(['left 1', 'left 2'])
  })

  it('that wait for each other are run again, and nothing is lost', async () => {
    for (const name of ['a', 'b']) await db.transaction(() => add(name))
    const count = (name: string) =>
      settle(
        db.run(
          db.build
            .updateTable('projects')
            .set((set) => ({ revision: set('revision', '+', 1) }))
            .where('name', '=', name),
        ),
      )
    let bothHold = (): void => undefined
    const met = new Promise<void>((resolve) => (bothHold = resolve))
    let holding = 0
    const one = (first: string, second: string) =>
      db.transaction(function* () {
        yield* count(first)
        if (++holding === 2) bothHold()
        yield* settle(met)
        yield* count(second)
      })
    await Promise.all([one('a', 'b'), one('b', 'a')])
    expect(await Promise.all(['a', 'b'].map((name) => db.first(revisionOf(name))))).toEqual([{ revision: 2 }, { revision: 2 }])
  })

  it('that lost a race are run again even when somebody inside made nothing of the exception', async () => {
    let attempts = 0
    await db.transaction(function* () {
      attempts++
      yield* add('raced')
      if (attempts < 3) throw new LostRace('the race')
      expect([db.lost('the race'), db.lost('another')]).toEqual([true, false])
    })
    expect((await names()).filter((name) => name === 'raced')).toHaveLength(1)
    await expect(
      db.transaction(() => {
        throw new LostRace('for ever')
      }),
    ).rejects.toThrow('for ever')
  })

  it('hold what they claim until they end, each waiting for the one before', async () => {
    await db.transaction(() => add('claimed'))
    const next = () =>
      db.transaction(function* () {
        yield* db.claim('the counter')
        const row = yield* settle(db.first(revisionOf('claimed')))
        yield* settle(
          db.run(
            db.build
              .updateTable('projects')
              .set({ revision: (row?.revision ?? 0) + 1 })
              .where('name', '=', 'claimed'),
          ),
        )
      })
    await Promise.all(Array.from({ length: 20 }, next))
    expect(await db.first(revisionOf('claimed'))).toEqual({ revision: 20 })
  })

  it('whose statement failed are not taken for committed', async () => {
    const hidden = db.transaction(function* () {
      yield* add('hidden')
      try {
        yield* settle(db.run(db.build.insertInto('versions').values({ ...version, project_id: -1 })))
      } catch {
        // As if nothing had happened.
      }
    })
    await expect(hidden).rejects.toThrow('had failed before its commit')
    expect(await names()).not.toContain('hidden')
  })
})

const version = { number: 1, document: '', note: '', author: '', published_at: 0, blocks: 0, arrows: 0 }

it('gives counts, sums and greatest values as numbers, and texts with every character that can be stored', async () => {
  await db.transaction(() => add('nul \0 and 🙂', 2 ** 40))
  const found = await db.first(
    db.build
      .selectFrom('projects')
      .select(({ fn }) => ['name', fn.countAll<number>().as('count'), fn.sum<number>('revision').as('sum'), fn.max('id').as('id')])
      .where('revision', '=', 2 ** 40)
      .groupBy('name'),
  )
  expect(found).toEqual({ name: 'nul \uFFFD and 🙂', count: 1, sum: 2 ** 40, id: expect.any(Number) })
})

it('refuses a database that a newer program wrote, and leaves it as it was', async () => {
  await outside.query('update installation_form set form = 999')
  await expect(openPostgres(database.url)).rejects.toThrow(/form 999/)
  expect((await outside.query('select form from installation_form')).rows).toEqual([{ form: '999' }])
  await outside.query('update installation_form set form = $1', [newestForm()])
})

it('says that storage refuses when connections are cut, and goes on by itself afterwards', async () => {
  const cut = db.transaction(function* () {
    yield* add('cut')
    yield* settle(
      outside.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'voronka' and datname = current_database()",
      ),
    )
    yield* add('cut too')
  })
  await expect(cut).rejects.toBeInstanceOf(StorageRefused)
  // Whether the pool has heard yet that its other connections are gone is a matter of chance.
  const after = () =>
    db
      .transaction(() => add('after'))
      .then(
        () => true,
        () => false,
      )
  await expect.poll(after, { timeout: 10_000 }).toBe(true)
  expect((await names()).filter((name) => /cut|after/.test(name))).toEqual(['after'])
})

it('says that storage refuses where no database answers', async () => {
  await expect(openPostgres('postgres://nobody@127.0.0.1:1/nothing')).rejects.toBeInstanceOf(StorageRefused)
})
