import { chatLookSchema, getChatHistory, sendChatMessage } from '@voronka/api'
import { sessionFromJson } from '@voronka/flow/engine'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask, chatServer, listen, type ChatServer } from '../../test/chat-server.ts'
import { funnel, talk, type Talk } from '../../test/funnel.ts'
import { consoleActor } from '../http/actor.ts'

const shop = funnel(
  {
    1: {
      type: 'start',
      condition: 'menu',
      matchType: 'exact',
      text: 'What?',
      buttonKind: 'reply',
      buttons: [button(1, 'Tea'), button(2, 'Cake')],
    },
    2: { type: 'nonstate_cond', condition: 'vote_1', matchType: 'exact', text: 'Voted' },
    3: { type: 'nonstate_cond', text: 'heard #{question}' },
    4: { type: 'start', condition: 'secret', matchType: 'exact', text: 'burn after reading', keepInHistory: false },
    5: { type: 'start', condition: 'later', matchType: 'exact', text: 'wait' },
    6: { type: 'nonstate', text: 'now' },
    7: { type: 'start', condition: 'plan', matchType: 'exact', text: '#{client.plan} of #{name}' },
  },
  [[5, 6, { delay: { value: 1, unit: 'minutes' } }]],
)

function button(id: number, text: string) {
  return { id, text, action: 'text' as const, callback: '', url: '', line: id, indexInLine: 0, color: '' }
}

const anna = 'token-of-anna'
const boris = 'token-of-boris'

let chat: Talk
let server: ChatServer
beforeEach(async () => {
  chat = await talk(shop)
  server = await chatServer(chat)
})
afterEach(async () => {
  await server.close()
  await chat.installation.close()
})

let ids = 0
const say = (text: string, visitor = anna) => server.post({ visitor, id: `m${++ids}`, text })
const history = (query: string) => server.get(`/history?${query}`)
const texts = (body: unknown) => getChatHistory.output.parse(body).messages.map(({ text }) => text)

describe('a message', () => {
  it('is answered with the replies of its turn when asked to wait', async () => {
    const { status, body } = await say('menu')
    expect(status).toBe(200)
    expect(sendChatMessage.output.parse(body)).toEqual({
      replies: [
        {
          text: 'What?',
          block: 1,
          attachments: [],
          buttons: [
            { kind: 'reply', text: 'Tea', line: 1, indexInLine: 0 },
            { kind: 'reply', text: 'Cake', line: 2, indexInLine: 0 },
          ],
        },
      ],
    })
  })

  it('is accepted when it is on disk', async () => {
    const { status, body } = await server.post({ visitor: anna, id: 'a', text: 'hi' }, { wait: false })
    expect([status, body]).toEqual([202, { accepted: true }])
    expect(await chat.dialogue(anna)).toEqual([`${anna}: hi`, 'bot: heard hi'])
  })

  it('sent again gets the same answer and makes no second turn, also with another text and all at once', async () => {
    const first = await server.post({ visitor: anna, id: 'a', text: 'one' })
    const again = await Promise.all(['one', 'two', 'one'].map((text) => server.post({ visitor: anna, id: 'a', text })))
    expect(again.map(({ status, body }) => [status, body])).toEqual(again.map(() => [200, first.body]))
    expect((await server.post({ visitor: anna, id: 'a', text: 'one' }, { wait: false })).status).toBe(202)
    expect(await chat.dialogue(anna)).toHaveLength(2)
  })

  it('of two visitors with the same id are two messages', async () => {
    await Promise.all([anna, boris].map((visitor) => server.post({ visitor, id: 'a', text: visitor })))
    expect([await chat.dialogue(anna), await chat.dialogue(boris)].map((lines) => lines.length)).toEqual([2, 2])
  })

  it('may be a pressed button, a callback or files', async () => {
    const replies = async (said: object) => {
      const { body } = await server.post({ visitor: anna, id: `m${++ids}`, ...said })
      const answer = sendChatMessage.output.parse(body)
      return 'replies' in answer ? answer.replies.map(({ text }) => text) : []
    }
    expect(await replies({ button: 'Tea' })).toEqual(['heard Tea'])
    expect(await replies({ callback: 'vote_1' })).toEqual(['Voted'])
    expect(await replies({ attachments: ['https://a.example/cat.png'] })).toEqual(['heard attachment_message'])
  })

  it('may be that he came by a link: what waits for its tag answers, and nothing else', async () => {
    const arrive = (start: string, id: string) => server.post({ visitor: anna, id, start, tag: start })
    expect((await arrive('vote_1', 'a')).body).toMatchObject({ replies: [{ text: 'Voted' }] })
    expect((await arrive('vote_1', 'a')).body).toMatchObject({ replies: [{ text: 'Voted' }] })
    expect((await arrive('autumn', 'b')).body).toEqual({ replies: [] })
    expect(texts((await history(`visitor=${anna}`)).body)).toEqual(['Voted'])
  })

  it('of more than 16,000 characters is cut', async () => {
    const { status } = await say('x'.repeat(900_000))
    expect(status).toBe(200)
    expect((await chat.dialogue(anna))[0]).toBe(`${anna}: ${'x'.repeat(15_999)}…`)
  })

  it('may come from anybody whose token is a text without spaces', async () => {
    for (const visitor of ['7', 'anna', 'anna@example.org', 'user:1/ü', 'x'.repeat(200)]) {
      expect(await say('hello', visitor)).toMatchObject({ status: 200, body: { replies: [{ text: 'heard hello' }] } })
      expect((await history(`visitor=${encodeURIComponent(visitor)}`)).body).toMatchObject({ messages: [{ text: 'hello' }, {}] })
    }
  })

  it.each([
    ['no JSON', '{', 400, 'bad-json'],
    ['an array', [], 400, 'bad-request'],
    ['null', 'null', 400, 'bad-request'],
    ['no visitor', { id: 'a', text: 'x' }, 400, 'bad-request'],
    ['a visitor that names nobody', { visitor: '', id: 'a', text: 'x' }, 400, 'bad-request'],
    ['a visitor with spaces', { visitor: 'anna k', id: 'a', text: 'x' }, 400, 'bad-request'],
    ['half a character for a visitor', '{"visitor": "\\ud800", "id": "a", "text": "x"}', 400, 'bad-request'],
    ['a button without a caption', { visitor: anna, id: 'a', button: '' }, 400, 'bad-request'],
    ['more than 32 levels', `{"visitor": "${anna}", "id": "a", "text": "x", "z": ${'['.repeat(40)}${']'.repeat(40)}}`, 400, 'too-deep'],
    ['a number for a text', { visitor: anna, id: 'a', text: 7 }, 400, 'bad-request'],
    ['nothing said', { visitor: anna, id: 'a', text: '  ' }, 400, 'bad-request'],
    ['an attachment that is no address', { visitor: anna, id: 'a', attachments: ['javascript:alert(1)'] }, 400, 'bad-request'],
    ['more than a megabyte', { visitor: anna, id: 'a', text: 'x'.repeat(1_100_000) }, 413, 'too-large'],
  ])('with %s is refused', async (_name, body, status, code) => {
    const answer = await server.post(body)
    expect([answer.status, answer.body]).toEqual([status, { error: expect.objectContaining({ code, message: expect.any(String) }) }])
  })

  it('in another form than JSON is refused', async () => {
    const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'visitor=a' }
    expect(await ask(`${server.url}/messages`, form)).toMatchObject({ status: 415, body: { error: { code: 'wrong-content-type' } } })
    const packed = { method: 'POST', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, body: 'x' }
    expect(await ask(`${server.url}/messages`, packed)).toMatchObject({ status: 415 })
  })

  it('names of object members are ordinary ids and texts', async () => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      const answer = await server.post({ visitor: '__proto__', id, text: id })
      expect(answer.body).toMatchObject({ replies: [{ text: `heard ${id}` }] })
    }
  })
})

describe('a channel', () => {
  /** What each call of the web chat answers there. */
  const answers = async (channel = chat.channel) => {
    const at = server.url.replace(chat.channel, encodeURIComponent(channel))
    const body = JSON.stringify({ visitor: anna, id: 'a', text: 'x' })
    const sent = await ask(`${at}/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const read = await Promise.all(['history', 'events'].map((call) => ask(`${at}/${call}?visitor=${anna}`)))
    return [sent, ...read]
  }
  const refusals = (status: number, code: string) => Array(3).fill({ status, body: { error: { code } } })

  it.each(['nowhere', 'test-1', '__proto__', 'such as cannot be', 'x'.repeat(300)])(
    'that is not there, such as %j, is not found',
    async (key) => {
      expect(await answers(key)).toMatchObject(refusals(404, 'channel-not-found'))
    },
  )

  it('without a published funnel says so', async () => {
    await chat.installation.projects.remove(chat.project)
    expect(await answers()).toMatchObject(refusals(409, 'not-published'))
  })

  it('that is closed says so', async () => {
    await chat.installation.projects.updateChannel(chat.project, chat.channel, { enabled: false })
    expect(await answers()).toMatchObject(refusals(409, 'channel-closed'))
  })
})

describe('what a site says of its visitor', () => {
  const of = async (visitor: string) => {
    const { db, clients } = chat.installation
    const client = await db.transaction(() => clients.findByOutsideId(chat.channel, visitor))
    return sessionFromJson(client?.session ?? '', [])
  }
  const tell = (id: string, about: object, name?: string) => server.post({ visitor: anna, id, text: 'plan', about, name })

  it('is kept as far as the project lists it, and the funnel knows it already', async () => {
    const { chatLooks } = chat.installation
    await tell('a', { plan: 'gold', tg_username: 'mallory' })
    expect((await of(anna)).variables.client.size).toBe(0)
    await chatLooks.set(consoleActor, chat.project, chat.channel, chatLookSchema.parse({ told: ['plan', 'email', 'age', 'platform_id'] }))
    const about = { plan: 'gold', age: 30, email: 'Anna@Shop.example', discount: 90, platform_id: '1', __proto__: 'x' }
    const { body } = await tell('b', about, 'Anna')
    expect(sendChatMessage.output.parse(body)).toMatchObject({ replies: [{ text: 'gold of Anna' }] })
    const { client, variables } = await of(anna)
    expect([client.name, [...variables.client]]).toEqual([
      'Anna',
      [
        ['plan', 'gold'],
        ['email', 'Anna@Shop.example'],
        ['age', 30],
      ],
    ])
    await tell('c', { plan: '' }, 'Somebody else')
    expect([(await of(anna)).client.name, (await of(anna)).variables.client.has('plan')]).toEqual(['Anna', false])
  })

  it.each([[['plan']], [{ plan: { deep: 1 } }], [Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`v${at}`, 1]))]])(
    'is refused when it is no list of values: %j',
    async (about) => {
      expect((await server.post({ visitor: anna, id: 'a', text: 'hi', about })).status).toBe(400)
    },
  )
})

describe('the look', () => {
  const actor = consoleActor
  const look = () => server.get('/look')

  it('is the usual one until it is changed, and comes with the name of the chat', async () => {
    const { told: _, ...usual } = chatLookSchema.parse({})
    expect(await look()).toMatchObject({ status: 200, body: { ...usual, name: 'Funnel' } })
    const open = { color: '#aa0000', words: { ru: { title: 'Магазин' } }, sites: ['shop.example'] }
    const changed = chatLookSchema.parse({ ...open, told: ['plan'] })
    const { chatLooks, projects } = chat.installation
    await chatLooks.set(actor, chat.project, chat.channel, changed)
    await projects.updateChannel(chat.project, chat.channel, { name: 'Shop' })
    const { body } = await look()
    expect(body).toMatchObject({ ...open, words: { ru: { title: 'Магазин' } }, name: 'Shop' })
    expect(body).not.toHaveProperty('told')
    expect(await chatLooks.get(chat.project, chat.channel)).toEqual(changed)
  })

  it('of a channel that is not of this project is not there', async () => {
    const { chatLooks } = chat.installation
    for (const [project, channel] of [
      [chat.project + 1, chat.channel],
      [chat.project, `test-${chat.project}`],
      [chat.project, 'nowhere'],
    ] as const) {
      await expect(chatLooks.get(project, channel)).rejects.toMatchObject({ code: 'channel-not-found' })
      await expect(chatLooks.set(actor, project, channel, chatLookSchema.parse({}))).rejects.toMatchObject({ code: 'channel-not-found' })
    }
  })

  it('and the script for sites are refused where nobody can talk', async () => {
    await chat.installation.projects.updateChannel(chat.project, chat.channel, { enabled: false })
    for (const path of ['/look', '/embed.js'])
      expect(await server.get(path)).toMatchObject({ status: 409, body: { error: { code: 'channel-closed' } } })
  })
})

describe('the history', () => {
  it('is empty for somebody new', async () => {
    expect(await history(`visitor=${anna}`)).toMatchObject({ status: 200, body: { title: 'Funnel', messages: [], keyboard: [] } })
  })

  it('has what this visitor and the bot said, and the keyboard that is open', async () => {
    await say('hi')
    await say('menu')
    await say('other', boris)
    const { body } = await history(`visitor=${anna}`)
    expect(texts(body)).toEqual(['hi', 'heard hi', 'menu', 'What?'])
    expect(body).toMatchObject({ keyboard: [{ text: 'Tea' }, { text: 'Cake' }] })
    await say('Tea')
    expect((await history(`visitor=${anna}`)).body).toMatchObject({ keyboard: [] })
  })

  it('leaves out events that the client does not see', async () => {
    await server.post({ visitor: anna, id: 'c', callback: 'vote_1' })
    expect(texts((await history(`visitor=${anna}`)).body)).toEqual(['Voted'])
  })

  it('leaves out messages that are not to be kept, except for a page that comes back after a moment', async () => {
    await say('hi')
    await say('secret')
    expect(texts((await history(`visitor=${anna}`)).body)).toEqual(['hi', 'heard hi', 'secret'])
    expect(texts((await history(`visitor=${anna}&after=2`)).body)).toEqual(['secret', 'burn after reading'])
  })

  it('is told to nobody without a token', async () => {
    expect([(await history('')).status, (await history('visitor=')).status, (await history(`visitor=${anna}&after=x`)).status]).toEqual([
      400, 400, 400,
    ])
  })
})

describe('the stream', () => {
  const open = (query = '', last?: string) => listen(`${server.url}/events?visitor=${anna}${query}`, last)
  const told = (events: readonly { id: string; data: unknown }[]) =>
    events.map(({ id, data }) => `${id} ${JSON.stringify(data).match(/"text":"([^"]*)"/)?.[1]}`)

  it('tells messages as they come, to every open page of the visitor and to nobody else', async () => {
    const [one, two, other] = [await open(), await open(), await listen(`${server.url}/events?visitor=${boris}`)]
    await say('hi')
    expect(told(await one.next(2))).toEqual(['1 hi', '2 heard hi'])
    expect(told(await two.next(2))).toEqual(['1 hi', '2 heard hi'])
    await say('for boris', boris)
    expect(told(await other.next(2))).toEqual(['3 for boris', '4 heard for boris'])
    expect(one.events).toHaveLength(2)
    await Promise.all([one, two, other].map((stream) => stream.close()))
  })

  it('goes on after the number that its reader names', async () => {
    for (const text of ['a', 'b', 'c']) await say(text)
    const stream = await open('', '3')
    expect(told(await stream.next(3))).toEqual(['4 heard b', '5 c', '6 heard c'])
    await stream.close()
    const later = await open('&after=5')
    expect(told(await later.next(1))).toEqual(['6 heard c'])
    await later.close()
  })

  it('misses nothing that came between the history and its opening', async () => {
    await say('before')
    await history(`visitor=${anna}`)
    await say('between')
    const stream = await open()
    await say('after')
    expect(told(await stream.next(6)).slice(2)).toEqual(['3 between', '4 heard between', '5 after', '6 heard after'])
    await stream.close()
  })

  it('does not begin with the past', async () => {
    await say('long ago')
    await chat.advance(120_000)
    const stream = await open()
    await say('now')
    expect(told(await stream.next(2))).toEqual(['3 now', '4 heard now'])
    await stream.close()
  })

  it('tells what timers say', async () => {
    await say('later')
    const stream = await open('&after=2')
    await chat.advance(60_000)
    expect(told(await stream.next(1))).toEqual(['3 now'])
    await stream.close()
  })

  it('is refused where there is nothing to hear', async () => {
    expect((await server.get('/events')).status).toBe(400)
    expect((await ask(server.url.replace(chat.channel, 'nowhere').concat(`/events?visitor=${anna}`))).status).toBe(404)
  })
})
