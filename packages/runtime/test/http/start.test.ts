import Database from 'better-sqlite3'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { Readable, Writable } from 'node:stream'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { ownerOf, type TestSession } from '../owner.ts'
import { builtProgram } from '../server-process.ts'
import { openStream } from './events.ts'

interface Run {
  readonly process: ChildProcess
  readonly ended: Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>
  /** Its address, as soon as it says that. */
  readonly url: Promise<string>
  /** Resolves when that stands in its log. */
  logged(text: string): Promise<void>
}

let data = ''
const running: ChildProcess[] = []

beforeAll(() => void builtProgram(), 120_000)

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'voronka-start-'))
})

afterEach(() => {
  for (const process of running.splice(0)) process.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

/** The real program in a process of its own, built as people run it. */
function start(): Run {
  const args = [...builtProgram(), 'start', '--port', '0', '--data', data]
  const child = spawn(process.execPath, args, { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  const said = { stdout: '', stderr: '' }
  let hear: (url: string) => void = () => undefined
  const url = new Promise<string>((resolve) => (hear = resolve))
  child.stdout.on('data', (chunk: Buffer) => {
    said.stdout += chunk.toString()
    const found = /http:\S+/.exec(said.stdout)
    if (found) hear(found[0])
  })
  child.stderr.on('data', (chunk: Buffer) => void (said.stderr += chunk.toString()))
  const ended = new Promise<Awaited<Run['ended']>>((resolve) => child.on('close', (code, signal) => resolve({ code, signal, ...said })))
  const logged = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => void (said.stderr.includes(text) && resolve())
      child.stderr.on('data', look)
      look()
    })
  return { process: child, ended, url, logged }
}

/** The same program in this process: for what ends by itself. */
async function here(args: readonly string[], env: Record<string, string> = {}): Promise<{ code: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' }
  const into = (name: 'stdout' | 'stderr') =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += String(chunk)
        done()
      },
    })
  const code = await main(args, { stdin: Readable.from([]), stdout: into('stdout'), stderr: into('stderr'), env })
  return { code, ...said }
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers of every shape
const read = async (response: Response): Promise<any> => response.json()

const post = async (owner: TestSession, url: string, body: unknown) => {
  const headers = { 'content-type': 'application/json', ...owner.headers(url) }
  return read(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }))
}

describe('a start', () => {
  it('says the port first, then the address, and answers there', async () => {
    const run = start()
    const url = await run.url
    expect((await fetch(`${url}/health`)).status).toBe(200)
    run.process.kill('SIGTERM')
    const { code, stdout, stderr } = await run.ended
    const link = `${url}/setup#[\\w-]{43}`
    const said = `${new URL(url).port}\nVoronka runs at ${url}\nNobody owns it yet. Create the owner \\(the link works once\\): ${link}\n`
    expect(stdout).toMatch(new RegExp(`^${said}$`))
    expect(code).toBe(0)
    // Who starts it with the rights of everything is told that it needs none (P13.3); nobody else is.
    expect(`${stdout}${stderr}`.includes('running as root')).toBe(process.getuid?.() === 0)
  })

  it('lets nobody else read what it stores', async () => {
    const run = start()
    await run.url
    for (const file of ['', 'voronka.db', 'voronka.lock', 'secret.key']) expect(statSync(join(data, file)).mode & 0o077, file).toBe(0)
  })

  it.each([
    ['a port that is no number', ['--port', 'web'], /--port is "web", but must be a whole number from 0 to 65535/],
    ['a log of no known form', ['--log=xml'], /--log is "xml", but must be one of pretty, json/],
    ['a flag that is not there', ['--verbose', 'yes'], /There is no setting --verbose/],
    ['a flag without its value', ['--port'], /--port needs a value/],
    ['an address that others can reach', ['--host', '0.0.0.0'], /can be reached from other machines.*VORONKA_TLS_CERT.*VORONKA_PROXY/],
    ['a certificate without its key', ['--tls-cert', 'cert.pem'], /VORONKA_TLS_CERT and VORONKA_TLS_KEY go together/],
    ['a proxy that is no address', ['--proxy', 'nginx'], /--proxy is "nginx", but must be IP addresses/],
    ['a public address with a path', ['--public-url', 'https://a.example/bots'], /--public-url is .* without a path/],
  ])('refuses %s', async (_what, flags, sentence) => {
    const { code, stderr } = await here(['start', '--data', data, ...flags])
    expect(stderr).toMatch(sentence)
    expect(code).toBe(2)
  })

  it('names every bad setting at once, and where it came from', async () => {
    const { code, stderr } = await here(['start', '--log', 'x'], { PORT: '70000', VORONKA_NETWORK: 'some' })
    expect(stderr).toMatch(/PORT is "70000"/)
    expect(stderr).toMatch(/VORONKA_NETWORK is "some"/)
    expect(stderr).toMatch(/--log is "x"/)
    expect(code).toBe(2)
  })

  it('says who may have the port, and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, stderr } = await here(['start', '--data', data, '--port', String(port)])
    other.close()
    expect(stderr).toContain(`Port ${port} of 127.0.0.1 is taken`)
    expect(stderr).toContain(`--port ${port + 1}`)
    expect(code).toBe(1)
  })

  it('says when the data folder cannot be written', async () => {
    const file = join(data, 'a-file')
    writeFileSync(file, '')
    const { code, stderr } = await here(['start', '--port', '0', '--data', join(file, 'below')])
    expect(stderr).toMatch(/The data folder .*a-file\/below cannot be written/)
    expect(code).toBe(1)
  })

  it('refuses a database that a newer program wrote, and leaves it alone', async () => {
    const file = join(data, 'voronka.db')
    const newer = new Database(file)
    newer.pragma('user_version = 9999')
    newer.close()
    const { code, stderr } = await here(['start', '--port', '0', '--data', data])
    expect(stderr).toMatch(/form 9999.*Start the newer program/)
    expect(code).toBe(1)
    const after = new Database(file)
    expect(after.pragma('user_version', { simple: true })).toBe(9999)
    after.close()
  })

  it('refuses a file that is no database', async () => {
    writeFileSync(join(data, 'voronka.db'), 'This is a text, and much longer than the head of a database would be. '.repeat(20))
    const { code, stderr } = await here(['start', '--port', '0', '--data', data])
    expect(stderr).toMatch(/The database .* file is not a database/)
    expect(code).toBe(1)
  })

  it('keeps a second process out of the same folder, for as long as the first lives', async () => {
    const first = start()
    await first.url
    const { code, stderr } = await here(['start', '--port', '0', '--data', data])
    expect(stderr).toMatch(/Another Voronka is running on the data folder/)
    expect(code).toBe(1)
    first.process.kill('SIGKILL')
    await first.ended
    expect((await fetch(`${await start().url}/health`)).status).toBe(200)
  })
})

it('logs everything from one SIGUSR2 to the next', async () => {
  const run = start()
  const url = await run.url
  const knocked = () => fetch(`${url}/health/live`, { headers: { 'x-request-id': 'knocked' } })
  await knocked()
  run.process.kill('SIGUSR2')
  await run.logged('now=debug')
  await fetch(`${url}/health`, { headers: { 'x-request-id': 'heard' } })
  await run.logged('request=heard')
  run.process.kill('SIGUSR2')
  await run.logged('now=info')
  await knocked()
  run.process.kill('SIGTERM')
  const { code, stderr } = await run.ended
  expect([code, stderr.includes('knocked')]).toEqual([0, false])
})

describe('a stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s ends streams, finishes what runs, and loses nothing', async (signal) => {
    const owner = await ownerOf(data)
    const run = start()
    const url = await run.url
    const { id } = await post(owner, `${url}/api/projects`, { name: 'Kept' })
    const page = await openStream(`${url}/api/projects/${id}/live`, owner.headers(url))
    await page.next()
    const began = Date.now()
    run.process.kill(signal)
    await page.ended()
    const { code } = await run.ended
    expect(code).toBe(0)
    expect(Date.now() - began).toBeLessThan(9000)
    const next = await start().url
    expect(await (await fetch(`${next}/api/projects/${id}`, { headers: owner.headers(next) })).json()).toMatchObject({ name: 'Kept' })
  })
})

it('is where it was after being killed', async () => {
  const owner = await ownerOf(data)
  const first = start()
  const url = await first.url
  const { id } = await post(owner, `${url}/api/projects`, { starter: 'shop-basket', language: 'en' })
  await post(owner, `${url}/api/projects/${id}/test-chat/1/events`, { kind: 'text', text: 'Hello' })
  const state = async (address: string) =>
    read(await fetch(`${address}/api/projects/${id}/test-chat/1`, { headers: owner.headers(address) }))
  const { messages } = await state(url)
  first.process.kill('SIGKILL')
  await first.ended
  expect((await state(await start().url)).messages).toEqual(messages)
})

describe('other commands', () => {
  it('migrate makes the database and stops', async () => {
    const { code, stdout } = await here(['migrate', '--data', data])
    expect(stdout).toContain('up to date')
    expect(code).toBe(0)
    expect(statSync(join(data, 'voronka.db')).size).toBeGreaterThan(0)
  })

  it('openapi prints the document', async () => {
    const { code, stdout } = await here(['openapi'])
    expect(JSON.parse(stdout)).toMatchObject({ openapi: expect.stringMatching(/^3\.1/), info: { title: 'Voronka' } })
    expect(code).toBe(0)
  })
})
