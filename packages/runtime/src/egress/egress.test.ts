import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { readAllowedHost, type AllowedHost } from './allow-list.ts'
import { createEgress, type EgressRequest } from './egress.ts'
import type { Resolver } from './judged-address.ts'

/** A foreign server on this machine, and a client that may call it by names that resolve to it. */
async function world(answer: (req: IncomingMessage, res: ServerResponse, body: string) => void, resolve?: Resolver) {
  const heard: { method: string; url: string; host: string; headers: IncomingMessage['headers']; body: string }[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      heard.push({ method: req.method ?? '', url: req.url ?? '', host: req.headers.host ?? '', headers: req.headers, body })
      answer(req, res, body)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const egress = createEgress({ resolve: resolve ?? (async () => ['127.0.0.1']) })
  onTestFinished(async () => {
    await egress.close()
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  const allowed = allow('127.0.0.1')
  const send = (path: string, request: Partial<EgressRequest> = {}) =>
    egress.send({ method: 'GET', url: `http://partner.example:${port}${path}`, headers: [], body: null, allowed, ...request })
  return { egress, port, heard, send }
}

const allow = (...texts: string[]): AllowedHost[] =>
  texts.map((text) => {
    const entry = readAllowedHost(text)
    if (!entry) throw new Error(`${text} is no entry.`)
    return entry
  })

it('calls what is allowed, by its name, with its body and headers', async () => {
  const { send, heard, port } = await world((_req, res) => void res.end('{"ok":true}'))
  const answer = await send('/a?b=1', {
    method: 'POST',
    headers: [
      ['X-Own', 'yes'],
      ['Host', 'evil.example'],
    ],
    body: 'text',
  })
  expect(answer).toEqual({ status: 200, body: '{"ok":true}' })
  expect(heard).toMatchObject([
    { method: 'POST', url: '/a?b=1', host: `partner.example:${port}`, body: 'text', headers: { 'x-own': 'yes' } },
  ])
})

it('calls nothing on this machine or a private network, in any spelling; refused and unreachable look the same', async () => {
  const { egress, port, heard } = await world((_req, res) => void res.end('secret'))
  const hosts = ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '0177.1', '[::1]', '[::ffff:127.0.0.1]', 'named.example', '127.0.0.1.']
  const refused = await Promise.all(
    hosts.map((host) => egress.send({ method: 'GET', url: `http://${host}:${port}/`, headers: [], body: null })),
  )
  expect(refused).toEqual(hosts.map(() => ({ status: 0, body: '', failure: 'unreachable' })))
  expect(heard).toEqual([])
  const free = await egress.send({ method: 'GET', url: 'http://127.0.0.1:1/', headers: [], body: null, allowed: allow('127.0.0.1') })
  expect(free).toEqual(refused[0])
})

it('judges every address of a name, and asks for them once: what changes after that does not matter', async () => {
  let asked = 0
  const answers = [['93.184.216.34', '127.0.0.1'], ['127.0.0.1']]
  const { egress, port, heard } = await world(
    (_req, res) => void res.end('secret'),
    async () => answers[asked++] ?? ['127.0.0.1'],
  )
  const call = () => egress.send({ method: 'GET', url: `http://rebinding.example:${port}/`, headers: [], body: null })
  expect(await call()).toMatchObject({ failure: 'unreachable' })
  expect(await call()).toMatchObject({ failure: 'unreachable' })
  expect([asked, heard.length]).toEqual([2, 0])
})

it.each(['ftp://partner.example/', 'file:///etc/passwd', 'javascript:1', 'partner.example', '', 'http://'])(
  'does not send to %s',
  async (url) => {
    const { egress } = await world((_req, res) => void res.end())
    expect(await egress.send({ method: 'GET', url, headers: [], body: null })).toEqual({ status: 0, body: '', failure: 'bad-request' })
  },
)

it('refuses line breaks in headers', async () => {
  const { send, heard } = await world((_req, res) => void res.end())
  expect(await send('/', { headers: [['X-A', 'b\r\nX-Evil: 1']] })).toMatchObject({ failure: 'bad-request' })
  expect(await send('/', { headers: [['X-A\r\nX-Evil', '1']] })).toMatchObject({ failure: 'bad-request' })
  expect(heard).toEqual([])
})

it('follows five redirects and no more, each judged anew, and leaves credentials behind on another host', async () => {
  const { send, heard, port } = await world((req, res) => {
    const left = Number(/^\/hop\/(\d+)/.exec(req.url ?? '')?.[1] ?? 0)
    if (req.url === '/away') res.writeHead(302, { location: `http://other.example:${port}/hop/0` }).end()
    else if (req.url === '/inside') res.writeHead(302, { location: `http://[::1]:${port}/hop/0` }).end()
    else if (left > 0) res.writeHead(307, { location: `/hop/${left - 1}` }).end()
    else res.end('there')
  })
  expect(await send('/hop/5')).toMatchObject({ status: 200, body: 'there' })
  expect(await send('/hop/6')).toMatchObject({ failure: 'unreachable' })
  expect(await send('/inside')).toMatchObject({ failure: 'unreachable' })
  heard.length = 0
  const headers = [
    ['Authorization', 'Bearer x'],
    ['X-Api-Key', 'y'],
    ['X-Plain', 'z'],
  ] as const
  expect(await send('/away', { headers, method: 'POST', body: 'a' })).toMatchObject({ status: 200 })
  expect(heard[0]?.headers).toMatchObject({ authorization: 'Bearer x', 'x-api-key': 'y' })
  expect(heard[1]).toMatchObject({ method: 'GET', body: '', headers: { 'x-plain': 'z' } })
  expect(heard[1]?.headers).not.toHaveProperty('authorization')
  expect(heard[1]?.headers).not.toHaveProperty('x-api-key')
  expect(await send('/away', { followRedirects: false })).toMatchObject({ status: 302 })
})

it('gives up an answer that is too large, also one that is only large when unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  const { send } = await world((req, res) => {
    if (req.url === '/packed') return void res.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    if (req.url === '/fine') return void res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello'))
    res.writeHead(200)
    const more = (): void => void (res.destroyed || (res.write(Buffer.alloc(100_000)) ? setImmediate(more) : res.once('drain', more)))
    more()
  })
  expect(await send('/fine')).toEqual({ status: 200, body: 'hello' })
  expect(await send('/packed')).toMatchObject({ failure: 'too-large' })
  expect(await send('/endless')).toMatchObject({ failure: 'too-large' })
})

it('gives up a server that does not answer, or dribbles, when the time is over', async () => {
  const { send } = await world((req, res) => {
    if (req.url !== '/dribble') return
    res.writeHead(200)
    const dribble = setInterval(() => res.write('.'), 20)
    res.on('close', () => clearInterval(dribble))
  })
  expect(await send('/silent', { timeoutMs: 150 })).toMatchObject({ failure: 'timeout' })
  expect(await send('/dribble', { timeoutMs: 150 })).toMatchObject({ failure: 'timeout' })
})
