import { requestSchema } from '@voronka/flow'
import { expect, it, onTestFinished } from 'vitest'
import { funnel } from '../../test/funnel.ts'
import type { DialogueStep } from './dialogue-step.ts'
import type { PlayedStep } from './played-step.ts'
import { createSimulation, type SimulationOptions } from './simulation.ts'

type Funnel = Parameters<typeof funnel>

async function play(
  document: ReturnType<typeof funnel>,
  steps: readonly DialogueStep[],
  options: SimulationOptions = {},
): Promise<PlayedStep[]> {
  const simulation = await createSimulation(document, options)
  onTestFinished(() => simulation.close())
  const played: PlayedStep[] = []
  for (const step of steps) played.push(await simulation.play(step))
  return played
}

const texts = (steps: readonly PlayedStep[]): string[][] => steps.map(({ replies }) => replies.map(({ text }) => text))

const echo: Funnel[0] = { 1: { type: 'nonstate_cond', text: '#{question}' } }

it('begins at noon of the first of January 2026 in the zone of the project', async () => {
  const document = funnel({ 1: { type: 'start', condition: 'hi', text: '#{current_date} #{current_time} #{weekday}' } }, [], {
    timezone: 'Asia/Novosibirsk',
  })
  const [step] = await play(document, [{ text: 'hi' }])
  expect(step).toMatchObject({ now: '2026-01-01T05:00:00.000Z', replies: [{ text: '01.01.2026 12:00 4' }] })
})

it('tells replies with their buttons, files and block, the position, the variables, what is planned and the trace', async () => {
  const document = funnel(
    {
      1: {
        type: 'start',
        condition: 'hi',
        calculator: 'basket = [1]\nclient.city = "Omsk"\nproject.visits = visits + 1',
        text: 'Hello',
        attachments: [{ url: 'https://example.org/a.jpg', name: '' }],
        buttons: [{ id: 1, text: 'Menu', action: 'text', callback: '', url: '', line: 0, indexInLine: 0, color: '' }],
      },
      2: { text: 'Still there?' },
    },
    [[1, 2, { delay: { value: 10, unit: 'minutes' }, cancelIfLeft: true }]],
    { variables: [{ name: 'visits', value: '41' }] },
  )
  const [step] = await play(document, [{ text: 'hi' }])
  expect(step).toMatchObject({
    step: { text: 'hi' },
    client: 1,
    now: '2026-01-01T12:00:00.000Z',
    replies: [
      {
        text: 'Hello',
        buttons: [{ kind: 'reply', text: 'Menu', line: 0, indexInLine: 0 }],
        attachments: [{ kind: 'image', url: 'https://example.org/a.jpg' }],
        block: 1,
      },
    ],
    position: 1,
    variables: { order: { basket: [1] }, client: { city: 'Omsk' }, project: { visits: 42 } },
    pending: [{ id: 1, arrow: 1, from: 1, to: 2, due: '2026-01-01T12:10:00.000Z', keep: false, cancelIfLeft: true }],
    trace: [{ event: { kind: 'text', subject: 'hi' } }],
  })
})

it('sends the callback of a pressed button, of the latest one with that caption', async () => {
  const button = (callback: string) => JSON.stringify([{ type: 'inline', text: 'Yes', callback, line: 0, index_in_line: 0 }])
  const document = funnel({
    1: { type: 'nonstate_cond', condition: 'hi', text: 'Sure?', buttonCode: button('sure') },
    2: { type: 'nonstate_cond', condition: 'again', text: 'Really?', buttonCode: button('really') },
    3: { type: 'nonstate_cond', condition: 'sure;really', matchType: 'exact', callbackOnly: true, text: 'Heard #{question}' },
  })
  const steps = await play(document, [{ text: 'hi' }, { button: 'Yes' }, { text: 'again' }, { button: 'Yes' }])
  expect(texts(steps)).toEqual([['Sure?'], ['Heard sure'], ['Really?'], ['Heard really']])
})

it('takes a button without a callback, or that nobody showed, for its caption', async () => {
  expect(texts(await play(funnel(echo), [{ button: 'Menu' }]))).toEqual([['Menu']])
})

it('brings system callbacks, which elements without a condition do not hear', async () => {
  const document = funnel({
    1: { type: 'nonstate_cond', condition: 'paid', text: 'Thank you' },
    2: { type: 'nonstate_cond', text: 'What?' },
  })
  expect(texts(await play(document, [{ callback: 'paid' }, { callback: 'lost' }, { text: 'lost' }]))).toEqual([
    ['Thank you'],
    [],
    ['What?'],
  ])
})

it('brings files with their caption', async () => {
  const document = funnel({ 1: { type: 'nonstate_cond', text: '#{question} #{attachments}' } })
  const urls = ['https://example.org/a.jpg', 'https://example.org/b.jpg']
  const [one, two] = await play(document, [{ attachment: 'https://example.org/a.jpg', text: 'look' }, { attachment: urls }])
  expect(one?.replies[0]?.text).toContain('["https://example.org/a.jpg"]')
  expect(one?.replies[0]?.text).toContain('look')
  expect(two?.replies[0]?.text).toContain(JSON.stringify(urls))
})

it('fires what is planned on the way in order, each at its own moment', async () => {
  const document = funnel(
    {
      1: { type: 'start', condition: 'hi', text: 'Hello' },
      2: { type: 'nonstate', text: 'B #{current_time}' },
      3: { type: 'nonstate', text: 'A #{current_time}' },
    },
    [
      [1, 2, { delay: { value: 2, unit: 'hours' }, cancelTimers: false }],
      [1, 3, { delay: { value: 30, unit: 'minutes' }, cancelTimers: false }],
    ],
  )
  const [, before, day] = await play(document, [{ text: 'hi' }, { advance: '29.5m' }, { advance: '1d' }])
  expect(before).toMatchObject({ replies: [], now: '2026-01-01T12:29:30.000Z' })
  expect(day).toMatchObject({ replies: [{ text: 'A 12:30' }, { text: 'B 14:00' }], now: '2026-01-02T12:29:30.000Z', pending: [] })
  expect(day?.trace.map(({ event }) => event.kind)).toEqual(['timer', 'timer'])
})

it('goes on to a moment, and refuses to go back', async () => {
  const simulation = await createSimulation(funnel(echo))
  onTestFinished(() => simulation.close())
  expect((await simulation.play({ at: '2026-03-10T14:05:00+03:00' })).now).toBe('2026-03-10T11:05:00.000Z')
  await expect(simulation.play({ at: '2026-03-10T14:04:00+03:00' })).rejects.toMatchObject({ name: 'UnplayableStep', path: '.at' })
  await expect(simulation.play({ advance: '9999999999d' })).rejects.toMatchObject({ name: 'UnplayableStep', path: '.advance' })
  await expect(simulation.play({ text: ' ' })).rejects.toMatchObject({ name: 'UnplayableStep', path: '.text' })
})

it('refuses an advance over a planned entry that renews itself without end', async () => {
  const document = funnel({ 1: { type: 'start', condition: 'hi', text: 'Hello' }, 2: { text: 'Tick' } }, [
    [1, 2, { delay: { value: 1, unit: 'seconds' } }],
    [2, 2, { delay: { value: 1, unit: 'seconds' } }],
  ])
  const simulation = await createSimulation(document)
  onTestFinished(() => simulation.close())
  await simulation.play({ text: 'hi' })
  expect((await simulation.play({ advance: '1m' })).replies).toHaveLength(60)
  await expect(simulation.play({ advance: '1d' })).rejects.toMatchObject({ name: 'UnplayableStep' })
})

it('keeps several people apart, and names them where there are several', async () => {
  const document = funnel(
    {
      1: { type: 'start', condition: 'hi', calculator: 'n = n_in_all\nproject.n_in_all = n_in_all + 1', text: 'Hello' },
      2: { text: 'Bye' },
    },
    [[1, 2, { delay: { value: 1, unit: 'minutes' } }]],
    { variables: [{ name: 'n_in_all', value: '1' }] },
  )
  const [first, second, later] = await play(document, [{ text: 'hi' }, { text: 'hi', client: 2 }, { advance: '1m' }])
  expect(first?.replies[0]).not.toHaveProperty('client')
  expect(second).toMatchObject({
    client: 2,
    replies: [{ client: 2 }],
    trace: [{ client: 2 }],
    variables: { order: { n: 2 }, project: { n_in_all: 3 } },
  })
  expect(later).toMatchObject({
    client: 1,
    variables: { order: { n: '1' } },
    replies: [
      { text: 'Bye', client: 1 },
      { text: 'Bye', client: 2 },
    ],
  })
})

it('gives the same transcript every time, and other random numbers with another seed', async () => {
  const document = funnel({ 1: { type: 'nonstate_cond', calculator: 'n = random(1, 1000000)', text: '#{n} #{current_time}' } })
  const steps: DialogueStep[] = [{ text: 'a' }, { advance: '1h' }, { text: 'b' }]
  const first = await play(document, steps)
  expect(await play(document, steps)).toEqual(first)
  expect(texts(await play(document, steps, { seed: 2 }))).not.toEqual(texts(first))
})

it('plays a project that has errors: the client gets what the flow says, the trace tells what was wrong', async () => {
  const document = funnel({ 1: { type: 'nonstate_cond', calculator: 'a = 1 / 0\nb = nothing_of_the_kind(1)\nc = 3', text: 'c is #{c}' } }, [
    [1, 99],
  ])
  const [step] = await play(document, [{ text: 'hi' }])
  expect(step?.replies[0]?.text).toBe('c is 3')
  const lines = step?.trace[0]?.entries.flatMap((entry) => (entry.type === 'line' && entry.diagnostic ? [entry.line] : []))
  expect(lines).toEqual([1, 2])
})

it('answers requests to foreign servers as the dialogue says, and calls nobody', async () => {
  const document = funnel({
    1: {
      type: 'nonstate_cond',
      calculator: 'rate = requests_get("https://bank.example/rate", {"c": "USD"}, "", "rate -> usd;")',
      text: '#{usd} #{custom_answer_status}',
    },
  })
  const answers = [{ url: 'https://bank.example/rate?c=USD', body: { rate: 92.5 } }]
  const steps = await play(document, [
    { text: 'a' },
    { answers },
    { text: 'b' },
    { answers: [{ ...answers[0], url: answers[0]?.url ?? '', status: 500, body: 'oops' }] },
    { text: 'c' },
  ])
  expect(texts(steps)).toEqual([[' 0'], [], ['92.5 200'], [], ['92.5 500']])
})

it('answers the requests of blocks, too, before they speak', async () => {
  const document = funnel({
    1: {
      type: 'nonstate_cond',
      request: requestSchema.parse({
        type: 'post_json',
        url: 'https://crm.example/leads',
        body: '{"text": "#{question}"}',
        saved: [{ path: 'lead|id', variable: 'lead' }],
      }),
      text: 'Lead #{lead}',
    },
  })
  const answers = [{ method: 'POST' as const, url: 'https://crm.example/leads', status: 201, body: { lead: { id: 17 } } }]
  expect(texts(await play(document, [{ answers }, { text: 'hello' }]))).toEqual([[], ['Lead 17']])
})
