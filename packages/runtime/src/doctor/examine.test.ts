import Database from 'better-sqlite3'
import { chmodSync, mkdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { botApiServer } from '../../test/bot-api-server.ts'
import { echo, talk } from '../../test/funnel.ts'
import { runCommand } from '../../test/run-command.ts'
import { temporaryFile } from '../../test/temporary-file.ts'
import { readSettings } from '../config/settings.ts'
import { newestForm } from '../db/migrate.ts'
import { openPostgres } from '../db/postgres.ts'
import { postgresDatabase } from '../db/postgres-database.ts'
import { openSqlite, type SqliteDb } from '../db/sqlite.ts'
import { readAllowedHost } from '../egress/allow-list.ts'
import { consoleActor } from '../http/actor.ts'
import { examine } from './examine.ts'

let data: string
let database: string
let db: SqliteDb
const key = () => join(data, 'secret.key')

/** A healthy installation while its server runs. */
beforeEach(() => {
  data = join(dirname(temporaryFile('nothing', '')), 'data')
  mkdirSync(join(data, 'backups'), { recursive: true, mode: 0o700 })
  database = join(data, 'voronka.db')
  db = openSqlite(database)
  writeFileSync(key(), 'k'.repeat(40), { mode: 0o600 })
  const hour = new Date(Date.now() - 3_600_000).toISOString().slice(0, 16).replace(':', '-')
  writeFileSync(join(data, 'backups', `voronka-${hour}.db`), '')
  writeFileSync(join(data, 'backups', 'state.json'), JSON.stringify({ at: 0, ok: true, what: '' }))
})
afterEach(() => db.close())

/** For bots.example.com, of nobody. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBqDCCAU6gAwIBAgIUc1txS5EWphB85Sb1z3O2N0JFosUwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQYm90cy5leGFtcGxlLmNvbTAeFw0yNjExMjgwNzEyMjBaFw0z
NjExMjUwNzEyMjBaMBsxGTAXBgNVBAMMEGJvdHMuZXhhbXBsZS5jb20wWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAASqoV2f4LH2ZxxYfC+USn9kaeykbHxdu0NJR9qk
sfCj/uUY2Ujb/jJ0l5pqBOYFLGOmJJRacDVR6102xIeSgz6yo3AwbjAdBgNVHQ4E
FgQUMBCETaPG18Svo92+fag15Nenw0AwHwYDVR0jBBgwFoAUMBCETaPG18Svo92+
fag15Nenw0AwDwYDVR0TAQH/BAUwAwEB/zAbBgNVHREEFDASghBib3RzLmV4YW1w
bGUuY29tMAoGCCqGSM49BAMCA0gAMEUCIQC3RKtEKYw3Kkw5/oRneFFD6cXq4os8
zqiwmOHVED92iAIgZswGa8pcDbAihrt5oELtnBHxNypNSA4OXr53EWMHpYk=
-----END CERTIFICATE-----
`

/** Where no server answers. */
const nobodyThere = ['--port', '1'] as const

/** What is not well, with its cure. */
async function complaints(args: readonly string[] = [], now = Date.now()) {
  const findings = await examine({ settings: readSettings(['--data', data, ...nobodyThere, ...args], {}), now })
  for (const { state, cure } of findings) expect(cure === '').toBe(state === 'ok')
  // How full the disk of the machine is that runs this is none of its business.
  return findings
    .filter(({ name, state }) => state !== 'ok' && name !== 'free-disk')
    .map(({ name, state, says }) => `${state} ${name}: ${says}`)
}

it('finds nothing wrong in a healthy installation', async () => {
  expect(await complaints()).toEqual([])
})

describe('finds and tells', () => {
  const query = (sql: string) => db.connection.exec(sql)

  it.each<readonly [string, () => void, RegExp]>([
    ['a missing data folder', () => (data = `${data}-elsewhere`), /^warning data-folder: .* is not there/],
    ['rights of others', () => chmodSync(data, 0o755), /^warning data-folder: Other users .* rights on/],
    ['a clock set back', () => utimesSync(database, 4e9, 4e9), /^error clock: .* the clock was set back/],
    ['a newer form', () => query('pragma user_version = 9999'), /^error database-version: .* form 9999/],
    ['an older form', () => query('pragma user_version = 1'), /^warning database-version: .* form 1,/],
    [
      'content that contradicts itself',
      () => query("insert into projects (name, draft, revision, created_at, updated_at, published) values ('', '{}', 0, 0, 0, 99)"),
      /^error invariants: .*published-version, 1 times/,
    ],
    ['a long log', () => truncateSync(`${database}-wal`, 300e6), /^warning write-ahead-log: .* 300\.0 MB/],
    ['no backups', () => rmSync(join(data, 'backups'), { recursive: true }), /^warning backups: No scheduled backup was made yet/],
    [
      'a failed backup',
      () => writeFileSync(join(data, 'backups', 'state.json'), JSON.stringify({ at: 0, ok: false, what: 'disk full' })),
      /^error backups: The last backup failed, and the last good one is 1 h old: disk full/,
    ],
    ['a missing key', () => rmSync(key()), /^warning secret-key: .* is not there/],
    ['a key that is none', () => writeFileSync(key(), 'short'), /^error secret-key/],
    ['a key that others read', () => chmodSync(key(), 0o644), /^warning secret-key: Other users/],
  ])('%s', async (_what, harm, expected) => {
    harm()
    expect(await complaints()).toContainEqual(expect.stringMatching(expected))
  })

  it('an impossible year and old backups', async () => {
    expect(await complaints([], 0)).toContainEqual('error clock: The clock of this machine says 1970.')
    expect(await complaints([], Date.now() + 3 * 86_400_000)).toEqual([expect.stringMatching(/^warning backups: .* 73 h old/)])
    expect(await complaints(['--backups', '0'])).toEqual([expect.stringMatching(/^warning backups: No scheduled/)])
  })

  it('addresses that are missing or not encrypted', async () => {
    const open = ['--host', '0.0.0.0', '--proxy', '10.0.0.1']
    expect(await complaints(open)).toEqual([expect.stringMatching(/^warning public-url: .* no public address/)])
    expect(await complaints([...open, '--public-url', 'http://bots.example.com'])).toEqual([expect.stringMatching(/not encrypted/)])
    expect(await complaints([...open, '--public-url', 'https://bots.example.com'])).toEqual([])
  })

  it('a certificate that ends, or is for another name', async () => {
    const file = temporaryFile('cert.pem', certificate)
    const found = async (now: string, url = 'https://bots.example.com') => {
      const settings = readSettings(['--data', data, ...nobodyThere, '--tls-cert', file, '--tls-key', file, '--public-url', url], {})
      const findings = await examine({ settings, now: Date.parse(now) })
      const { state = '', says = '' } = findings.find(({ name }) => name === 'certificate') ?? {}
      return `${state}: ${says.replace(file, 'cert.pem')}`
    }
    expect(await found('2030-01-01')).toBe('ok: The certificate cert.pem is good until 2036-11-25.')
    expect(await found('2036-11-20')).toBe('warning: The certificate cert.pem ends on 2036-11-25.')
    expect(await found('2040-01-01')).toBe('error: The certificate cert.pem ended on 2036-11-25: browsers refuse the page.')
    expect(await found('2020-01-01')).toBe('error: The certificate cert.pem begins later than now.')
    expect(await found('2030-01-01', 'https://other.example.com')).toBe('error: The certificate cert.pem is not for other.example.com.')
  })

  it('a damaged database', async () => {
    db.connection.pragma('wal_checkpoint(truncate)')
    db.close()
    const bytes = readFileSync(database)
    writeFileSync(database, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]))
    const found = await complaints()
    db = openSqlite(':memory:')
    expect(found).toContainEqual(expect.stringMatching(/^error database-integrity: /))
  })
})

describe('whether visitors come through', () => {
  const healthy = JSON.stringify({ status: 'ok', version: '1.0.0', storage: 'ok' })
  const servers: Server[] = []
  afterEach(() => servers.splice(0).forEach((server) => server.close()))

  /** Gives the port. */
  async function answering(body: string): Promise<number> {
    const server = createServer((_req, res) => res.end(body)).listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  }
  const channels = async (...args: string[]) => {
    const findings = await examine({ settings: readSettings(['--data', data, ...args], {}), now: Date.now() })
    const { state = 'error', says = '' } = findings.find(({ name }) => name === 'channels') ?? {}
    return `${state}: ${says}`
  }

  it('is looked for at the address of the server, and at the one that people use', async () => {
    const port = String(await answering(healthy))
    expect(await channels('--port', port)).toMatch(/^ok: The web chats are reached at http:\/\/127/)
    expect(await channels('--port', port, '--public-url', `http://localhost:${port}`)).toMatch(/^ok: .* reached at http:\/\/localhost/)
  })

  it('is an error where something else answers, a warning where nothing does', async () => {
    const port = String(await answering(healthy))
    const other = await answering('<h1>Welcome to nginx!</h1>')
    expect(await channels('--port', port, '--public-url', `http://127.0.0.1:${other}`)).toMatch(/^error: Something else than Voronka/)
    expect(await channels('--port', port, '--public-url', 'http://127.0.0.1:1')).toMatch(
      /^warning: The server runs, but .* nothing answers/,
    )
  })

  it('is not asked while the server does not run', async () => {
    expect(await channels('--port', '1', '--public-url', 'http://127.0.0.1:1')).toMatch(/^ok: The server does not answer/)
  })
})

describe('whether messengers answer', () => {
  it('is asked of each with its own token', async () => {
    const bot = await botApiServer()
    const secretKey = Buffer.from('k'.repeat(40))
    const { installation, project } = await talk(echo, {
      database,
      secretKey,
      egressAllow: [readAllowedHost('127.0.0.1')].flatMap((host) => host ?? []),
    })
    const connect = (name: string, token: string) =>
      installation.connections.create(consoleActor, project, { kind: 'telegram', name, fields: { token, apiRoot: bot.url } })
    const asked = async (...args: string[]) => {
      const findings = await examine({ settings: readSettings(['--data', data, ...nobodyThere, ...args], {}), now: Date.now() })
      const { state = '', says = '' } = findings.find(({ name }) => name === 'messengers') ?? {}
      return `${state}: ${says}`
    }
    const allowed = ['--egress-allow', '127.0.0.1']
    try {
      expect(await asked()).toBe('ok: No messengers are connected.')
      await connect('Shop', bot.token)
      expect(await asked(...allowed)).toBe('ok: 1 connected messengers answer.')
      await connect('Revoked', '9:revoked')
      expect(await asked(...allowed)).toMatch(/^error: telegram "Revoked" of project 1: [^.]+\.$/)
      writeFileSync(key(), 'o'.repeat(40))
      expect(await asked(...allowed)).toMatch(
        /^error: telegram "Shop" of project 1: its token cannot be read with this key\. telegram "Revoked" /,
      )
      rmSync(key())
      expect(await asked(...allowed)).toBe('ok: No messengers were asked: the key of the secrets is missing.')
    } finally {
      await installation.close()
    }
  })
})

describe('PostgreSQL', () => {
  it('is told with its version and form', async () => {
    const { url, drop } = await postgresDatabase()
    try {
      const postgres = await openPostgres(url)
      await postgres.close()
      const findings = await examine({ settings: readSettings(['--data', data, '--database-url', url], {}), now: Date.now() })
      expect(findings.filter(({ name }) => /database|backups|invariants/.test(name))).toEqual([
        {
          name: 'database-version',
          state: 'ok',
          says: expect.stringMatching(new RegExp(`^PostgreSQL \\d.* form ${newestForm()}, `)),
          cure: '',
        },
      ])
    } finally {
      await drop()
    }
  })

  it('that cannot be reached is an error that tells no password', async () => {
    const [found] = await complaints(['--database-url', 'postgres://user:canary@127.0.0.1:1/none'])
    expect(found).toMatch(/^error database-version: postgres:\/\/user:\*\*\*@127\.0\.0\.1:1\/none: .*ECONNREFUSED/)
  })
})

describe('voronka doctor', () => {
  it('says what to do, and ends with 1 when something is wrong', async () => {
    expect(await runCommand(['doctor', '--data', data])).toMatchObject({ code: 0, stdout: expect.stringContaining('ok       zones: ') })
    rmSync(key())
    const connection = new Database(database)
    connection.pragma('user_version = 9999')
    connection.close()
    const { code, stdout } = await runCommand(['doctor', '--data', data])
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^ERROR {4}database-version: .*\n {9}Start the newer program/m)])
  })

  it('speaks to programs', async () => {
    const { stdout } = await runCommand(['doctor', '--json', '--data', data])
    expect(JSON.parse(stdout)).toContainEqual({ name: 'secret-key', state: 'ok', says: expect.any(String), cure: '' })
  })
})
