import { settle } from '@voronka/flow/engine'
import Database from 'better-sqlite3'
import { mkdtempSync, openSync, readFileSync, rmSync, closeSync, writeSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdDatabase } from '../../test/hold-database.ts'
import { openSqlite, type SqliteDb } from './sqlite.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-'))
  path = join(folder, 'voronka.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const add = (db: SqliteDb, name: string) =>
  db.transaction(function* () {
    yield* settle(db.run(db.build.insertInto('projects').values({ name, draft: '{}', revision: 0, created_at: 0, updated_at: 0 })))
  })
const names = async (db: SqliteDb) =>
  (await db.all(db.build.selectFrom('projects').select('name').orderBy('id'))).map(({ name }) => name.slice(0, 5))

describe('a full disk', () => {
  it('refuses what cannot be stored, loses nothing that was, and is over when there is room again', async () => {
    const db = openSqlite(path)
    await add(db, 'first')
    db.connection.pragma(`max_page_count = ${Number(db.connection.pragma('page_count', { simple: true })) + 2}`)
    const refused = await Promise.allSettled(Array.from({ length: 5 }, () => add(db, 'x'.repeat(50_000))))
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 'rejected'))
    expect(db.storage).toBe('full')
    expect(await names(db)).toEqual(['first'])
    // To read is no sign that there is room.
    await db.transaction(() => settle(db.all(db.build.selectFrom('projects').select('id'))))
    expect(db.storage).toBe('full')
    db.connection.pragma('max_page_count = 1000000')
    await add(db, 'again')
    expect(db.storage).toBe('ok')
    expect(await names(db)).toEqual(['first', 'again'])
    db.close()
  })
})

describe('a database that another program holds', () => {
  it('is waited for while the rest of the process goes on, and nothing is lost', async () => {
    const db = openSqlite(path)
    const holder = await holdDatabase(path)
    let turns = 0
    const ticking = setInterval(() => turns++, 10)
    const waiting = add(db, 'first')
    const before = turns
    while (turns < before + 10) await new Promise((resolve) => setImmediate(resolve))
    await holder.letGo()
    await waiting
    clearInterval(ticking)
    expect(await names(db)).toEqual(['first'])
    expect(db.storage).toBe('ok')
    db.close()
  }, 20_000)
})

describe('a damaged database', () => {
  it('is noticed when it is opened, and not written into', async () => {
    const before = openSqlite(path)
    for (let number = 0; number < 1000; number++) await add(before, 'x'.repeat(2000))
    before.close()
    damage(path)
    const bytes = readFileSync(path)
    const db = openSqlite(path)
    expect(db.storage).toBe('damaged')
    await expect(add(db, 'more')).rejects.toMatchObject({ code: 'SQLITE_READONLY' })
    db.close()
    expect(readFileSync(path).equals(bytes)).toBe(true)
    const still = new Database(path, { readonly: true })
    still.close()
  })

  it('that cannot even be read says so, and what to do, and stays as it is', () => {
    openSqlite(path).close()
    for (const at of [0, 100, 4096]) {
      const whole = readFileSync(path)
      const broken = Buffer.concat([whole.subarray(0, at), Buffer.alloc(whole.length - at, 0xa5)])
      writeFileSync(path, broken)
      expect(() => openSqlite(path), String(at)).toThrow(/ is damaged: .*restore the latest good backup/)
      expect(readFileSync(path).equals(broken)).toBe(true)
      writeFileSync(path, whole)
    }
  })
})

/** Overwrites the pages in the middle of the file. */
function damage(file: string): void {
  const { size } = statSync(file)
  const open = openSync(file, 'r+')
  writeSync(open, Buffer.alloc(40_960, 0xa5), 0, 40_960, Math.floor(size / 2 / 4096) * 4096)
  closeSync(open)
}
