import type { LiveEvent } from '@voronka/api'
import { describe, expect, it } from 'vitest'
import { openStream } from '../events.ts'
import { serve } from '../serve.ts'
import { createCast, type Cast } from './cast.ts'
import type { Needs } from './table.ts'

const version = { number: 1, note: '', author: '', publishedAt: '2026-03-10T11:00:00.000Z', blocks: 0, arrows: 0 }
const needs = (section: Extract<Needs, { who: 'role' }>['section']): Needs => ({
  who: 'role',
  section,
  level: 'view',
  right: undefined,
  personOnly: false,
})

/** Every event, and the section that one has to see to hear it; `member`: every member of the project does. Written by hand, not taken from the code. */
const table: Readonly<{
  [T in LiveEvent['type']]: readonly [section: Parameters<typeof needs>[0] | 'member', event: Omit<Extract<LiveEvent, { type: T }>, 'type'>]
}> = {
  hello: ['member', { revision: 0 }],
  'draft-edited': ['funnel', { revision: 1, editor: 'a', edits: [] }],
  'draft-replaced': ['funnel', { revision: 2, editor: 'a' }],
  published: ['funnel', { version }],
  'test-chat-changed': ['funnel', { person: 1, turn: null }],
  'project-changed': ['member', {}],
  'members-changed': ['employees', {}],
  'access-changed': ['member', {}],
  'dialogue-changed': ['clients', { client: 1, message: null }],
  'client-deleted': ['clients', { client: 1 }],
  writing: ['clients', { client: 1, account: 1, name: 'Ann' }],
  'operators-changed': ['member', {}],
  notification: ['member', { id: 1, accounts: null }],
  'task-changed': ['tasks', { task: 1, client: null }],
  'task-columns-changed': ['tasks', {}],
  'lists-changed': ['clients', {}],
  'labels-changed': ['clients', {}],
  'outbox-changed': ['settings', {}],
  'broadcast-changed': ['broadcasts', { broadcast: 1 }],
  'order-changed': ['orders', { order: 1, client: 1, revision: 1, from: null, to: null, budget: { before: null, after: null } }],
  'orders-changed': ['orders', { orders: [1] }],
  'pipelines-changed': ['orders', {}],
  'booking-changed': ['booking', { branch: 1, order: 1, days: ['2026-03-10'] }],
  'booking-setup-changed': ['booking', { branch: null }],
  'calls-changed': ['calls', { call: null }],
  'leads-changed': ['leads', { lead: null }],
}
const rows = (Object.keys(table) as LiveEvent['type'][]).map((type) => ({
  type,
  section: table[type][0],
  event: { type, ...table[type][1] } as LiveEvent,
}))
/** Each stream begins with it, or it reaches only whom it concerns. */
const ofTheStream = ['hello', 'access-changed']
const told = rows.filter(({ type }) => !ofTheStream.includes(type))
const typesFor = (may: (section: string) => boolean) =>
  told
    .filter(({ section }) => section === 'member' || may(section))
    .map(({ type }) => type)
    .sort()

describe('live events', () => {
  const start = async () => {
    const server = await serve({ logLevel: 'error' })
    const cast = await createCast(server)
    const open = (headers: Record<string, string>) => openStream(`${server.url}/api/projects/${cast.project}/live`, headers)
    return { server, cast, open }
  }

  /** What a stream hears of all events; the last one reaches every member. */
  async function heard({ server, cast, open }: Awaited<ReturnType<typeof start>>, caller: Parameters<Cast['headers']>[0]) {
    const stream = await open(cast.headers(caller))
    await stream.next()
    for (const { event } of told) server.installation.live.publish(cast.project, event)
    server.installation.live.publish(cast.project, { type: 'notification', id: 999, accounts: null })
    const types: string[] = []
    for (;;) {
      const event = await stream.next()
      if (event.type === 'notification' && event.id === 999) break
      types.push(event.type)
    }
    stream.close()
    return types.sort()
  }

  it('reach each role as far as it sees the section they are about', async () => {
    const all = await start()
    const work = ['clients', 'orders', 'tasks', 'broadcasts', 'booking', 'leads', 'calls']
    expect(await heard(all, 'owner')).toEqual(typesFor(() => true))
    expect(await heard(all, 'administrator')).toEqual(typesFor(() => true))
    expect(await heard(all, 'editor')).toEqual(typesFor((section) => ['funnel', ...work].includes(section)))
    expect(await heard(all, 'operator')).toEqual(typesFor((section) => work.includes(section)))
  })

  it('reach a role and a key that see one section, and those that see all but that', async () => {
    const all = await start()
    for (const section of ['funnel', 'clients', 'orders', 'tasks', 'broadcasts', 'booking', 'leads', 'employees'] as const) {
      await all.cast.dress(needs(section))
      const [only, butThat] = [typesFor((each) => each === section), typesFor((each) => each !== section)]
      expect(await heard(all, 'roleExactly'), section).toEqual(only)
      expect(await heard(all, 'keyExactly'), section).toEqual(only)
      expect(await heard(all, 'roleButThat'), section).toEqual(butThat)
      expect(await heard(all, 'keyButThat'), section).toEqual(butThat)
    }
  })

  it('end at once for whom the project ends, and change with the role', async () => {
    const { server, cast, open } = await start()
    await cast.dress(needs('tasks'))
    const streams = await Promise.all((['roleExactly', 'editor', 'operator'] as const).map((caller) => open(cast.headers(caller))))
    const [custom, editor, operator] = streams
    for (const stream of streams) await stream.next()
    await cast.dress(needs('orders'))
    expect(await custom?.next()).toEqual({ type: 'access-changed' })
    server.installation.live.publish(cast.project, { type: 'task-changed', task: 1, client: null })
    server.installation.live.publish(cast.project, { type: 'pipelines-changed' })
    expect(await custom?.next()).toEqual({ type: 'pipelines-changed' })

    const owner = server.as(cast.headers('owner'))
    const { members } = (await owner.call('GET', `/api/projects/${cast.project}/members`)).body
    const account = members.find(({ role }: { role: { id: string } }) => role.id === 'editor').account
    await owner.call('DELETE', `/api/projects/${cast.project}/members/${account}`)
    await editor?.ended()
    await server.as(cast.headers('operator')).call('DELETE', '/api/me/sessions')
    await operator?.ended()
    custom?.close()
  })
})
