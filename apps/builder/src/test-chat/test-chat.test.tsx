// @vitest-environment happy-dom
import type { ChatMessage, TestChat as Chat } from '@voronka/api'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { blankArrow, blankBlock, blankProject } from '@voronka/flow'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createEditor, EditorProvider } from '../editor/index.ts'
import { catalogue } from '../locales/catalogue.ts'
import { TooltipProvider } from '../ui/index.ts'
import { TestChat } from './index.ts'

beforeAll(() => i18next.use(initReactI18next).init({ resources: catalogue, lng: 'en', interpolation: { escapeValue: false } }))
beforeEach(() => vi.stubGlobal('EventSource', SilentStream))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** A stream on which nothing happens. */
class SilentStream extends EventTarget {
  close() {}
}

const at = '2026-03-10T11:00:00.000Z'
const message = (id: number, from: ChatMessage['from'], text: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  from,
  text,
  format: 'plain',
  buttons: [],
  attachments: [],
  block: from === 'bot' ? 2 : null,
  turn: 1,
  at,
  ...more,
})

const chat = (more: Partial<Chat> = {}): Chat => ({
  person: 1,
  people: 1,
  client: { id: 1, name: '', unsubscribed: false, blocked: false, pausedUntil: null, waiting: false },
  position: 2,
  variables: { order: { total: 5 }, client: {}, project: {} },
  pending: [],
  keyboard: [],
  clock: { now: at, offset: 0, zone: 'Europe/Moscow' },
  messages: [],
  turns: [
    {
      id: 1,
      at,
      took: 1,
      trace: {
        now: 0,
        event: { kind: 'text', subject: 'hi' },
        entries: [
          { type: 'examined', tier: 3, arrow: 1, why: 'fired' },
          { type: 'entered', block: 2, by: 'arrow', arrow: 1, position: 2 },
        ],
        draws: [],
      },
      changed: [{ scope: 'order', name: 'total', before: null, after: 5 }],
    },
  ],
  ...more,
})

/** The server: answers every call with the state it was given, notes what it was asked. */
function open(state: Chat, { refuse = false, offline = false } = {}) {
  const asked: string[] = []
  const bodies: unknown[] = []
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', body }: RequestInit = {}) => {
    asked.push(`${method} ${url.replace('/api/projects/1/', '')}`)
    if (typeof body === 'string') bodies.push(JSON.parse(body))
    if (refuse && method !== 'GET') return Response.json({ error: { code: 'no', message: 'Not today' } }, { status: 409 })
    return Response.json(state)
  })
  const editor = createEditor(
    {
      project: {
        ...blankProject(),
        blocks: [blankBlock(1), blankBlock(2, { name: 'Menu' })],
        arrows: [blankArrow(1, 1, 2, { condition: 'hi' })],
        lastBlock: 2,
        lastArrow: 1,
      },
      revision: 1,
    },
    {
      editor: 'me',
      batchMs: 1_000_000,
      transport: {
        load: () => Promise.reject(new Error('not needed')),
        save: async (revision) => {
          if (offline) throw new Error('offline')
          asked.push('save')
          return { revision: revision + 1, missed: [] }
        },
      },
      kept: { keep: () => true, forget: () => undefined },
    },
  )
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <TooltipProvider>
        <EditorProvider editor={editor} projectId={1}>
          <TestChat projectId={1} onClose={() => {}} />
        </EditorProvider>
      </TooltipProvider>
    </QueryClientProvider>,
  )
  return { editor, asked, bodies }
}

const say = async (text: string) => {
  const field = await screen.findByRole('textbox', { name: 'Message of the client' })
  fireEvent.change(field, { target: { value: text } })
  fireEvent.keyDown(field, { key: 'Enter' })
  return field
}

it('saves the draft before it talks to it', async () => {
  const { editor, asked, bodies } = open(chat())
  await screen.findByRole('log')
  editor.actions.patchBlock(1, { text: 'new' })
  await say('hello')
  await waitFor(() => expect(asked).toEqual(['GET test-chat/1', 'save', 'POST test-chat/1/events']))
  expect(bodies).toEqual([{ kind: 'text', text: 'hello' }])
})

it('sends nothing, and keeps the text, when the draft cannot be saved', async () => {
  const { editor, asked } = open(chat(), { offline: true })
  await screen.findByRole('log')
  editor.actions.patchBlock(1, { text: 'new' })
  const field = await say('hello')
  expect((await screen.findByRole('alert')).textContent).toContain('The draft is not saved')
  expect(asked).toEqual(['GET test-chat/1'])
  expect(field).toHaveProperty('value', 'hello')
})

it('says why the server refused, and keeps the text', async () => {
  open(chat(), { refuse: true })
  const field = await say('hello')
  expect((await screen.findByRole('alert')).textContent).toContain('Not today')
  expect(field).toHaveProperty('value', 'hello')
})

it('shows hostile texts as text and links only to allowed addresses', async () => {
  open(
    chat({
      messages: [
        message(1, 'client', '<img src=x onerror="alert(1)"><script>alert(1)</script>'),
        message(2, 'bot', '<b>bold</b> <a href="javascript:alert(1)">bad</a> <a href="https://a.ru">good</a>', { format: 'html' }),
        message(3, 'bot', '[x](javascript:alert(1)) *bold*', {
          format: 'markdown',
          buttons: [{ kind: 'inline', text: 'Go', line: 0, indexInLine: 0, url: 'javascript:alert(1)', color: 'red;position:fixed' }],
          attachments: [
            { kind: 'image', url: 'javascript:alert(1)', name: '<i>x</i>' },
            { kind: 'file', url: 'https://a.ru/f.pdf', name: '' },
          ],
        }),
      ],
    }),
  )
  const log = await screen.findByRole('log')
  expect(log.querySelectorAll('script, img, iframe, [onerror]')).toHaveLength(0)
  expect([...log.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.rel, link.target])).toEqual([
    ['https://a.ru', 'noopener noreferrer nofollow', '_blank'],
    ['https://a.ru/f.pdf', 'noopener noreferrer nofollow', '_blank'],
  ])
  expect(log.querySelectorAll('strong')).toHaveLength(2)
  expect(log.textContent).toContain('<img src=x onerror="alert(1)"><script>alert(1)</script>')
  expect(screen.getByRole('button', { name: 'Go' }).getAttribute('style')).toBeNull()
})

it('presses reply and inline buttons as what they are', async () => {
  const inline = { kind: 'inline' as const, text: 'Vote', line: 0, indexInLine: 0, callback: 'vote_1' }
  const { bodies } = open(
    chat({
      messages: [message(1, 'bot', '?', { buttons: [inline] })],
      keyboard: [{ kind: 'reply', text: 'Yes', line: 0, indexInLine: 0 }],
    }),
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Vote' }))
  await waitFor(() => expect(bodies).toHaveLength(1))
  fireEvent.click(screen.getByRole('button', { name: 'Yes' }))
  await waitFor(() => expect(bodies).toHaveLength(2))
  expect(bodies).toEqual([
    { kind: 'callback', text: 'vote_1', pressed: true },
    { kind: 'button', text: 'Yes' },
  ])
})

it('lights the way of the turn on the canvas and selects the block of a bubble', async () => {
  const { editor } = open(chat({ messages: [message(1, 'bot', 'Welcome')] }))
  fireEvent.click(await screen.findByText('Welcome'))
  const { highlight, selection } = editor.store.getState()
  expect([[...highlight.blocks], [...highlight.arrows], highlight.current]).toEqual([[2], [1], 2])
  expect([...selection.blocks]).toEqual([2])
  cleanup()
  expect(editor.store.getState().highlight.current).toBeNull()
})

it('answers "why not" for whatever is selected', async () => {
  const { editor } = open(chat())
  await screen.findByRole('log')
  editor.actions.select({ arrows: [1] })
  expect((await screen.findByRole('region', { name: 'Why not?' })).textContent).toContain('It fired')
  editor.actions.select({ blocks: [1] })
  await waitFor(() => expect(screen.getByRole('region', { name: 'Why not?' }).textContent).toContain('does not answer by itself'))
})

it('changes a variable in place with Enter and leaves it with Esc', async () => {
  const { asked, bodies } = open(chat())
  for (const tab of await screen.findAllByRole('button', { name: 'Variables' })) fireEvent.click(tab)
  const field = await screen.findByRole('textbox', { name: 'Change total' })
  fireEvent.change(field, { target: { value: '7' } })
  fireEvent.keyDown(field, { key: 'Escape' })
  expect(field).toHaveProperty('value', '5')
  fireEvent.change(field, { target: { value: '8' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await waitFor(() => expect(asked).toContain('PUT test-chat/1/variables'))
  expect(bodies).toEqual([{ scope: 'order', name: 'total', value: '8' }])
  expect(screen.getByText('was absent', { exact: false })).toBeTruthy()
})

it('runs a timer now and moves the clock', async () => {
  const pending = [{ id: 3, arrow: 1, from: 1, to: 2, due: '2026-03-10T11:10:00.000Z', plannedAt: at, keep: false, cancelIfLeft: true }]
  const { asked, bodies } = open(chat({ pending }))
  fireEvent.click(await screen.findByRole('button', { name: 'To the next timer' }))
  await waitFor(() => expect(bodies).toEqual([{ move: 'next-timer' }]))
  for (const tab of screen.getAllByRole('button', { name: /^Timers/ })) fireEvent.click(tab)
  fireEvent.click(await screen.findByRole('button', { name: 'Run now: 2. Menu' }))
  await waitFor(() => expect(asked).toContain('POST test-chat/1/pending/3/run'))
})
