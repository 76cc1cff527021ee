/**
 * What every channel promises, our web chat too, and what every messenger of somebody else promises besides (reliability-promises, sections 1, 2 and 5), held
 * against each by a server of its kind over real HTTP.
 */
import { getChatHistory } from '@voronka/api'
import type { Project } from '@voronka/flow'
import { describe, expect, it, onTestFinished } from 'vitest'
import { anna, pressed, written, type BotReply } from '../../test/bot-api-server.ts'
import { chatServer } from '../../test/chat-server.ts'
import { echo, funnel, talk } from '../../test/funnel.ts'
import { openSqlite } from '../db/sqlite.ts'
import { telegramTalk } from '../../test/telegram.ts'

/** Somebody who talks to a funnel, whichever channel it is by. */
interface Visit {
  /** The same `id` is the same message, sent again. */
  say(text: string, id: string): Promise<number>
  press(button: Shown): Promise<unknown>
  /** What he is shown of the bot, oldest first. */
  shown(): Promise<readonly { readonly text: unknown; readonly buttons: readonly Shown[] }[]>
}

interface Shown {
  readonly text: string
  readonly callback?: string | undefined
}

interface InlineMarkup {
  readonly inline_keyboard: readonly (readonly { readonly text: string; readonly callback_data: string }[])[]
}

async function byTelegram(document: Project): Promise<Visit> {
  const chat = await telegramTalk(document)
  const told = new Map<string, unknown>()
  const messageOf = (text: string, id: string) => told.get(id) ?? told.set(id, written({ text })).get(id)
  const markups = () => chat.bot.sent().map(({ params }) => params['reply_markup'] as InlineMarkup | undefined)
  return {
    say: (text, id) => chat.post(messageOf(text, id)),
    press: ({ text, callback = text }) => chat.post(pressed(callback, markups().at(-1))),
    async shown() {
      await chat.advance(60_000)
      return chat.bot.sent().map(({ params }, at) => ({
        text: params['text'],
        buttons: (markups()[at]?.inline_keyboard ?? []).flatMap((row) =>
          row.map(({ text, callback_data: data }) => ({ text, ...(data !== text && { callback: data }) })),
        ),
      }))
    },
  }
}

async function byWebChat(document: Project): Promise<Visit> {
  const chat = await talk(document)
  const server = await chatServer(chat)
  onTestFinished(async () => {
    await server.close()
    await chat.installation.close()
  })
  let presses = 0
  return {
    say: async (text, id) => (await server.post({ visitor: 'anna', id, text })).status,
    press: ({ text, callback }) =>
      server.post({ visitor: 'anna', id: `press-${++presses}`, ...(callback === undefined ? { button: text } : { callback }) }),
    async shown() {
      const { messages } = getChatHistory.output.parse((await server.get('/history?visitor=anna')).body)
      return messages
        .filter(({ from }) => from === 'bot')
        .map(({ text, buttons }) => ({
          text,
          buttons: buttons.map((each) => ({ text: each.text, ...(each.callback && { callback: each.callback }) })),
        }))
    },
  }
}

const voting = funnel({
  1: { type: 'nonstate_cond', text: '#{question}' },
  2: {
    type: 'start',
    condition: 'menu',
    matchType: 'exact',
    text: 'Well?',
    buttonCode: '[{"type":"inline","text":"Yes","callback":"vote_yes"},{"type":"inline","text":"No","line":1}]',
  },
})

describe.each([
  ['Telegram', byTelegram],
  ['the web chat', byWebChat],
])('%s', (_, visit) => {
  it('hears what comes again once, and keeps the order of what is written and said', async () => {
    const anna = await visit(voting)
    expect(await Promise.all(['a', 'a', 'a'].map((id) => anna.say('one', id)))).toEqual([200, 200, 200])
    for (const text of ['two', 'three']) await anna.say(text, text)
    await anna.say('one', 'a')
    expect((await anna.shown()).map(({ text }) => text)).toEqual(['one', 'two', 'three'])
  })

  it('shows text and buttons as they are meant, and hears a press as its callback, else as its caption', async () => {
    const anna = await visit(voting)
    await anna.say('menu', 'a')
    const [said] = await anna.shown()
    expect(said).toEqual({ text: 'Well?', buttons: [{ text: 'Yes', callback: 'vote_yes' }, { text: 'No' }] })
    for (const button of said?.buttons ?? []) await anna.press(button)
    expect((await anna.shown()).slice(1).map(({ text }) => text)).toEqual(['vote_yes', 'No'])
  })
})

const by = { kind: 'console', account: null, email: '', name: '', address: '', key: null } as never
const texts = (chat: Awaited<ReturnType<typeof telegramTalk>>) => chat.bot.sent().map(({ params }) => params['text'])
const refusal = (status: number, description: string, parameters?: object): BotReply => ({
  status,
  answer: { ok: false, error_code: status, description, ...(parameters && { parameters }) },
})

it('order is kept, and one person is written to once a second', async () => {
  const chat = await telegramTalk(echo)
  for (const text of ['1', '2', '3']) await chat.post(written({ text }))
  await chat.advance(0)
  expect(texts(chat)).toEqual(['1'])
  await chat.advance(1000)
  expect(texts(chat)).toEqual(['1', '2'])
  await chat.advance(1000)
  expect(texts(chat)).toEqual(['1', '2', '3'])
})

it('all together are written to no faster than thirty times a second', async () => {
  const chat = await telegramTalk(echo)
  await Promise.all(Array.from({ length: 40 }, (_, at) => chat.post(written({ text: 'hi' }, { ...anna, id: 1000 + at }))))
  await chat.advance(0)
  expect(texts(chat)).toHaveLength(30)
  await chat.advance(1000)
  expect(texts(chat)).toHaveLength(40)
})

it('a refused message is marked with the reason of the messenger, what follows it goes on, and by hand it is sent again', async () => {
  const chat = await telegramTalk(echo)
  let isStrict = true
  chat.bot.answers(({ params }) => (isStrict && params['text'] === 'bad' ? refusal(400, "Bad Request: can't parse entities") : undefined))
  for (const text of ['bad', 'good']) await chat.post(written({ text }))
  await chat.advance(5000)
  expect(texts(chat)).toEqual(['bad', 'good'])
  const client = await chat.numberOf(anna.id)
  const failed = () =>
    chat.read(function* () {
      return (yield* chat.installation.messages.latest(client, 10)).flatMap(({ extra }) => extra.failed ?? [])
    })
  expect(await failed()).toEqual(["Bad Request: can't parse entities"])
  const { deliveries } = await chat.installation.outboxWork.list(chat.project, { state: 'dead' })
  expect(deliveries).toMatchObject([{ target: 'shop_bot', reason: "Bad Request: can't parse entities", attempts: 1 }])
  isStrict = false
  await chat.installation.outboxWork.resend(chat.project, deliveries[0]?.id ?? 0)
  await chat.advance(2000)
  expect(texts(chat)).toEqual(['bad', 'good', 'bad'])
  expect(await failed()).toEqual([])
})

it('a messenger that does not answer delays only what is for that person: others there, and the web chat, go on', async () => {
  const chat = await telegramTalk(echo)
  chat.bot.answers(({ params }) => (params['text'] === 'slow' ? 'later' : undefined))
  const posted = chat.post(written({ text: 'slow' }))
  await chat.bot.came('sendMessage', 1)
  const other = chat.post(written({ text: 'quick' }, { ...anna, id: 778 }))
  await chat.bot.came('sendMessage', 2)
  expect(texts(chat)).toEqual(['slow', 'quick'])
  expect(await chat.say('visitor', 'hello')).toEqual(['hello'])
  chat.bot.release()
  await Promise.all([posted, other])
  expect((await chat.installation.outboxWork.list(chat.project, {})).waiting).toBe(0)
})

it('who was joined out of two channels is answered where he writes, and each dialogue stays what it was', async () => {
  const joining = {
    type: 'nonstate_cond',
    condition: 'join',
    matchType: 'exact',
    calculator: 'ok = merge_client(1)',
    text: '#{ok}',
  } as const
  const chat = await telegramTalk(funnel({ 1: { type: 'nonstate_cond', text: '#{question}' }, 2: joining }))
  await chat.post(written({ text: 'one' }))
  expect(await chat.numberOf(anna.id)).toBe(1)
  expect(await chat.say('visitor', 'join')).toEqual(['True'])
  await chat.post(written({ text: 'two' }))
  expect(await chat.say('visitor', 'three')).toEqual(['three'])
  await chat.advance(2000)
  expect(texts(chat)).toEqual(['one', 'two'])
  expect(await chat.dialogueWith(anna.id)).toEqual(['client: one', 'bot: one', 'client: two', 'bot: two'])
})

it('a messenger that asks for a pause gets it', async () => {
  const chat = await telegramTalk(echo)
  let asks = true
  chat.bot.answers(({ method }) => (asks && method === 'sendMessage' ? refusal(429, 'Too Many Requests', { retry_after: 7 }) : undefined))
  await chat.post(written({ text: 'hi' }))
  await chat.advance(0)
  asks = false
  await chat.advance(6900)
  expect(texts(chat)).toHaveLength(1)
  await chat.advance(200)
  expect(texts(chat)).toHaveLength(2)
})

it('whoever blocked the account is written to no more, and the funnel is told', async () => {
  const chat = await telegramTalk(echo)
  chat.bot.answers(({ method }) => (method === 'sendMessage' ? refusal(403, 'Forbidden: bot was blocked by the user') : undefined))
  await chat.post(written({ text: 'hi' }))
  await chat.advance(3_600_000)
  expect(texts(chat)).toHaveLength(1)
  expect(await chat.dialogueWith(anna.id)).toContain('event: client_unsubscribed')
  const client = await chat.numberOf(anna.id)
  const [, answer] = await chat.read(() => chat.installation.messages.latest(client, 10))
  expect(answer?.extra.failed).toBe('Forbidden: bot was blocked by the user')
})

it('that somebody blocked the account is told once, whatever meets it, and again when he has come back', async () => {
  const atOnce = { delay: { value: 0, unit: 'seconds' } } as const
  const chat = await telegramTalk(
    funnel({ 1: { type: 'nonstate_cond', text: '#{question}' }, 2: { type: 'state', text: 'More' } }, [[1, 2, atOnce]]),
  )
  let blocked = true
  chat.bot.answers(({ method }) =>
    blocked && method === 'sendMessage' ? refusal(403, 'Forbidden: bot was blocked by the user') : undefined,
  )
  const told = async () => (await chat.dialogueWith(anna.id)).filter((line) => line === 'event: client_unsubscribed').length
  await chat.post(written({ text: 'hi' }))
  await chat.advance(60_000)
  const member = { chat: { id: anna.id, type: 'private' }, from: anna, date: 1, new_chat_member: { status: 'kicked', user: anna } }
  await chat.post({ update_id: 9100, my_chat_member: member })
  expect([await told(), texts(chat)]).toEqual([1, ['hi', 'More']])
  blocked = false
  await chat.post(written({ text: 'back' }))
  await chat.advance(60_000)
  expect(texts(chat).slice(2)).toEqual(['back', 'More'])
  await chat.post({ update_id: 9101, my_chat_member: member })
  expect(await told()).toBe(2)
})

it.each<[string, BotReply]>([
  ['fails', { status: 502, answer: { ok: false, error_code: 502, description: 'Bad Gateway' } }],
  ['answers garbage', 'garbage'],
  ['hangs up', 'cut'],
  ['answers by half', 'half'],
])('a messenger that %s is asked again, and then what waited arrives once', async (_, reply) => {
  const chat = await telegramTalk(echo)
  let isDown = true
  chat.bot.answers(({ method }) => (isDown && method === 'sendMessage' ? reply : undefined))
  await chat.post(written({ text: 'hi' }))
  await chat.advance(0)
  isDown = false
  await chat.advance(60_000)
  expect(texts(chat)).toEqual(['hi', 'hi'])
  expect((await chat.installation.outboxWork.list(chat.project, {})).waiting).toBe(0)
})

it('who is disconnected reaches nobody: what waited is marked, and so is what is said later', async () => {
  const chat = await telegramTalk(echo)
  chat.bot.answers(({ method }) => (method === 'sendMessage' ? refusal(500, 'Internal') : undefined))
  await chat.post(written({ text: 'hi' }))
  await chat.advance(0)
  await chat.installation.connections.remove(by, chat.project, chat.connection.id)
  const client = await chat.numberOf(anna.id)
  await chat.installation.worker.submit(client, { kind: 'say', text: 'Later', attachments: [] })
  const said = await chat.read(() => chat.installation.messages.latest(client, 10))
  expect(said.slice(1).map(({ extra }) => extra.failed)).toEqual(['The channel is not connected', 'The channel is not connected'])
  await chat.bot.came('deleteWebhook', 1)
})

it('news that is asked for is heard once, from where it was asked last', async () => {
  const chat = await telegramTalk(echo, { address: '' })
  chat.bot.updates.push(written({ text: 'one' }), written({ text: 'two' }))
  while (chat.bot.updates.length > 0) await new Promise((resolve) => setImmediate(resolve))
  await chat.advance(3000)
  expect(texts(chat)).toEqual(['one', 'two'])
})

it('who answers at once that there is nothing new is not asked without end', async () => {
  const { bot } = await telegramTalk(echo, { address: '' }, { hurries: true })
  while (bot.asked.length < 2) await new Promise((resolve) => setImmediate(resolve))
  const [first = 0, second = 0] = bot.asked
  expect(second - first).toBeGreaterThan(900)
})

const echoOnce = funnel({ 1: { type: 'nonstate_cond', text: '#{question}' } }, [], { sendOnce: true })

/** From `die` until `live` nothing is written: as for a program that was killed, whose next life finds what it left. */
function mortalDatabase() {
  const db = openSqlite(':memory:')
  let isDead = false
  const transaction: typeof db.transaction = async (work, urgency) => {
    if (isDead) throw new Error('dead')
    return db.transaction(work, urgency)
  }
  return {
    database: Object.assign(Object.create(db) as typeof db, { transaction }),
    die: () => (isDead = true),
    live: () => (isDead = false),
  }
}

it.each([
  { document: echo, sent: ['hi', 'hi'], failed: undefined },
  { document: echoOnce, sent: ['hi'], failed: 'unknown' },
])('killed after a messenger took a message and before that was written down: $sent', async ({ document, sent, failed }) => {
  const { database, die, live } = mortalDatabase()
  const chat = await telegramTalk(document, { database })
  chat.bot.answers(({ method }) => (method === 'sendMessage' ? void die() : undefined))
  await chat.post(written({ text: 'hi' }))
  await chat.bot.came('sendMessage', 1)
  await chat.advance(0)
  chat.bot.answers(() => undefined)
  live()
  await chat.advance(1000)
  expect(texts(chat)).toEqual(['hi'])
  chat.installation.outboxWork.look()
  await chat.advance(120_000)
  live()
  expect(texts(chat)).toEqual(sent)
  const answers = await chat.read(() => chat.installation.messages.latest(1, 10))
  expect(answers.at(-1)?.extra.failed).toBe(failed)
})

it('of what is sent once at most, an answer that was cut off is unknown, and goes again by hand', async () => {
  const chat = await telegramTalk(echoOnce)
  let cuts = true
  chat.bot.answers(({ method }) => (cuts && method === 'sendMessage' ? 'cut' : undefined))
  await chat.post(written({ text: 'hi' }))
  await chat.advance(3_600_000)
  cuts = false
  const { deliveries } = await chat.installation.outboxWork.list(chat.project, { state: 'dead' })
  expect(deliveries).toMatchObject([{ reason: 'unknown', attempts: 1 }])
  await chat.installation.outboxWork.resend(chat.project, deliveries[0]?.id ?? 0)
  await chat.advance(1000)
  expect(texts(chat)).toEqual(['hi', 'hi'])
})

it('what certainly did not leave is tried again, also where it is sent once at most', async () => {
  const chat = await telegramTalk(echoOnce)
  const { connections } = chat.installation
  const at = (apiRoot: string) => connections.change(by, chat.project, chat.connection.id, { fields: { apiRoot } })
  // Nobody listens there.
  await at('http://127.0.0.1:1')
  await chat.post(written({ text: 'hi' }))
  await chat.advance(1000)
  await at(chat.bot.url)
  await chat.advance(60_000)
  expect(texts(chat)).toEqual(['hi'])
})
