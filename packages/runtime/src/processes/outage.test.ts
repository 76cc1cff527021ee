/** The database goes away and comes back, as when it is restarted or a cable is pulled: a proxy between it and one process is closed and opened. */
import { connect, createServer, type Server, type Socket } from 'node:net'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { drive } from '@voronka/flow/engine'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { funnel } from '../../test/funnel.ts'
import { openInstallation } from '../config/open-installation.ts'
import { postgresDatabase, type TestDatabase } from '../db/postgres-database.ts'
import { StorageRefused } from '../db/storage-refused.ts'
import type { Installation } from '../installation.ts'

class Line {
  readonly #to: { host: string; port: number }
  readonly #sockets = new Set<Socket>()
  #server: Server | undefined
  port = 0

  constructor(to: { host: string; port: number }) {
    this.#to = to
  }

  open(): Promise<void> {
    this.#server = createServer((near) => {
      const far = connect(this.#to)
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(socket)
        socket.on('error', () => undefined)
        socket.on('close', () => {
          this.#sockets.delete(socket)
          other.destroy()
        })
      }
      near.pipe(far).pipe(near)
    })
    return new Promise((resolve) => {
      this.#server?.listen(this.port, '127.0.0.1', () => {
        const address = this.#server?.address()
        this.port = typeof address === 'object' && address ? address.port : 0
        resolve()
      })
    })
  }

  cut(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server?.close(() => resolve()))
    for (const socket of this.#sockets) socket.destroy()
    return closed
  }
}

let database: TestDatabase
let line: Line
let folder: string
const told: { what?: unknown }[] = []
const log = pino({ level: 'error' }, { write: (text: string) => void told.push(JSON.parse(text)) })

beforeAll(async () => {
  database = await postgresDatabase()
  const { hostname: host, port } = new URL(database.url)
  line = new Line({ host, port: Number(port) })
  folder = mkdtempSync(join(tmpdir(), 'voronka-outage-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

function open(): Promise<Installation> {
  const url = new URL(database.url)
  url.port = String(line.port)
  const place = { database: join(folder, 'unused.db'), files: join(folder, 'files') }
  return openInstallation(place, { databaseUrl: url.href, egressAllow: [], publicUrl: '' }, log)
}

it('away at the start ends it with a sentence that says what to do', async () => {
  await line.open()
  await line.cut()
  await expect(open()).rejects.toThrow(/cannot be opened: .* Check that it runs, and the address in DATABASE_URL/)
})

it('away in the middle refuses what comes, loses nothing, and all goes on when it is back', { timeout: 60_000 }, async () => {
  await line.open()
  const installation = await open()
  const { worker, projects, clients, messages, notices } = installation
  await worker.start()
  const delayed = funnel(
    {
      1: { type: 'start', condition: 'plan', matchType: 'exact', text: 'planned' },
      2: { type: 'nonstate', text: 'tick' },
      3: { type: 'nonstate_cond', text: 'heard' },
    },
    [[1, 2, { delay: { value: 2, unit: 'seconds' } }]],
  )
  const { id, revision } = await projects.create({ file: delayed, language: 'en' })
  await projects.publish(id, { revision, note: '' })
  const channel = (await projects.channels(id))[0]?.key ?? ''
  let ids = 0
  const say = async (text: string) => {
    const arrival = { channel, outsideId: `m${++ids}`, from: { outsideId: 'anna' }, event: { kind: 'text', text } as const }
    return (await worker.accept(arrival, { wait: true })).replies.map((reply) => reply.text)
  }
  expect(await say('plan')).toEqual(['planned'])

  await line.cut()
  await expect(say('lost')).rejects.toBeInstanceOf(StorageRefused)
  // Several rounds of whoever looks for jobs and says that this process is alive.
  await expect.poll(() => told.filter(({ what }) => what === 'heartbeat').length, { timeout: 30_000 }).toBeGreaterThan(7)

  await line.open()
  const back = () => say('back').catch(() => [])
  await expect.poll(back, { timeout: 20_000 }).toEqual(['heard'])
  const anna = (await drive(clients.findByOutsideId(channel, 'anna')))?.id ?? 0
  const heard = async () => (await drive(messages.latest(anna, 100))).map(({ author, text }) => `${author}: ${text}`)
  await expect.poll(async () => (await heard()).filter((each) => each === 'bot: tick'), { timeout: 20_000 }).toHaveLength(1)
  await expect.poll(() => notices.hears, { timeout: 20_000 }).toBe(true)
  expect(await heard()).not.toContain('client: lost')
  await installation.close()
  await line.cut()
})
