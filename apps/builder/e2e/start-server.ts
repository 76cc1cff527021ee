/** The real program on a free port and an empty data folder. */
import type { BrowserContextOptions } from '@playwright/test'
import { csrfHeader, setUp as setUpEndpoint } from '@voronka/api'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../../packages/runtime/bin/voronka.mjs', import.meta.url))

export interface Server {
  readonly url: string
  /** What the console printed for the first owner; used up unless the server was started without one. */
  readonly setUpLink: string
  /** A browser with this is signed in as the owner. */
  readonly storageState: StorageState
  /** Calls the application's own API as the owner. */
  api(method: string, path: string, body?: unknown): Promise<unknown>
}

/** Who owns every installation of a test. */
export const owner = { email: 'owner@example.com', name: 'Olga Owner', password: 'correct horse battery' } as const

type StorageState = Exclude<NonNullable<BrowserContextOptions['storageState']>, string>

/** With an owner who is signed in, unless `owned` is false: then nothing answers but the set-up page. */
export async function startServer({ owned = true, language = 'ru' }: { owned?: boolean; language?: 'ru' | 'en' } = {}): Promise<
  Server & { stop(): Promise<void> }
> {
  const data = mkdtempSync(join(tmpdir(), 'voronka-e2e-'))
  const child = spawn(process.execPath, [program, 'start', '--port', '0', '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] })
  const setUpLink = await linkOf(child)
  const url = new URL(setUpLink).origin
  const session = owned ? await setUp(setUpLink, language) : { cookie: '', headers: {} }
  return {
    url,
    setUpLink,
    storageState: { cookies: owned ? [cookieOf(session.cookie, url)] : [], origins: [] },
    api: (method, path, body) => callApi(url, session.headers, method, path, body),
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** The last line that a fresh start prints: the link for the first owner. */
function linkOf(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/setup#[\w-]{43}/.exec(said)
      if (found) resolve(found[0])
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)))
  })
}

interface Session {
  readonly cookie: string
  /** What a page of ours adds to its calls. */
  readonly headers: Record<string, string>
}

async function setUp(link: string, language: 'ru' | 'en'): Promise<Session> {
  const { origin, hash } = new URL(link)
  const response = await fetch(`${origin}/api/setup`, {
    method: 'POST',
    body: JSON.stringify({ ...owner, language, token: hash.slice(1) }),
    headers: { 'content-type': 'application/json' },
  })
  const { csrfToken } = setUpEndpoint.output.parse(await response.json())
  const cookie = /voronka_session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''
  return { cookie, headers: { cookie: `voronka_session=${cookie}`, [csrfHeader]: csrfToken, origin } }
}

const cookieOf = (value: string, url: string): StorageState['cookies'][number] => ({
  name: 'voronka_session',
  value,
  domain: new URL(url).hostname,
  path: '/',
  expires: -1,
  httpOnly: true,
  secure: false,
  sameSite: 'Lax',
})

async function callApi(url: string, own: Record<string, string>, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { ...own, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
  return answer
}
