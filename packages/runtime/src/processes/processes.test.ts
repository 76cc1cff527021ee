/** Two processes on one database, here as two installations in one process: nothing is shared between them but the database. */
import { audienceSchema, type LiveEvent } from '@voronka/api'
import { drive, settle } from '@voronka/flow/engine'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { foreignServer } from '../../test/foreign-server.ts'
import { echo, funnel } from '../../test/funnel.ts'
import { readAllowedHost } from '../egress/allow-list.ts'
import { nobody } from '../http/actor.ts'
import { postgresDatabase, type TestDatabase } from '../db/postgres-database.ts'
import { openPostgres } from '../db/postgres.ts'
import { createInstallation, type Installation } from '../installation.ts'
import { systemClock } from '../worker/clocks.ts'
import { graphileJobs } from './graphile-jobs.ts'
import { postgresNotices } from './postgres-notices.ts'

/** What reaches another process comes soon; on a busy machine that is not at once. */
const until = (what: () => unknown, interval = 50): Promise<unknown> => vi.waitUntil(what, { timeout: 40_000, interval })

let database: TestDatabase
let left: Installation
let right: Installation
let project: number
let channel: string
const errors: unknown[] = []
const secretKey = new Uint8Array(32)
const egressAllow = [readAllowedHost('127.0.0.1')].flatMap((entry) => entry ?? [])

const talkative = funnel(
  {
    1: { type: 'nonstate_cond', calculator: 'project.all = project.all + 1\nn = n + 1', text: '#{n}' },
    5: { type: 'start', condition: 'begin', matchType: 'exact', calculator: 'n = 0', text: 'ready' },
    2: { type: 'start', condition: 'plan', matchType: 'exact', text: 'planned' },
    3: { type: 'nonstate', text: 'tick' },
    4: {
      type: 'start',
      condition: 'tell',
      matchType: 'keywords',
      calculator: "ok = message(int(replace(question, 'tell ', '')), 'news')",
      text: 'told',
    },
  },
  [[2, 3, { delay: { value: 1, unit: 'seconds' }, cancelTimers: false, doNotCancel: true }]],
)

async function open(url: string): Promise<Installation> {
  const db = await openPostgres(url)
  const onError = (error: unknown) => void errors.push(error)
  const notices = postgresNotices(url, db.pool, onError)
  const jobs = await graphileJobs({ db, clock: systemClock, notices, onError })
  const installation = createInstallation({ database: db, notices, jobs, onError, egressAllow, secretKey })
  await installation.worker.start()
  await until(() => notices.hears)
  return installation
}

beforeAll(async () => {
  database = await postgresDatabase()
  left = await open(database.url)
  right = await open(database.url)
  const { id, revision } = await left.projects.create({ file: talkative, language: 'en' })
  await left.projects.publish(id, { revision, note: '' })
  project = id
  channel = (await left.projects.channels(id))[0]?.key ?? ''
})
afterAll(async () => {
  await left.close()
  await right.close()
  await database.drop()
})

let ids = 0
const say = async ({ worker }: Installation, who: string, text: string) => {
  const arrival = { channel, outsideId: `m${++ids}`, from: { outsideId: who, name: who }, event: { kind: 'text', text } as const }
  return (await worker.accept(arrival, { wait: true })).replies.map((reply) => reply.text)
}
const clientOf = async (who: string) => (await drive(left.clients.findByOutsideId(channel, who)))?.id ?? 0
const dialogue = async (who: string) => {
  const client = await clientOf(who)
  return (await drive(left.messages.latest(client, 1000))).map(({ author, text }) => `${author}: ${text}`)
}

it('one client who speaks to both has one turn after the other, each after all before it', async () => {
  await say(left, 'anna', 'begin')
  const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => say(index % 2 ? left : right, 'anna', String(index))))
  expect(
    answers
      .flat()
      .map(Number)
      .sort((a, b) => a - b),
  ).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
  const heard = (await dialogue('anna')).filter((line) => line.startsWith('bot'))
  expect(heard.slice(1)).toEqual(Array.from({ length: 60 }, (_, index) => `bot: ${index + 1}`))
})

it('a project variable that everybody counts up at both loses nothing', async () => {
  await left.projects.setVariable(project, 'all', '40')
  await Promise.all(Array.from({ length: 60 }, (_, index) => say(index % 2 ? left : right, `p${index % 20}`, 'x')))
  expect(Number((await right.projects.variables(project)).get('all'))).toBe(100)
})

it('edits of one draft at both are merged by element, and refused where they meet', async () => {
  const { revision } = await left.projects.draft(project)
  const rename = (id: number, text: string) => [{ type: 'patch-block' as const, number: id, fields: { text } }]
  await Promise.all([
    left.projects.edit(project, { revision, editor: 'e1', edits: rename(1, 'one') }),
    right.projects.edit(project, { revision, editor: 'e2', edits: rename(2, 'two') }),
  ])
  const both = await right.projects.draft(project)
  expect(both.revision).toBe(revision + 2)
  expect(await left.projects.draft(project)).toEqual(both)
  await expect(right.projects.edit(project, { revision, editor: 'e3', edits: rename(1, 'other') })).rejects.toMatchObject({
    code: 'draft-conflict',
  })
})

it('what happens at one is told to the pages of the other, and what it keeps in memory is up to date', async () => {
  const events: LiveEvent[] = []
  const reached: string[] = []
  right.live.subscribe(project, (event) => events.push(event))
  right.worker.onMessages((to) => to && reached.push(to.outsideId))
  await say(right, 'boris', 'hello')
  const { revision } = await left.projects.draft(project)
  await left.projects.publish(project, { revision, note: 'again' })
  await until(() => events.some(({ type }) => type === 'published'))
  await say(left, 'boris', 'hello')
  await until(() => reached.filter((who) => who === 'boris').length === 2)
  await left.projects.updateChannel(project, channel, { enabled: false })
  await until(() =>
    say(right, 'boris', 'hello').then(
      () => false,
      () => true,
    ),
  )
  await left.projects.updateChannel(project, channel, { enabled: true })
  await until(() =>
    say(right, 'boris', 'hello').then(
      () => true,
      () => false,
    ),
  )
})

it('timers and messages to others come once, whoever planned them', async () => {
  const people = Array.from({ length: 30 }, (_, index) => `t${index}`)
  await Promise.all(people.map((who, index) => say(index % 2 ? left : right, who, 'plan')))
  const first = await clientOf('t0')
  expect(await say(left, 'teller', `tell ${first}`)).toEqual(['told'])
  const came = async () => {
    const all = await Promise.all(people.map(dialogue))
    return all.every((lines) => lines.includes('bot: tick')) && all[0]?.includes('bot: news')
  }
  await until(came)
  // One more round of whatever might come twice.
  await until(
    async () => (await say(left, 'late', 'plan')) && (await dialogue('late')).filter((line) => line === 'bot: tick').length > 0,
    500,
  )
  for (const lines of await Promise.all(people.map(dialogue))) expect(lines.filter((line) => line === 'bot: tick')).toHaveLength(1)
  expect((await dialogue('t0')).filter((line) => line === 'bot: news')).toHaveLength(1)
})

it('a broadcast reaches everybody once, and goes on when the process that began it is gone', { timeout: 60_000 }, async () => {
  const { id, revision } = await left.projects.create({ file: echo, language: 'en' })
  await left.projects.publish(id, { revision, note: '' })
  const own = (await left.projects.channels(id))[0]?.key ?? ''
  const people = Array.from({ length: 40 }, (_, index) => `b${index}`)
  await Promise.all(
    people.map((who) =>
      left.worker.accept({ channel: own, outsideId: `hello ${who}`, from: { outsideId: who }, event: { kind: 'text', text: 'hello' } }),
    ),
  )
  const third = await open(database.url)
  const { number } = await third.broadcastsWork.create(id, nobody, {
    name: 'News',
    content: { kind: 'text', text: 'news', attachments: [] },
    audience: audienceSchema.parse({}),
    pace: 10,
  })
  await third.broadcastsWork.start(id, number, nobody, null)
  const sent = async () => (await left.broadcastsWork.find(id, number)).sent
  await until(async () => (await sent()) > 0)
  await third.close()
  expect(await sent()).toBeLessThan(people.length)
  await until(async () => (await left.broadcastsWork.find(id, number)).status === 'done')
  for (const who of people) {
    const client = (await drive(left.clients.findByOutsideId(own, who)))?.id ?? 0
    const heard = (await drive(left.messages.latest(client, 100))).filter(({ text }) => text === 'news')
    expect(heard, who).toHaveLength(1)
  }
})

it('live answers come before broadcasts and timers, which get half of the connections', async () => {
  const order: string[] = []
  const work = (name: string, urgency: 'now' | 'later') =>
    left.db.transaction(function* () {
      yield* settle(left.db.first({ compile: () => sql`select 1`.compile(left.db.build) }))
      order.push(name)
    }, urgency)
  const later = Array.from({ length: 24 }, () => work('later', 'later'))
  const now = Array.from({ length: 8 }, () => work('now', 'now'))
  await Promise.all([...later, ...now])
  // Half of the places are free for them, and every one that gets free before the rest of the others has one.
  expect(order.lastIndexOf('now')).toBeLessThan(20)
})

it('a delivery to the server of somebody else goes out once, whichever process has it', async () => {
  const foreign = await foreignServer()
  await left.webhooksWork.create(nobody, project, { url: foreign.url, repeats: true })
  // The other process hears of it a moment later.
  await until(async () => (await right.db.transaction(() => right.webhooks.told(project))).length === 1)
  await Promise.all(Array.from({ length: 40 }, (_, index) => say(index % 2 ? left : right, `w${index % 20}`, 'hook')))
  const waiting = async () => (await left.outboxWork.list(project, { state: undefined })).waiting
  await until(async () => (await waiting()) === 0)
  const ids = foreign.heard.map(({ headers }) => headers['webhook-id'])
  // The bot answers some of it, by what was published last.
  const written = foreign.heard.filter(({ body }) => JSON.parse(body).is_input === 1)
  expect([written.length, new Set(ids).size]).toEqual([40, ids.length])
  for (const { id } of await left.webhooksWork.list(project)) await left.webhooksWork.remove(nobody, project, id)
})

it('none of it was reported as a failure', () => {
  expect(errors).toEqual([])
})
