/** Two real processes on one database: this one, and a server of its own. */
import { drive, settle } from '@voronka/flow/engine'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { funnel } from '../../test/funnel.ts'
import { ownerOf } from '../../test/owner.ts'
import { startServer } from '../../test/server-process.ts'
import { postgresDatabase, type TestDatabase } from '../db/postgres-database.ts'
import { openPostgres } from '../db/postgres.ts'
import { Failure } from '../errors.ts'
import { consoleActor } from '../http/actor.ts'
import { createInstallation, type Installation } from '../installation.ts'
import { systemClock } from '../worker/clocks.ts'
import { graphileJobs } from './graphile-jobs.ts'
import { postgresNotices } from './postgres-notices.ts'

/** A process is dead when it was not heard for 5 s, and who lives looks every second. The rest is for a machine that does much else. */
const takenOverMs = 15_000

const document = funnel(
  {
    1: { type: 'start', condition: 'plan', matchType: 'exact', text: 'planned' },
    2: { type: 'nonstate', text: 'tick' },
    3: {
      type: 'start',
      condition: 'book',
      matchType: 'keywords',
      calculator: `branch = get_companies_for_booking()[0]['id']
wanted = splitter(question, ' ')
status = create_booking(branch, wanted[1], wanted[2], '10:00')['status']`,
      text: '#{status}',
    },
  },
  [[1, 2, { delay: { value: 1, unit: 'seconds' } }]],
)

let database: TestDatabase
let folder: string
let project: number
let channel: string
/** What goes on in this process. */
let here: Installation

async function open(url: string): Promise<Installation> {
  const db = await openPostgres(url)
  const onError = (error: unknown) => console.error(error)
  const notices = postgresNotices(url, db.pool, onError)
  const jobs = await graphileJobs({ db, clock: systemClock, notices, onError })
  const installation = createInstallation({ database: db, notices, jobs, onError })
  await installation.worker.start()
  return installation
}

beforeAll(async () => {
  database = await postgresDatabase()
  folder = mkdtempSync(join(tmpdir(), 'voronka-killed-'))
  await ownerOf(folder, database.url)
  here = await open(database.url)
  const { id, revision } = await here.projects.create({ file: document, language: 'en' })
  await here.projects.publish(id, { revision, note: '' })
  project = id
  channel = (await here.projects.channels(id))[0]?.key ?? ''
})
afterAll(async () => {
  await here.close()
  await database.drop()
  rmSync(folder, { recursive: true })
})

it('what a killed process had begun is done by another within seconds, and once', { timeout: 120_000 }, async () => {
  const event = { kind: 'text', text: 'plan' } as const
  await here.worker.accept({ channel, outsideId: 'm1', from: { outsideId: 'anna' }, event }, { wait: true })
  const client = (await drive(here.clients.findByOutsideId(channel, 'anna')))?.id ?? 0
  await here.close()

  // Whoever takes up the timer waits for the client, so it is killed in the middle of it.
  const [holder, onlooker] = [new pg.Client(database.url), new pg.Client(database.url)]
  await Promise.all([holder.connect(), onlooker.connect()])
  await holder.query('begin')
  await holder.query('select id from clients where id = $1 for update', [client])
  const victim = await startServer(folder, { built: true, database: database.url })
  try {
    const begun = async () => (await onlooker.query('select 1 from graphile_worker.jobs where locked_by is not null')).rowCount
    await vi.waitUntil(async () => (await begun()) !== 0, { timeout: 40_000, interval: 100 })
    here = await open(database.url)
  } finally {
    await victim.end('SIGKILL')
    await holder.query('rollback')
    await Promise.all([holder.end(), onlooker.end()])
  }
  const killed = performance.now()
  const said = async () => (await drive(here.messages.latest(client, 100))).map(({ text }) => text)
  await vi.waitUntil(async () => (await said()).includes('tick'), { timeout: 40_000, interval: 50 })
  const took = Math.round(performance.now() - killed)
  console.log(`work of a killed process was done by another ${took} ms after`)
  expect(await said()).toEqual(['plan', 'planned', 'tick'])
  expect(took).toBeLessThan(takenOverMs)
})

/** So many at once for a place, and for the places of a group. */
const races = [
  { capacity: 1, attempts: 200 },
  { capacity: 3, attempts: 60 },
]
const answers = z.object({ replies: z.array(z.object({ text: z.string() })) })

/** A branch with a service for so many at once, and one employee for it. */
async function salon(): Promise<{
  branch: number
  page: string
  serviceFor(capacity: number): Promise<{ service: number; employee: number }>
}> {
  const { branchDesk } = here
  const branch = await branchDesk.create(project, { name: 'Centre', address: '' })
  const page = 'centre'
  await branchDesk.change(project, branch.id, { key: page, page: { ...branch.page, on: true } })
  const schedule = { week: Array.from({ length: 7 }, () => [['10:00', '11:00'] as [string, string]]), breaks: [] }
  const staff = { kind: 'freelance', account: null, information: '', jobTitle: null, photo: '', active: true } as const
  const shape = {
    title: 'Yoga',
    description: '',
    category: null,
    price: 0,
    duration: 60,
    color: '',
    photo: '',
    active: true,
    employees: [],
  }
  return {
    branch: branch.id,
    page,
    async serviceFor(capacity) {
      const service = await branchDesk.services.create(project, branch.id, { ...shape, capacity })
      const own = { ...staff, name: `For ${capacity}`, services: [service.id], schedule }
      const employee = await branchDesk.employees.create(project, branch.id, own)
      return { service: service.id, employee: employee.id }
    },
  }
}

const refused = (error: unknown): false => {
  if (error instanceof Failure && error.code === 'slot-taken') return false
  throw error
}

it('of 200 who book one place at two processes one has it, and a group is exactly full', { timeout: 240_000 }, async () => {
  const other = await startServer(folder, { built: true, database: database.url })
  onTestFinished(() => other.end('SIGKILL'))
  const { branch, page, serviceFor } = await salon()
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  for (const { capacity, attempts } of races) {
    const { service, employee } = await serviceFor(capacity)
    const slot = { services: [service], date: day, time: '10:00', employee: null }
    const texts = (who: string) => ({ visitor: who, id: 'm1', text: `book ${service} ${day.split('-').toReversed().join('.')}` })
    const ways = [
      async (who: string) => {
        const body = JSON.stringify(texts(who))
        const headers = { 'content-type': 'application/json' }
        const answer = await fetch(`${other.url}/chat/${channel}/messages?wait=1`, { method: 'POST', headers, body })
        return answers.parse(await answer.json()).replies[0]?.text === 'True'
      },
      async (who: string) => {
        const event = { kind: 'text', text: texts(who).text } as const
        const { replies } = await here.worker.accept({ channel, outsideId: `of ${who}`, from: { outsideId: who }, event }, { wait: true })
        return replies[0]?.text === 'True'
      },
      (_: string, phone: string) => {
        const guest = { clientName: 'A', phone, email: '', comment: '', allowOutsideHours: false }
        return here.visitDesk.createByHand(project, branch, { ...slot, ...guest }, consoleActor).then(() => true, refused)
      },
      (who: string, phone: string) => {
        const guest = { name: 'B', phone, email: '', comment: '', key: `of-page-${who}` }
        return here.bookingPages.book(page, { ...slot, ...guest }).then(() => true, refused)
      },
    ]
    // Every second one speaks with the other process.
    const way = (index: number) => ways[index % 2 ? 0 : 1 + ((index / 2) % 3)]
    const told = await Promise.all(
      Array.from({ length: attempts }, (_, index) => way(index)?.(`c${capacity}-${index}`, `79${capacity}0${1_000_000 + index}`)),
    )
    const query = here.db.build.selectFrom('bookings').select('order_number').where('employee_id', '=', employee)
    const rows = await here.db.transaction(() => settle(here.db.all(query.where('status', '=', 'active'))))
    const successes = told.filter(Boolean).length
    console.info(
      `places ${capacity}: ${attempts} attempts at two processes, ${successes} told that they are booked, ${rows.length} bookings`,
    )
    expect([successes, rows.length]).toEqual([capacity, capacity])
  }
})
