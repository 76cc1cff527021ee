import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { funnel, talk } from '../../test/funnel.ts'
import { runCommand } from '../../test/run-command.ts'
import { rows } from '../../test/storage.ts'
import { postgresDatabase, type TestDatabase } from '../db/postgres-database.ts'
import { openPostgres } from '../db/postgres.ts'

let folder: string
let database: TestDatabase
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-copy-'))
  database = await postgresDatabase()
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

const flow = funnel(
  {
    1: { type: 'start', condition: 'go', matchType: 'exact', calculator: 'n = 1', text: 'started' },
    2: { type: 'nonstate', text: 'tick' },
    3: { type: 'nonstate_cond', calculator: 'n = n + 1', text: '#{n}' },
  },
  [[1, 2, { delay: { value: 5, unit: 'minutes' }, cancelTimers: false, doNotCancel: true }]],
)

it('moves an installation to PostgreSQL, where conversations go on, and back again', async () => {
  const before = await talk(flow, { database: join(folder, 'there', 'voronka.db') })
  const people = Array.from({ length: 60 }, (_, index) => `p${index}`)
  for (const who of people) await before.say(who, 'go')
  await before.say('p0', 'nul \0')
  await before.installation.close()

  const there = await runCommand(['copy', '--from', `sqlite:${join(folder, 'there')}`, '--to', database.url])
  expect([there.stderr, there.code]).toEqual(['', 0])
  expect(there.stdout).toMatch(/^clients +60 rows, counted on both sides$/m)
  expect(there.stdout).toMatch(/^timers +60 rows/m)
  expect(there.stdout).not.toMatch(/ 0 rows/)
  expect(there.stdout).toMatch(/^\d+ tables are empty on both sides\.$/m)

  const db = await openPostgres(database.url)
  const jobs = await rows(
    db,
    "select count(*) as count, min(run_at) = max(run_at) as together from graphile_worker.jobs where key like 'client:%'",
  )
  expect(jobs).toEqual([{ count: 60, together: true }])
  const after = await talk(flow, { database: db, clock: before.clock })
  expect(await after.say('p0', 'again')).toEqual(['3'])
  expect(await after.say('new', 'go')).toEqual(['started'])
  await after.advance(600_000)
  expect((await after.dialogue('p7')).at(-1)).toBe('bot: tick')
  await after.installation.close()

  const back = await runCommand(['copy', '--from', database.url, '--to', `sqlite:${join(folder, 'back', 'voronka.db')}`])
  expect([back.stderr, back.code]).toEqual(['', 0])
  const again = await talk(flow, { database: join(folder, 'back', 'voronka.db'), clock: before.clock })
  expect(await again.say('p0', 'and again')).toEqual(['4'])
  expect(await again.say('newer', 'go')).toEqual(['started'])
  await again.installation.close()
}, 120_000)

it('leaves a database alone that holds something, and says what it cannot read', async () => {
  const before = await talk(flow, { database: join(folder, 'voronka.db') })
  await before.installation.close()
  const copied = () => runCommand(['copy', '--from', `sqlite:${folder}`, '--to', `postgres:${database.url}`])
  expect((await copied()).code).toBe(0)
  const second = await copied()
  expect(second.code).toBe(1)
  const refusal = /^Nothing was copied\. The database to copy to is not empty: the table \w+ has \d+ rows\. Choose an empty one\.\n$/
  expect(second.stderr).toMatch(refusal)
  const missing = await runCommand(['copy', '--from', `sqlite:${join(folder, 'nothing.db')}`, '--to', database.url])
  expect(missing.stderr).toMatch(/^Nothing was copied. There is no database /)
  expect((await runCommand(['copy', '--from', 'mysql:x', '--to', database.url])).code).toBe(2)
  expect((await runCommand(['copy', '--from', database.url, '--to', database.url])).code).toBe(2)
})
