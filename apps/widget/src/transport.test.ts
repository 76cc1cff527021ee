import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { httpTransport } from './transport.ts'
import { openVisitor, type Memory } from './visitor.ts'

let close = () => {}
afterEach(() => close())

/** A server on a free port of this machine. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse, body: string) => void): Promise<string> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => answer(request, response, body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => void server.close()
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

const visitor = { token: 'token_1234', name: 'Ann', tag: 'spring' }

it('sends who speaks, the id of the message and where the person came from', async () => {
  const seen: unknown[] = []
  const origin = await serve((request, response, body) => {
    seen.push(request.url, JSON.parse(body))
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"accepted":true}')
  })
  expect(await httpTransport('my chat', visitor, origin).send('m1', { text: 'Hi' })).toEqual({ is: 'accepted' })
  expect(seen).toEqual(['/chat/my%20chat/messages', { visitor: 'token_1234', id: 'm1', text: 'Hi', name: 'Ann', tag: 'spring' }])
})

it('tells what the site says of him once, and again only what it says anew', async () => {
  const seen: unknown[] = []
  const known = { ...visitor, about: { plan: 'gold' } }
  let down = true
  const origin = await serve((_, response, body) => {
    seen.push(JSON.parse(body).about)
    response.writeHead(down ? 503 : 202).end('{}')
    down = false
  })
  const transport = httpTransport('c', known, origin)
  for (const id of ['m1', 'm1', 'm2']) await transport.send(id, { text: 'Hi' })
  known.about = { plan: 'silver' }
  await transport.send('m3', { text: 'Hi' })
  expect(seen).toEqual([{ plan: 'gold' }, { plan: 'gold' }, undefined, { plan: 'silver' }])
})

it.each([
  [404, 'channel-not-found', { is: 'refused', why: 'missing' }],
  [409, 'not-published', { is: 'refused', why: 'unpublished' }],
  [409, 'channel-closed', { is: 'refused', why: 'closed' }],
  [413, 'too-large', { is: 'refused', why: 'too-long' }],
  [422, 'bad-input', { is: 'refused', why: 'refused' }],
  [500, '', { is: 'later', afterMs: undefined }],
  [429, '', { is: 'later', afterMs: 7000 }],
])('reads the answer %i %s', async (status, code, outcome) => {
  const origin = await serve(
    (_, response) =>
      void response.writeHead(status, { 'retry-after': status === 429 ? '7' : '0' }).end(JSON.stringify({ error: { code } })),
  )
  expect(await httpTransport('c', visitor, origin).send('m1', { text: 'Hi' })).toEqual(outcome)
})

it('takes an unreachable server and an answer that is no JSON for trouble that passes', async () => {
  expect(await httpTransport('c', visitor, 'http://127.0.0.1:1').send('m1', { text: 'Hi' })).toEqual({ is: 'later', afterMs: undefined })
  const origin = await serve((_, response) => void response.end('<html>'))
  expect(await httpTransport('c', visitor, origin).history()).toEqual({ is: 'later' })
})

it('keeps the token of a channel, and what the link said, on the device', () => {
  const kept = new Map<string, string>()
  const memory: Memory = { read: (name) => kept.get(name), write: (name, value) => void kept.set(name, value) }
  const first = openVisitor('a', '?tag=spring&name=Ann', memory)
  expect(first.token).toMatch(/^[0-9a-f]{48}$/)
  expect(openVisitor('a', '', memory)).toEqual({ token: first.token, name: 'Ann', tag: 'spring' })
  expect(openVisitor('b', '', memory).token).not.toBe(first.token)
})

it('tells of uploaded files only where they lie', async () => {
  const seen: unknown[] = []
  const origin = await serve((_request, response, body) => {
    seen.push(JSON.parse(body))
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"accepted":true}')
  })
  await httpTransport('c', visitor, origin).send('m1', { text: '', files: [{ url: '/files/0/a.pdf', name: 'a.pdf', kind: 'file' }] })
  expect(seen).toMatchObject([{ text: '', attachments: ['/files/0/a.pdf'] }])
})
