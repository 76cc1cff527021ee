import { requestSchema } from '@voronka/flow'
import type { Outside } from '@voronka/flow/engine'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { funnel, noon, talk } from '../../../test/funnel.ts'
import { count } from '../../../test/storage.ts'
import { VirtualClock } from '../clocks.ts'
import type { Caller } from './caller.ts'

/** A foreign server that answers when it is told to. */
function heldCaller() {
  const calls: { readonly key: string; readonly url: string; answer(body: string, status?: number): void }[] = []
  let heard = (): void => undefined
  const caller: Caller = {
    call: ({ key, request }) =>
      new Promise<Outside>((resolve) => {
        calls.push({ key, url: request.url, answer: (body, status = 200) => resolve({ answer: { status, body } }) })
        heard()
      }),
    longestMs: () => 30_000,
  }
  return {
    caller,
    calls,
    async next(number: number) {
      while (calls.length < number) await new Promise<void>((resolve) => (heard = resolve))
      const call = calls[number - 1]
      if (!call) throw new Error('No call.')
      return call
    },
  }
}

const shop = funnel(
  {
    1: { type: 'start', condition: 'go', matchType: 'exact', calculator: 'dice = random(1, 1000000)', text: 'Looking...' },
    2: {
      type: 'state',
      calculator:
        'project.asked = asked + 1\nclient.before = 1\nrate = requests_get("https://bank.example/rate")\nclient.after = client.before + 1\nanswer = rate["value"]',
      text: 'It is #{answer}, #{dice}',
    },
    3: { type: 'nonstate_cond', condition: 'hello', matchType: 'exact', text: 'Hi' },
  },
  [[1, 2, { delay: { value: 0, unit: 'seconds' } }]],
)

it('says what comes before a call before it is made, lets others go on, and keeps the order of its own client', async () => {
  const { caller, next } = heldCaller()
  const chat = await talk(shop, { caller })
  const { say, dialogue } = chat
  const asked = say('anna', 'go')
  const call = await next(1)
  expect(call.key).toMatch(/^\d+-1$/)
  expect(await say('boris', 'hello')).toEqual(['Hi'])
  const later = say('anna', 'hello')
  call.answer('{"value": 5}')
  const replies = await asked
  expect(replies[0]).toBe('Looking...')
  expect(replies[1]).toMatch(/^It is 5, \d+$/)
  expect(await later).toEqual(['Hi'])
  expect((await dialogue('anna')).map((line) => line.replace(/\d{2,}/, 'N'))).toEqual([
    'anna: go',
    'bot: Looking...',
    expect.stringMatching(/^bot: It is 5, /),
    'anna: hello',
    'bot: Hi',
  ])
  expect(await count(chat, 'turn_journals')).toBe(0)
})

it('waits in the same way for the API request of a block', async () => {
  const request = requestSchema.parse({ url: 'https://bank.example/#{dice}', saved: [{ path: 'value', variable: 'answer' }] })
  const document = funnel(
    {
      1: { type: 'start', condition: 'go', matchType: 'exact', calculator: 'n = 0\ndice = random(1, 1000000)', text: 'Looking...' },
      2: { type: 'state', calculator: 'n = n + 1', request, text: 'It is #{answer}, #{dice}, #{n}' },
    },
    [[1, 2, { delay: { value: 0, unit: 'seconds' } }]],
  )
  const { caller, next } = heldCaller()
  const { say } = await talk(document, { caller })
  const asked = say('anna', 'go')
  const call = await next(1)
  const dice = call.url.split('/').at(-1)
  call.answer('{"value": 5}')
  expect(await asked).toEqual(['Looking...', `It is 5, ${dice}, 1`])
})

it('shows the first message while it waits, with the turn that is not finished in the trace', async () => {
  const { caller, next } = heldCaller()
  const { send, installation, clientId } = await talk(shop, { caller })
  const asked = send('anna', { kind: 'text', text: 'go' })
  const call = await next(1)
  const client = await clientId('anna')
  const stored = await installation.db.transaction(() => installation.messages.latest(client, 10))
  expect(stored.map(({ text }) => text)).toEqual(['go', 'Looking...'])
  const [turn] = await installation.db.transaction(() => installation.turns.latest(client, 1))
  expect(turn?.trace.entries.at(-1)).toMatchObject({ type: 'requested', method: 'GET', url: 'https://bank.example/rate' })
  call.answer('nonsense', 500)
  await asked
  const [finished] = await installation.db.transaction(() => installation.turns.latest(client, 1))
  expect(finished?.id).toBe(turn?.id)
  expect(finished?.trace.entries).toContainEqual({ type: 'answered', call: 1, status: 500, body: 'nonsense' })
})

it('keeps what others did to the client meanwhile, and sees project variables as they are after the call', async () => {
  const document = funnel({
    1: {
      type: 'start',
      condition: 'go',
      matchType: 'exact',
      calculator:
        'client.a = 1\nclient.b = 1\nproject.n = 1\nx = requests_get("https://bank.example/")\nclient.a = client.a + 10\nseen = n',
      text: '#{client.a} #{client.b} #{client.gift} #{seen}',
    },
    2: {
      type: 'nonstate_cond',
      condition: 'give',
      matchType: 'keywords',
      calculator: 'set_client_vars(1, {"gift": "cake", "b": 7})\nproject.n = n + 1',
      text: 'given',
    },
  })
  const { caller, next } = heldCaller()
  const { say } = await talk(document, { caller })
  const asked = say('anna', 'go')
  const call = await next(1)
  expect(await say('boris', 'give')).toEqual(['given'])
  call.answer('ok')
  expect(await asked).toEqual(['11 7 cake 2'])
})

it('holds planned entries back until the turn is finished', async () => {
  const document = funnel(
    {
      1: { type: 'start', condition: 'plan', matchType: 'exact', text: 'planned' },
      2: { type: 'nonstate', text: 'tick' },
      3: {
        type: 'nonstate_cond',
        condition: 'go',
        matchType: 'exact',
        calculator: 'x = requests_get("https://bank.example/")',
        text: 'done',
      },
    },
    [[1, 2, { delay: { value: 1, unit: 'minutes' }, cancelTimers: false }]],
  )
  const { caller, next } = heldCaller()
  const chat = await talk(document, { caller })
  const { say, dialogue, clock, installation } = chat
  await say('anna', 'plan')
  const asked = say('anna', 'go')
  const call = await next(1)
  await clock.advanceTo(clock.now() + 60_000, () => installation.db.transaction(function* () {}))
  await installation.db.transaction(function* () {})
  call.answer('ok')
  await asked
  expect(await dialogue('anna')).toEqual(['anna: plan', 'bot: planned', 'anna: go', 'bot: done', 'bot: tick'])
  expect(await count(chat, 'timers')).toBe(0)
})

it('makes a call again with the same key when it was cut off by a stop, and goes on with its answer', async () => {
  const first = heldCaller()
  const folder = mkdtempSync(join(tmpdir(), 'voronka-durable-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'voronka.db')
  const before = await talk(shop, { caller: first.caller, database: path })
  const asked = before.say('anna', 'go').catch(() => undefined)
  const { key } = await first.next(1)
  await before.installation.close()
  void asked
  const second = heldCaller()
  const after = await talk(shop, { caller: second.caller, database: path, clock: new VirtualClock(noon + 1000) })
  const call = await second.next(1)
  expect(call.key).toBe(key)
  call.answer('{"value": 9}')
  const lines = await after.dialogue('anna')
  expect(lines.slice(0, 2)).toEqual(['anna: go', 'bot: Looking...'])
  expect(lines[2]).toMatch(/^bot: It is 9, \d+$/)
  expect(lines).toHaveLength(3)
  await after.installation.close()
})
