import { expect, it } from 'vitest'
import { funnel } from '../funnel.ts'
import { openStream } from './events.ts'
import { publicServer } from '../public-api/public-server.ts'

const shop = funnel({ 1: { type: 'nonstate_cond', condition: 'hello', text: 'Hi' } })

it('tells the second who changes a name, a phone or an e-mail that he saw otherwise; of two at once one is told', async () => {
  const server = await publicServer(shop)
  const path = `/api/projects/${server.project}/clients/${await server.visitor('anna')}`
  const change = async (body: object) => {
    const answer = await server.call('PATCH', path, body)
    return answer.status === 200 ? answer.body.name : answer.body.error
  }
  expect(await change({ name: 'Anna', was: { name: 'anna' } })).toBe('Anna')
  expect(await change({ name: 'Ann', was: { name: 'anna' } })).toMatchObject({
    code: 'client-changed',
    details: { conflicts: [{ field: 'name', now: 'Anna' }] },
  })
  // Another field is his to change, and what stands there already is nobody's loss.
  expect(await change({ phone: '+7 900 000-00-01', was: { phone: '' } })).toBe('Anna')
  expect(await change({ phone: '89000000001', was: { phone: '' } })).toBe('Anna')
  expect(await change({ email: 'b@example.com', phone: '', was: { phone: '', email: '' } })).toMatchObject({
    details: { conflicts: [{ field: 'phone', now: '79000000001' }] },
  })
  const both = await Promise.all(['One', 'Two'].map((name) => change({ name, was: { name: 'Anna' } })))
  const kept = both.filter((each) => typeof each === 'string')
  expect(kept).toHaveLength(1)
  expect((await server.call('GET', path)).body).toMatchObject({ name: kept[0], email: '', phone: '79000000001' })
})

it('tells colleagues who is writing to a client; of nobody whom the caller does not see', async () => {
  const server = await publicServer(shop)
  const client = await server.visitor('anna')
  const path = `/api/projects/${server.project}`
  const stream = await openStream(`${server.url}${path}/live`, server.headers)
  expect((await server.call('POST', `${path}/clients/${client}/writing`)).body).toEqual({ ok: true })
  let event = await stream.next()
  while (event.type !== 'writing') event = await stream.next()
  expect(event).toMatchObject({ client, name: expect.stringMatching(/./) })
  expect((await server.call('POST', `${path}/clients/${client + 1}/writing`)).status).toBe(404)
  stream.close()
})

it('says once what is sent several times at once under one key, and answers each alike', async () => {
  const server = await publicServer(shop)
  const client = await server.visitor('anna')
  const path = `/api/projects/${server.project}/clients/${client}/messages`
  const answers = await Promise.all([1, 2, 3].map(() => server.call('POST', path, { key: 'twice-pressed', text: 'Good day' })))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set(answers.map(({ body }) => body.message.id)).size).toBe(1)
  expect((await server.dialogue(client)).filter((each) => each.endsWith('Good day'))).toHaveLength(1)
})

it('sends a failed message once more as it was, once however often it is asked; what did not fail is refused', async () => {
  const server = await publicServer(shop)
  const client = await server.visitor('anna')
  const { messages, db } = server.installation
  const extra = {
    format: 'markdown',
    failed: 'Bad Request',
    buttons: [{ kind: 'inline', text: 'Yes', line: 0, indexInLine: 0, callback: 'y' }],
    attachments: [{ kind: 'file', url: 'https://files.example/a.pdf', name: 'a.pdf' }],
  } as const
  const lost = await db.transaction(() =>
    messages.add({ client, turn: null, author: 'bot', text: '*Price* #{client_id}', extra, block: null, at: 0 }),
  )
  const path = (message: number) => `/api/projects/${server.project}/clients/${client}/messages/${message}/resend`
  const answers = await Promise.all([1, 2, 3].map(() => server.call('POST', path(lost.id))))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const { body } = await server.call('POST', path(lost.id))
  const { failed: _, ...parts } = extra
  expect(body.message).toMatchObject({ ...parts, text: '*Price* #{client_id}', from: 'operator', failed: false, resent: false })
  const said = await server.dialogue(client)
  expect(said.filter((each) => each.endsWith('*Price* #{client_id}'))).toHaveLength(2)
  const all = await server.call('GET', `/api/projects/${server.project}/clients/${client}/messages`)
  expect(all.body.messages.find(({ id }: { id: number }) => id === lost.id)).toMatchObject({ failed: true, resent: true })
  expect((await server.call('POST', path(body.message.id))).body.error.code).toBe('message-not-failed')
  expect((await server.call('POST', path(999_999))).body.error.code).toBe('message-not-found')
})

it('answers one message and quotes it as it is read: here, in the web chat, planned and sent again; only what the client knows can be answered', async () => {
  const server = await publicServer(shop)
  const client = await server.visitor('anna')
  const { messages, db } = server.installation
  const path = `/api/projects/${server.project}/clients/${client}`
  const said = await db.transaction(() =>
    messages.add({
      client,
      turn: null,
      author: 'bot',
      text: `*Price* ${'🎂'.repeat(400)}`,
      extra: { format: 'markdown' },
      block: null,
      at: 0,
    }),
  )
  const answer = (answers: number, more = {}) =>
    server.call('POST', `${path}/messages`, { key: `to-${answers}`, text: 'Yes', answers, ...more })
  const { body } = await answer(said.id)
  const answers = { message: said.id, from: 'bot', text: `Price ${'🎂'.repeat(293)}…` }
  expect(body.message).toMatchObject({ text: 'Yes', from: 'operator', answers })
  const channels = await server.call('GET', `/api/projects/${server.project}/channels`)
  const chat = await server.as('nobody').call('GET', `${channels.body.channels[0].path}/history?visitor=visitor-anna0000`)
  expect(chat.body.messages.at(-1)).toMatchObject({ text: 'Yes', answers })

  const failed = await db.transaction(() =>
    messages.add({
      client,
      turn: null,
      author: 'bot',
      text: 'Lost',
      extra: { failed: 'Gone', answers: { ...answers, from: 'bot' } },
      block: null,
      at: 0,
    }),
  )
  expect((await server.call('POST', `${path}/messages/${failed.id}/resend`)).body.message).toMatchObject({ text: 'Lost', answers })

  const at = new Date(server.clock.now() + 60_000).toISOString()
  const picture = { attachments: [{ kind: 'file', url: 'https://files.example/a.pdf', name: 'a.pdf' }] } as const
  const file = await db.transaction(() =>
    messages.add({ client, turn: null, author: 'client', text: '', extra: picture, block: null, at: 0 }),
  )
  expect((await answer(file.id, { at })).body.planned.text).toBe('Yes')
  await server.advance(60_000)
  const all = await server.call('GET', `${path}/messages`)
  expect(all.body.messages.at(-1)).toMatchObject({ text: 'Yes', answers: { message: file.id, from: 'client', text: 'a.pdf' } })

  const note = await server.call('POST', `${path}/comments`, { text: 'Between us' })
  for (const unknown of [note.body.id, 999_999]) expect((await answer(unknown)).body.error.code).toBe('message-not-found')
})
