import { afterEach } from 'vitest'
import { Writable } from 'node:stream'
import { createLogger } from '../../src/config/logger.ts'
import { readSettings, type Settings } from '../../src/config/settings.ts'
import { createServer } from '../../src/http/create-server.ts'
import { createInstallation, type Installation, type InstallationOptions } from '../../src/installation.ts'
import { VirtualClock } from '../../src/worker/clocks.ts'
import { newDatabase } from '../new-database.ts'

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
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Lets time pass, with everything that happens on the way. */
  advance(ms: number): Promise<void>
  close(): Promise<void>
}

const open: TestServer[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

/** A whole server on a free port, over a database of its own and a clock that stands still. It is stopped when the test ends. */
export async function serve(
  settings: Partial<Settings> = {},
  options: Partial<InstallationOptions> & { now?: string } = {},
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
  const installation = createInstallation({ database: await newDatabase(), random: () => 0.5, ...options, clock })
  const server = createServer(installation, all, createLogger(all, out))
  const url = await server.listen()
  await installation.worker.start()
  let closed: Promise<void> | undefined
  const test: TestServer = {
    url,
    installation,
    clock,
    log,
    call: (method, path, body, headers) => call(url + path, method, body, headers),
    advance: (ms) => clock.advanceTo(clock.now() + ms, () => installation.worker.settled()),
    close: () => (closed ??= server.close(1000).then(() => installation.close())),
  }
  open.push(test)
  return test
}

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
