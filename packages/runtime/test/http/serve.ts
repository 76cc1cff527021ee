import { afterEach } from 'vitest'
import { Writable } from 'node:stream'
import { createLogger } from '../../src/config/logger.ts'
import { readSettings, type Settings } from '../../src/config/settings.ts'
import { createServer } from '../../src/http/create-server.ts'
import { createInstallation, type Installation, type InstallationOptions } from '../../src/installation.ts'
import { VirtualClock } from '../../src/worker/clocks.ts'
import { newDatabase } from '../new-database.ts'
import { cheapPasswords, signedInOwner, testSession, type TestSession } from '../owner.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The body as JSON, or as text when it is none. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  readonly body: any
}

export interface TestServer {
  readonly url: string
  readonly installation: Installation
  readonly clock: VirtualClock
  /** Everything that was logged. */
  readonly log: string[]
  /** As the owner of the installation. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** What the owner's page sends with each call: for calls that are made by hand. */
  readonly headers: Record<string, string>
  /** Somebody else: a session (`person`), headers of a program (`{ authorization: ... }`), or `nobody`. */
  as(who: TestSession | Record<string, string> | 'nobody'): Pick<TestServer, 'call'>
  /** One more person, who came by an invitation of the owner and is signed in. */
  person(project: number, role: string, email?: string): Promise<TestSession>
  /** Lets time pass, with everything that happens on the way. */
  advance(ms: number): Promise<void>
  close(): Promise<void>
}

const open: TestServer[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

/**
 * A whole server on a free port, over a database of its own and a clock that stands still. It is stopped when the test ends. It has an owner, who is
 * signed in, unless `owned` is false.
 */
export async function serve(
  settings: Partial<Settings> = {},
  options: Partial<InstallationOptions> & { now?: string; owned?: boolean } = {},
): Promise<TestServer> {
  const clock = new VirtualClock(Date.parse(options.now ?? '2026-03-10T11:00:00Z'))
  const log: string[] = []
  const out = new Writable({
    write(chunk, _encoding, done) {
      log.push(String(chunk))
      done()
    },
  })
  const all: Settings = { ...readSettings(['--port', '0', '--log', 'json', '--log-level', 'debug'], {}), ...settings }
  const installation = createInstallation({
    database: await newDatabase(),
    random: () => 0.5,
    passwordCost: cheapPasswords,
    ...options,
    clock,
  })
  const server = createServer(installation, all, createLogger(all, out))
  const url = await server.listen()
  await installation.worker.start()
  const headers = options.owned === false ? {} : (await signedInOwner(installation)).headers(url)
  const as: TestServer['as'] = (who) => {
    const own = who === 'nobody' ? {} : isSession(who) ? who.headers(url) : who
    return { call: (method, path, body, more) => call(url + path, method, body, { ...own, ...more }) }
  }
  let people = 0
  let closed: Promise<void> | undefined
  const test: TestServer = {
    url,
    installation,
    clock,
    log,
    headers,
    as,
    call: as(headers).call,
    async person(project, role, email = `person-${++people}@example.com`) {
      const invited = await test.call('POST', `/api/projects/${project}/invitations`, { role })
      if (invited.status !== 200) throw new Error(`The invitation was refused: ${JSON.stringify(invited.body)}`)
      const token = String(invited.body.path).split('#')[1] ?? ''
      const person = { email, name: `The ${role}`, password: `password of ${email}`, language: 'en' as const }
      return testSession(await installation.members.register(token, person, { address: '127.0.0.1', browser: 'a test' }))
    },
    advance: (ms) => clock.advanceTo(clock.now() + ms, () => installation.worker.settled()),
    close: () => (closed ??= server.close(5000).then(() => installation.close())),
  }
  open.push(test)
  return test
}

const isSession = (who: TestSession | Record<string, string>): who is TestSession => typeof who['headers'] === 'function'

async function call(url: string, method: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const isForm = body instanceof FormData
  const raw = typeof body === 'string' || body instanceof Uint8Array || isForm
  const response = await fetch(url, {
    method,
    headers: { ...(body !== undefined && !isForm && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: raw ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: asJson(text) }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
