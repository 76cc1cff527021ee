import type { ChatMessage } from '@voronka/api'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createChat } from './chat.ts'
import { greet } from './greet.ts'
import type { History, Listener, Outcome, Saying, Transport } from './transport.ts'
import { pageMemory, type Memory } from './visitor.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that answers as told and remembers what it was asked. */
class Server implements Transport {
  readonly sent: { id: string; saying: Saying }[] = []
  readonly asked: (number | undefined)[] = []
  outcomes: Outcome[] = []
  past: History | Exclude<Outcome, { is: 'accepted' }> = { title: 'Salon', messages: [], keyboard: [] }
  listener: Listener | undefined

  async send(id: string, saying: Saying): Promise<Outcome> {
    this.sent.push({ id, saying })
    return this.outcomes.shift() ?? { is: 'accepted' }
  }

  async history(after?: number) {
    this.asked.push(after)
    return 'is' in this.past ? this.past : { ...this.past, messages: this.past.messages.filter(({ id }) => id > (after ?? 0)) }
  }

  listen(listener: Listener) {
    this.listener = listener
    return () => {}
  }
}

const message = (id: number, from: ChatMessage['from'], text: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  from,
  text,
  format: 'plain',
  buttons: [],
  attachments: [],
  block: null,
  turn: null,
  at: '2026-03-10T11:00:00.000Z',
  ...more,
})

const emptyMemory = (): Memory => {
  const kept = new Map<string, string>()
  return { read: (name) => kept.get(name), write: (name, value) => void kept.set(name, value) }
}

async function opened(server = new Server(), memory = emptyMemory()) {
  const chat = createChat(server, memory, 'outbox')
  chat.start()
  await vi.advanceTimersByTimeAsync(0)
  server.listener?.open()
  await vi.advanceTimersByTimeAsync(0)
  const texts = () => chat.state().messages.map(({ from, text }) => `${from}: ${text}`)
  return { server, chat, memory, texts }
}

it('shows a message at once and lets the copy of the server take its place', async () => {
  const { server, chat, texts } = await opened()
  chat.say(' Hello ')
  expect(texts()).toEqual(['client: Hello'])
  const [{ key } = { key: '' }] = chat.state().messages
  await vi.advanceTimersByTimeAsync(0)
  server.listener?.message(message(1, 'client', 'Hello'))
  server.listener?.message(message(2, 'bot', 'Hi!'))
  expect(texts()).toEqual(['client: Hello', 'bot: Hi!'])
  expect(chat.state().messages[0]?.key).toBe(key)
})

it('drops a message that comes again, over the stream or in the history', async () => {
  const server = new Server()
  server.past = { title: '', messages: [message(1, 'bot', 'Hi!')], keyboard: [] }
  const { texts } = await opened(server)
  server.listener?.message(message(1, 'bot', 'Hi!'))
  server.listener?.lost()
  server.listener?.open()
  await vi.advanceTimersByTimeAsync(0)
  expect(texts()).toEqual(['bot: Hi!'])
})

it('sends the same id again until the server has taken the message', async () => {
  const { server, chat } = await opened()
  server.outcomes = [{ is: 'later' }, { is: 'later' }, { is: 'accepted' }]
  chat.say('Once')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(server.sent.map(({ saying }) => saying)).toEqual([{ text: 'Once' }, { text: 'Once' }, { text: 'Once' }])
  expect(new Set(server.sent.map(({ id }) => id)).size).toBe(1)
  expect(chat.state().messages[0]?.state).toBe('sent')
})

it('keeps the order: the second message waits until the first is through', async () => {
  const { server, chat } = await opened()
  server.outcomes = [{ is: 'later' }]
  chat.say('first')
  await vi.advanceTimersByTimeAsync(0)
  chat.say('second')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(server.sent.map(({ saying }) => Object.values(saying)[0])).toEqual(['first', 'first', 'second'])
})

it('waits as long as the server asks it to', async () => {
  const { server, chat } = await opened()
  server.outcomes = [{ is: 'later', afterMs: 45_000 }]
  chat.say('patience')
  await vi.advanceTimersByTimeAsync(44_000)
  expect(server.sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2000)
  expect(server.sent).toHaveLength(2)
})

it('sends what waited before a reload, under the same id', async () => {
  const { server, chat, memory } = await opened()
  server.outcomes = [{ is: 'later' }]
  chat.say('do not lose me')
  await vi.advanceTimersByTimeAsync(0)
  const after = await opened(new Server(), memory)
  expect(after.texts()).toEqual(['client: do not lose me'])
  expect(after.server.sent).toEqual([{ id: server.sent[0]?.id, saying: { text: 'do not lose me' } }])
  const third = await opened(new Server(), memory)
  expect(third.server.sent).toEqual([])
})

it('survives an outbox that somebody has spoiled', async () => {
  for (const spoiled of ['{', '[1]', '[{"id":1}]', '{"a":2}', 'null']) {
    const memory = emptyMemory()
    memory.write('outbox', spoiled)
    expect((await opened(new Server(), memory)).texts()).toEqual([])
  }
})

it('asks after a break only for what came meanwhile', async () => {
  const server = new Server()
  server.past = { title: '', messages: [message(7, 'bot', 'before')], keyboard: [] }
  const { texts } = await opened(server)
  server.listener?.lost()
  server.past = { title: '', messages: [message(7, 'bot', 'before'), message(9, 'bot', 'meanwhile')], keyboard: [] }
  server.listener?.open()
  await vi.advanceTimersByTimeAsync(0)
  expect(server.asked).toEqual([undefined, 7])
  expect(texts()).toEqual(['bot: before', 'bot: meanwhile'])
})

it('puts late arrivals where they belong', async () => {
  const { server, texts } = await opened()
  server.listener?.message(message(3, 'bot', 'third'))
  server.listener?.message(message(2, 'bot', 'second'))
  expect(texts()).toEqual(['bot: second', 'bot: third'])
})

it('opens the reply keyboard with the message that brings it and closes it with the next thing said', async () => {
  const { server, chat } = await opened()
  const button = { kind: 'reply' as const, text: 'Yes', line: 0, indexInLine: 0 }
  server.listener?.message(message(1, 'bot', 'Sure?', { buttons: [button] }))
  expect(chat.state().keyboard).toEqual([button])
  chat.press(button)
  expect(chat.state().keyboard).toEqual([])
  expect(server.sent.at(-1)?.saying).toEqual({ button: 'Yes' })
})

it('leaves the reply keyboard open under a message with inline buttons only, and closes it with one that has none', async () => {
  const { server, chat } = await opened()
  const reply = { kind: 'reply' as const, text: 'Yes', line: 0, indexInLine: 0 }
  const inline = { kind: 'inline' as const, text: 'More', line: 0, indexInLine: 0 }
  server.listener?.message(message(1, 'bot', 'Sure?', { buttons: [reply] }))
  server.listener?.message(message(2, 'bot', 'By the way', { buttons: [inline] }))
  expect(chat.state().keyboard).toEqual([reply])
  server.listener?.message(message(3, 'bot', 'Bye'))
  expect(chat.state().keyboard).toEqual([])
})

it('shows nothing for a pressed callback, and leaves the keyboard open', async () => {
  const { server, chat, texts } = await opened()
  const reply = { kind: 'reply' as const, text: 'Yes', line: 0, indexInLine: 0 }
  const inline = { kind: 'inline' as const, text: 'Vote', line: 0, indexInLine: 0, callback: 'vote_1' }
  server.listener?.message(message(1, 'bot', 'Vote!', { buttons: [reply, inline] }))
  chat.press(inline)
  await vi.advanceTimersByTimeAsync(0)
  expect(server.sent.at(-1)?.saying).toEqual({ callback: 'vote_1' })
  server.listener?.message(message(2, 'event', 'vote_1'))
  expect(texts()).toEqual(['bot: Vote!'])
  expect(chat.state().keyboard).toEqual([reply])
})

it('marks what is refused and sends it again only when asked', async () => {
  const { server, chat } = await opened()
  server.outcomes = [{ is: 'refused', why: 'too-long' }]
  chat.say('x')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(chat.state().messages[0]?.state).toBe('failed')
  expect(chat.state().refusal).toBeUndefined()
  chat.retry()
  await vi.advanceTimersByTimeAsync(0)
  expect(chat.state().messages[0]?.state).toBe('sent')
})

it.each(['closed', 'missing', 'unpublished'] as const)('says when the chat is %s', async (why) => {
  const server = new Server()
  server.past = { is: 'refused', why }
  expect((await opened(server)).chat.state().refusal).toBe(why)
})

it('says nothing for an empty text', async () => {
  const { server, chat } = await opened()
  chat.say('  \n ')
  expect([server.sent.length, chat.state().messages.length]).toEqual([0, 0])
})

it('stops showing that it waits when an answer comes, or after some seconds', async () => {
  const { server, chat } = await opened()
  chat.say('one')
  expect(chat.state().awaiting).toBe(true)
  server.listener?.message(message(1, 'bot', 'answer'))
  expect(chat.state().awaiting).toBe(false)
  chat.say('two')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(chat.state().awaiting).toBe(false)
})

it('remembers within the page when the browser allows no storage', () => {
  const memory = pageMemory(() => {
    throw new Error('SecurityError')
  })
  memory.write('a', 'b')
  expect(memory.read('a')).toBe('b')
})

it('sends files with a text, shows them at once, and keeps them until they are through', async () => {
  const memory = emptyMemory()
  const files = [{ url: '/files/0/cat.png', name: 'cat.png', kind: 'image' as const }]
  const server = new Server()
  server.outcomes = [{ is: 'later', afterMs: 60_000 }]
  const first = await opened(server, memory)
  first.chat.say(' my cat ', files)
  await vi.advanceTimersByTimeAsync(0)
  expect(server.sent[0]?.saying).toEqual({ text: 'my cat', files })
  expect(first.chat.state().messages.at(-1)?.attachments).toEqual(files)
  // The page is loaded again before the server was reached.
  const second = await opened(new Server(), memory)
  expect(second.server.sent[0]?.saying).toEqual({ text: 'my cat', files })
})

it('sends files alone, and nothing without a text or a file', async () => {
  const { chat, server } = await opened()
  chat.say('  ')
  chat.say('', [{ url: '/files/0/a.pdf', name: 'a.pdf', kind: 'file' }])
  await vi.advanceTimersByTimeAsync(0)
  expect(server.sent).toHaveLength(1)
})

it('an arrival by a link is an event that nobody sees, and so is the greeting of somebody new, which counts once', async () => {
  const { server, chat, texts } = await opened()
  chat.arrive('price')
  const welcome = greet(chat, 'welcome', () => true)
  welcome()
  await vi.advanceTimersByTimeAsync(0)
  expect(server.sent.map(({ saying }) => saying)).toEqual([{ start: 'price' }, { start: 'welcome' }])
  expect(server.sent[1]?.id).toBe('opening')
  expect(texts()).toEqual([])
})

it('who has talked already is not greeted anew, nor is anybody before the chat is open', async () => {
  const server = new Server()
  server.past = { title: '', messages: [message(1, 'bot', 'Hi')], keyboard: [] }
  const { chat } = await opened(server)
  greet(chat, 'welcome', () => true)
  const other = await opened()
  greet(other.chat, 'welcome', () => false)()
  await vi.advanceTimersByTimeAsync(0)
  expect([server.sent, other.server.sent]).toEqual([[], []])
})

it('counts what came after a number, and tells of messages as they come', async () => {
  const server = new Server()
  server.past = { title: '', messages: [message(1, 'bot', 'a'), message(2, 'client', 'b'), message(3, 'operator', 'c')], keyboard: [] }
  const { chat } = await opened(server)
  const heard: string[] = []
  chat.onMessage(({ text }) => heard.push(text))
  for (const each of [message(3, 'operator', 'c'), message(4, 'event', 'd'), message(5, 'bot', 'e')]) server.listener?.message(each)
  expect([chat.unreadAfter(0), chat.unreadAfter(1), chat.unreadAfter(5), heard, chat.state().latest]).toEqual([3, 2, 0, ['d', 'e'], 5])
})
