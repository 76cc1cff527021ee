import { expect, it, onTestFinished } from 'vitest'
import { createHmac } from 'node:crypto'
import { foreignServer, type Heard } from '../../test/foreign-server.ts'
import { echo, funnel, talk, type Talk } from '../../test/funnel.ts'
import { readAllowedHost } from '../egress/allow-list.ts'
import type { Outgoing, SendOutcome, Sender } from './sender.ts'

const egressAllow = [readAllowedHost('127.0.0.1')].flatMap((entry) => entry ?? [])
const nobody = { kind: 'console', account: null, email: '', name: '', address: '', key: null } as never

async function told(url: string, { repeats = false, document = echo } = {}): Promise<Talk & { secret: string }> {
  const chat = await talk(document, { egressAllow })
  onTestFinished(() => chat.installation.close())
  const { secret } = await chat.installation.webhooksWork.create(nobody, chat.project, { url, repeats })
  return { ...chat, secret }
}

const bodies = (heard: readonly Heard[]) => heard.map(({ body }): Record<string, unknown> => JSON.parse(body))
const texts = (heard: readonly Heard[]) => bodies(heard).map(({ message }) => message)
const list = (chat: Talk, state?: 'waiting' | 'sent' | 'dead') => chat.installation.outboxWork.list(chat.project, { state })

it('tells an address of every message in the documented form, signed, in order', async () => {
  const foreign = await foreignServer()
  const chat = await told(`${foreign.url}/hook`)
  await chat.say('anna', 'hello')
  await chat.say('anna', 'again')
  await chat.advance(0)
  // The token of a visitor is his key to the dialogue, and nobody else's business.
  const named = { recepient: String(await chat.clientId('anna')), group: 'Funnel' }
  expect(bodies(foreign.heard)).toMatchObject([
    { message: 'hello', is_input: 1, message_id: null, attachments: [], delivered: 1, error_message: '', internal_id: null },
    { message: 'hello', is_input: 0, message_id: 1, project_id: chat.project, client: { ...named, name: 'anna', client_type: 5 } },
    { message: 'again', is_input: 1 },
    { message: 'again', is_input: 0 },
  ])
  for (const { headers, body, url } of foreign.heard) {
    expect(url).toBe('/hook')
    const key = Buffer.from(chat.secret.slice('whsec_'.length), 'base64')
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
    expect(headers['idempotency-key']).toBe(headers['webhook-id'])
  }
  expect(new Set(foreign.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(4)
})

it('tries once where repeats are off, goes on with what follows, and sends again by hand with the same id', async () => {
  const foreign = await foreignServer((_call, all) => ({ status: all.length === 1 ? 500 : 200, body: 'oops' }))
  const chat = await told(foreign.url)
  await chat.say('anna', 'hello')
  await chat.advance(3_600_000)
  expect(foreign.heard).toHaveLength(2)
  const { deliveries, dead, waiting } = await list(chat, 'dead')
  expect({ dead, waiting }).toEqual({ dead: 1, waiting: 0 })
  expect(deliveries).toMatchObject([{ reason: 'HTTP 500', attempts: 1, clientName: 'anna', target: `127.0.0.1:${foreign.port}` }])
  const [first] = deliveries
  await chat.installation.outboxWork.resend(chat.project, first?.id ?? 0)
  await chat.advance(0)
  expect(foreign.heard[2]?.headers['webhook-id']).toBe(foreign.heard[0]?.headers['webhook-id'])
  expect(foreign.heard[2]?.body).toBe(foreign.heard[0]?.body)
  const { tries } = await chat.installation.outboxWork.get(chat.project, first?.id ?? 0)
  expect(tries).toMatchObject([
    { number: 2, status: 200 },
    { number: 1, status: 500, reason: 'HTTP 500', answer: 'oops' },
  ])
})

it('repeats with growing pauses where that is on, keeps the order of a client, and lets others by', async () => {
  let isDown = true
  const foreign = await foreignServer(({ body }) => ({ status: isDown && body.includes('"anna"') ? 500 : 200 }))
  const chat = await told(foreign.url, { repeats: true })
  await chat.say('anna', 'one')
  await chat.say('boris', 'two')
  await chat.advance(60_000)
  const ofAnna = () => foreign.heard.filter(({ body }) => body.includes('"anna"'))
  expect(new Set(texts(ofAnna()))).toEqual(new Set(['one']))
  expect(ofAnna()).toHaveLength(3)
  expect(new Set(ofAnna().map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(texts(foreign.heard.filter(({ body }) => body.includes('"boris"')))).toEqual(['two', 'two'])
  isDown = false
  await chat.advance(3_600_000)
  expect(bodies(ofAnna().slice(3)).map(({ is_input }) => is_input)).toEqual([1, 0])
  expect((await list(chat)).waiting).toBe(0)
})

it('leaves a server alone for as long as it asks', async () => {
  const foreign = await foreignServer((_call, all) => (all.length === 1 ? { status: 429, headers: { 'retry-after': '120' } } : {}))
  const chat = await told(foreign.url, { repeats: true })
  await chat.say('anna', 'one')
  await chat.advance(1000)
  await chat.say('boris', 'two')
  await chat.advance(110_000)
  expect(foreign.heard).toHaveLength(1)
  await chat.advance(20_000)
  expect(foreign.heard).toHaveLength(5)
})

it('gives up in the end, and sends all of that again when asked', async () => {
  let isDown = true
  const foreign = await foreignServer(() => ({ status: isDown ? 502 : 200 }))
  const chat = await told(foreign.url, { repeats: true, document: funnel({ 1: { type: 'nonstate_cond', text: '' } }) })
  await chat.say('anna', 'one')
  await chat.advance(80 * 3_600_000)
  expect(foreign.heard).toHaveLength(12)
  expect((await list(chat)).dead).toBe(1)
  const log = await chat.read(() => chat.installation.log.latest(chat.project, 10))
  expect(log.filter(({ code }) => code === 'not-delivered')).toHaveLength(1)
  isDown = false
  expect(await chat.installation.outboxWork.resendDead(chat.project)).toBe(1)
  await chat.advance(0)
  expect(await list(chat)).toMatchObject({ dead: 0, waiting: 0, deliveries: [{ state: 'sent', attempts: 13 }] })
})

it('lets a slow server delay its own messages only', async () => {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const slow = await foreignServer(() => held.then(() => ({})))
  const quick = await foreignServer()
  const chat = await told(slow.url)
  await chat.installation.webhooksWork.create(nobody, chat.project, { url: quick.url, repeats: false })
  for (const who of ['a', 'b', 'c', 'd', 'e', 'f']) await chat.say(who, 'hi')
  await quick.came(12)
  // Four at a time, and one of each client.
  await slow.came(4)
  expect(slow.heard).toHaveLength(4)
  release()
  await chat.advance(0)
  expect(slow.heard).toHaveLength(12)
})

it('keeps test people and comments to itself, and forgets what waits for an address that is removed', async () => {
  const foreign = await foreignServer(() => ({ status: 500 }))
  const chat = await told(foreign.url, { repeats: true })
  await chat.installation.testChats.send(chat.project, 1, { kind: 'text', text: 'secret test' })
  await chat.say('anna', 'hello')
  await chat.advance(0)
  expect(texts(foreign.heard)).toEqual(['hello'])
  const [webhook] = await chat.installation.webhooksWork.list(chat.project)
  await chat.installation.webhooksWork.remove(nobody, chat.project, webhook?.id ?? 0)
  expect(await list(chat)).toMatchObject({ waiting: 0, deliveries: [] })
})

it('posts the data of a client where a block says so, with the variables as they are there', async () => {
  const foreign = await foreignServer()
  const document = funnel({
    1: { type: 'nonstate_cond', calculator: 'x = 5\nclient.y = "a b"', webhook: `${foreign.url}/lead?who=#{client.y}`, text: 'ok' },
  })
  const chat = await talk(document, { egressAllow })
  onTestFinished(() => chat.installation.close())
  await chat.say('anna', 'hello')
  await chat.advance(0)
  expect(foreign.heard).toMatchObject([
    { method: 'POST', url: '/lead?who=a%20b', headers: { 'webhook-id': expect.stringMatching(/^turn_\d+-/) } },
  ])
  const named = { recepient: String(await chat.clientId('anna')), group: 'Funnel' }
  expect(bodies(foreign.heard)).toMatchObject([
    { message_id: 1, client: { ...named, variables: { y: 'a b' } }, order: { variables: { x: '5' } } },
  ])
})

/** A messenger as a test has it: what it is asked to send, and how it answers. */
function messenger(
  answer: (outgoing: Outgoing, all: readonly Outgoing[]) => SendOutcome | Promise<SendOutcome>,
): Sender & { sent: Outgoing[] } {
  const sent: Outgoing[] = []
  return {
    kind: 'messenger',
    atOnce: 2,
    longestMs: 5000,
    sent,
    async send(outgoing) {
      sent.push(outgoing)
      return answer(outgoing, sent)
    },
  }
}

it('knows of a messenger no more than that it sends: refusals are told, and whoever unsubscribed there is unsubscribed here', async () => {
  const sender = messenger(({ message }) =>
    message === 'bad'
      ? { kind: 'refused', reason: 'markup' }
      : message === 'gone'
        ? { kind: 'unsubscribed' }
        : { kind: 'accepted', id: 'm-1' },
  )
  const chat = await talk(echo, { senders: [sender] })
  onTestFinished(() => chat.installation.close())
  await chat.say('anna', 'hello')
  const client = await chat.clientId('anna')
  const put = (message: string) =>
    chat.read(() =>
      chat.installation.outbox.add({
        project: chat.project,
        queue: 'messenger:1',
        kind: 'messenger',
        client,
        key: message,
        message,
        now: chat.clock.now(),
      }),
    )
  for (const message of ['good', 'bad', 'bad', 'gone']) await put(message)
  await chat.installation.outboxWork.resendDead(chat.project)
  await chat.advance(0)
  expect(sender.sent.map(({ message }) => message)).toEqual(['good', 'bad', 'gone'])
  expect((await list(chat)).deliveries).toMatchObject([
    { state: 'dead', reason: 'unsubscribed' },
    { state: 'dead', reason: 'markup' },
    { state: 'sent', reason: null },
  ])
  const dialogue = await chat.read(() => chat.installation.dialogues.find(client))
  expect(dialogue?.unsubscribed).toBe(1)
})
