import { describe, expect, it, inject } from 'vitest'
import { funnel } from '../funnel.ts'
import { serve } from './serve.ts'

const shop = funnel(
  {
    1: {
      type: 'start',
      condition: 'hi',
      text: 'How many?',
      buttons: [{ id: 1, text: 'Two', action: 'text', callback: '', url: '', line: 0, indexInLine: 0, color: '' }],
    },
    2: { text: 'That is #{total}.', calculator: 'total = qty * 3\nclient.last = total\nproject.sold = total' },
    3: { type: 'nonstate', text: 'Still there?' },
  },
  [
    [1, 2, { collectsData: true, variable: 'qty' }],
    [2, 3, { delay: { value: 10, unit: 'minutes' } }],
    [3, 3, { delay: { value: 10, unit: 'minutes' } }],
  ],
  { variables: [{ name: 'sold', value: '0' }] },
)

async function chat(file: unknown = shop, options: Parameters<typeof serve>[1] = {}) {
  const server = await serve({}, options)
  const { id } = (await server.call('POST', '/api/projects', { file })).body
  const path = `/api/projects/${id}/test-chat`
  const post = async (address: string, body?: unknown) => (await server.call('POST', `${path}/${address}`, body)).body
  return {
    server,
    project: `/api/projects/${id}`,
    path,
    post,
    say: (text: string, person = 1) => post(`${person}/events`, { kind: 'text', text }),
    clock: (move: unknown, person = 1) => post(`${person}/clock`, move),
    state: async (person = 1) => (await server.call('GET', `${path}/${person}`)).body,
  }
}

const texts = ({ messages }: { messages: { from: string; text: string }[] }) => messages.map(({ from, text }) => `${from}: ${text}`)
const said = (state: { messages: { from: string; text: string; at: string }[] }) =>
  state.messages.filter(({ from }) => from === 'bot').map(({ text, at }) => `${at.slice(0, 16)} ${text}`)

/** Hundreds of turns show nothing else on PostgreSQL, and take minutes there. */
const manyTurns = inject('database') !== 'postgres'

describe('talking', () => {
  it('runs the draft as it is now, published or not', async () => {
    const { server, project, say } = await chat()
    expect(texts(await say('hi'))).toEqual(['client: hi', 'bot: How many?'])
    const edits = [{ type: 'patch-block', number: 2, fields: { text: 'Sum: #{total}' } }]
    await server.call('POST', `${project}/draft/edits`, { revision: 0, editor: 'e', edits })
    expect(texts(await say('4')).at(-1)).toBe('bot: Sum: 12')
  })

  it('shows where the person stands, the variables, and what each turn changed and why', async () => {
    const { say } = await chat()
    await say('hi')
    const state = await say('4')
    expect(state).toMatchObject({ position: 2, variables: { order: { qty: '4', total: 12 }, client: { last: 12 }, project: { sold: 12 } } })
    const [latest] = [...state.turns].sort((a, b) => b.id - a.id)
    expect(latest.changed).toEqual(
      expect.arrayContaining([
        { scope: 'order', name: 'total', before: null, after: 12 },
        { scope: 'project', name: 'sold', before: expect.anything(), after: 12 },
      ]),
    )
    expect(latest.trace.entries).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: 'collected', arrow: 1, variable: 'qty', value: '4' })]),
    )
    expect(state.messages.at(-1)).toMatchObject({ block: 2, turn: latest.id })
  })

  it('presses buttons, sends callbacks and attachments, and starts in the middle', async () => {
    const { say, post } = await chat()
    await say('hi')
    expect(texts(await post('1/events', { kind: 'button', text: '2' })).slice(-2)).toEqual(['client: 2', 'bot: That is 6.'])
    expect((await post('1/events', { kind: 'send-block', block: 1 })).position).toBe(1)
    const attached = await post('1/events', { kind: 'attachment', urls: ['https://example.com/a.png'], caption: 'Look' })
    expect(attached.messages.findLast(({ from }: { from: string }) => from === 'client').attachments).toMatchObject([
      { url: 'https://example.com/a.png' },
    ])
    expect((await post('1/events', { kind: 'callback', text: 'anything', pressed: true })).error).toBeUndefined()
    expect((await post('1/events', { kind: 'unsubscribed' })).client.unsubscribed).toBe(true)
  })

  it('begins again from nothing', async () => {
    const { say, post, clock } = await chat()
    await say('hi')
    await say('4')
    await clock({ move: 'by', milliseconds: 1000 })
    expect(await post('1/restart')).toMatchObject({
      messages: [],
      turns: [],
      pending: [],
      position: null,
      variables: { order: {}, client: {} },
      clock: { offset: 0 },
    })
    expect(texts(await say('hi'))).toEqual(['client: hi', 'bot: How many?'])
  })

  it('keeps its people apart, and from the clients of the published funnel', async () => {
    const { server, project, say, state, path } = await chat()
    await say('hi')
    await say('4')
    const second = (await server.call('POST', path)).body
    expect(second).toMatchObject({ person: 2, people: 2, messages: [] })
    await say('hi', 2)
    expect((await state(1)).messages).toHaveLength(4)
    expect((await server.call('GET', `${project}/variables`)).body.variables).toEqual([{ name: 'sold', value: '0' }])
    expect((await server.call('GET', `${path}/21`)).status).toBe(409)
  })

  it('sets variables of every kind, with any name', async () => {
    const { server, path, say, state } = await chat()
    await say('hi')
    for (const scope of ['order', 'client', 'project']) {
      await server.call('PUT', `${path}/1/variables`, { scope, name: '__proto__', value: 'x' })
      await server.call('PUT', `${path}/1/variables`, { scope, name: 'qty', value: '7' })
    }
    const { variables } = await state()
    for (const scope of ['order', 'client', 'project']) {
      expect(Object.entries(variables[scope])).toEqual(
        expect.arrayContaining([
          ['__proto__', 'x'],
          ['qty', expect.anything()],
        ]),
      )
    }
    await server.call('PUT', `${path}/1/variables`, { scope: 'order', name: 'qty', value: '' })
    expect((await state()).variables.order).not.toHaveProperty('qty')
  })
})

describe('what is planned', () => {
  const planned = async () => {
    const talk = await chat()
    await talk.say('hi')
    const state = await talk.say('4')
    return { ...talk, entry: state.pending[0] }
  }

  it('is listed with its moment', async () => {
    const { entry } = await planned()
    expect(entry).toMatchObject({ arrow: 2, from: 2, to: 3, plannedAt: '2026-03-10T11:00:00.000Z', due: '2026-03-10T11:10:00.000Z' })
  })

  it('can be run now', async () => {
    const { post, entry } = await planned()
    expect(texts(await post(`1/pending/${entry.id}/run`)).at(-1)).toBe('bot: Still there?')
    expect((await post(`1/pending/${entry.id}/run`)).error.code).toBe('pending-not-found')
  })

  it('can be cancelled', async () => {
    const { server, path, entry, clock } = await planned()
    const { body } = await server.call('DELETE', `${path}/1/pending/${entry.id}`)
    expect(body.pending).toEqual([])
    expect(texts(await clock({ move: 'by', milliseconds: 3_600_000 })).at(-1)).toBe('bot: That is 12.')
  })

  it('fires by itself when its moment comes', async () => {
    const { server, state } = await planned()
    await server.advance(10 * 60_000 - 1)
    expect((await state()).messages).toHaveLength(4)
    await server.advance(1)
    expect(said(await state()).at(-1)).toBe('2026-03-10T11:10 Still there?')
  })
})

describe('the clock', () => {
  it('fires on its way everything in order, each at its own moment', async () => {
    const { say, clock } = await chat()
    await say('hi')
    await say('4')
    const state = await clock({ move: 'by', milliseconds: 35 * 60_000 })
    expect(said(state).slice(2)).toEqual([
      '2026-03-10T11:10 Still there?',
      '2026-03-10T11:20 Still there?',
      '2026-03-10T11:30 Still there?',
    ])
    expect(state.clock).toMatchObject({ now: '2026-03-10T11:35:00.000Z', offset: 35 * 60_000 })
    expect(state.pending).toMatchObject([{ due: '2026-03-10T11:40:00.000Z' }])
  })

  it('goes to the next planned entry, however far', async () => {
    const file = funnel({ 1: { type: 'start', condition: 'hi' }, 2: { text: 'A year later' } }, [
      [1, 2, { delay: { value: 365, unit: 'days' } }],
    ])
    const { say, clock } = await chat(file)
    await say('hi')
    const state = await clock({ move: 'next-timer' })
    expect(said(state)).toEqual(['2027-03-10T11:00 A year later'])
    expect(await clock({ move: 'next-timer' })).toMatchObject({ clock: { now: '2027-03-10T11:00:00.000Z' } })
  })

  it('goes forward only; "reset" takes it back to now, and nothing fires by that', async () => {
    const { say, clock } = await chat()
    await say('hi')
    await say('4')
    await clock({ move: 'by', milliseconds: 60_000 })
    expect((await clock({ move: 'to', moment: '2026-03-10T11:00:30Z' })).error.code).toBe('clock-backwards')
    const state = await clock({ move: 'reset' })
    expect(state.clock).toMatchObject({ now: '2026-03-10T11:00:00.000Z', offset: 0 })
    expect(said(state)).toHaveLength(2)
    expect(state.pending).toHaveLength(1)
  })

  it('moves one person only', async () => {
    const { say, clock, state } = await chat()
    await say('hi')
    await say('hi', 2)
    await clock({ move: 'by', milliseconds: 60_000 })
    expect((await state(2)).clock.offset).toBe(0)
  })

  it('keeps wall-clock times over a change to summer time', async () => {
    const file = funnel(
      { 1: { type: 'start', condition: 'hi' }, 2: { text: 'Good morning' }, 3: { text: 'One day' } },
      [
        [1, 2, { date: '29.03.2026', time: '09:00', cancelTimers: false }],
        [1, 3, { delay: { value: 24, unit: 'hours' }, cancelTimers: false }],
      ],
      { timezone: 'Europe/Berlin' },
    )
    // In the night to the 29th the clocks of Berlin go from 02:00 to 03:00.
    const { say, clock } = await chat(file, { now: '2026-03-28T11:00:00Z' })
    await say('hi')
    const state = await clock({ move: 'to', moment: '2026-03-29T23:00:00+02:00' })
    expect(said(state)).toEqual(['2026-03-29T07:00 Good morning', '2026-03-29T11:00 One day'])
    expect(state.clock).toMatchObject({ now: '2026-03-29T21:00:00.000Z', zone: 'Europe/Berlin' })
  })

  it('goes on from where it is while real time passes', async () => {
    const { server, say, clock, state } = await chat()
    await say('hi')
    await say('4')
    await clock({ move: 'by', milliseconds: 5 * 60_000 })
    await server.advance(5 * 60_000)
    expect(said(await state()).at(-1)).toBe('2026-03-10T11:10 Still there?')
    expect((await state()).clock.now).toBe('2026-03-10T11:10:00.000Z')
  })

  it.runIf(manyTurns)(
    'ends in an endless chain of timers too',
    async () => {
      const file = funnel({ 1: { type: 'start', condition: 'hi' }, 2: { type: 'nonstate', text: '.' } }, [
        [1, 2, { delay: { value: 1, unit: 'seconds' } }],
        [2, 2, { delay: { value: 1, unit: 'seconds' } }],
      ])
      const { say, clock } = await chat(file)
      await say('hi')
      const state = await clock({ move: 'by', milliseconds: 10 * 366 * 86_400_000 })
      expect(state.messages.length).toBeLessThanOrEqual(500)
      expect(state.turns.length).toBeLessThanOrEqual(100)
    },
    180_000,
  )
})
