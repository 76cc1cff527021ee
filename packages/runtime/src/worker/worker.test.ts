import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { echo, funnel, noon, talk, type Talk } from '../../test/funnel.ts'
import { count, cure, poison } from '../../test/storage.ts'
import { VirtualClock } from './clocks.ts'
import { ChannelClosed, Overloaded } from './contract.ts'

describe('events', () => {
  it('are worked off once, however often and however mixed they are delivered; a repeat is answered as the first', async () => {
    const chat = await talk(echo)
    const deliveries = Array.from({ length: 5 }, () => ['a', 'b', 'c', 'd']).flat()
    const shuffled = deliveries.map((id, index) => ({ id, rank: (index * 7919) % 20 })).sort((a, b) => a.rank - b.rank)
    const answers = await Promise.all(shuffled.map(({ id }) => chat.say('anna', `text ${id}`, id)))
    expect(answers).toEqual(shuffled.map(({ id }) => [`text ${id}`]))
    expect(await count(chat, 'turns')).toBe(4)
    expect(await chat.say('anna', 'another text', 'a')).toEqual(['text a'])
    expect(await count(chat, 'messages')).toBe(8)
  })

  it('of one client are worked off in the order in which they came, those of others beside them', async () => {
    const chat = await talk(echo)
    const people = Array.from({ length: 20 }, (_, index) => `person${index}`)
    const numbers = Array.from({ length: 25 }, (_, index) => String(index))
    await Promise.all(numbers.flatMap((number) => people.map((who) => chat.say(who, number))))
    const expected = numbers.flatMap((number) => [`${number} heard`, `${number} said`])
    for (const who of people) {
      expect((await chat.dialogue(who)).map((line) => line.replace(`${who}: `, '').replace('bot: ', ''))).toEqual(
        expected.map((line) => line.replace(/ .*/, '')),
      )
    }
  })

  it('beyond capacity are refused and not stored', async () => {
    const chat = await talk(echo, { capacity: 1 })
    const [first, second] = await Promise.allSettled([chat.say('anna', 'one'), chat.say('boris', 'two')])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ status: 'rejected', reason: expect.any(Overloaded) })
    expect(await count(chat, 'inbox')).toBe(1)
    expect(await chat.say('boris', 'two')).toEqual(['two'])
  })

  it('are refused where there is nobody to hear them', async () => {
    const chat = await talk(echo)
    const { worker, projects } = chat.installation
    const to = (channel: string) =>
      worker.accept({ channel, outsideId: 'x:1', from: { outsideId: 'x' }, event: { kind: 'text', text: 'hi' } })
    await expect(to('nowhere')).rejects.toEqual(new ChannelClosed('unknown'))
    await projects.updateChannel(chat.project, chat.channel, { enabled: false })
    await expect(to(chat.channel)).rejects.toEqual(new ChannelClosed('closed'))
    await projects.updateChannel(chat.project, chat.channel, { enabled: true })
    await projects.remove(chat.project)
    await expect(to(chat.channel)).rejects.toEqual(new ChannelClosed('unpublished'))
    expect(await count(chat, 'inbox')).toBe(0)
  })
})

describe('a turn that fails', () => {
  it('is tried three times, then set aside and logged; later events go on and neighbours do not notice', async () => {
    const errors: unknown[] = []
    const chat = await talk(echo, { onError: (error) => errors.push(error) })
    await poison(chat, 'bad')
    const answers = await Promise.all([chat.say('anna', 'bad'), chat.say('anna', 'good'), chat.say('boris', 'fine')])
    expect(answers).toEqual([[], ['good'], ['fine']])
    expect(await chat.dialogue('anna')).toEqual(['anna: good', 'bot: good'])
    expect(errors).toHaveLength(3)
    expect(await chat.installation.projects.log(chat.project)).toMatchObject([{ code: 'turn-set-aside', level: 'error', count: 1 }])
  })

  it('that failed for a while is worked off in its place', async () => {
    let failures = 0
    const chat: Talk = await talk(echo, {
      onError: () => {
        if (++failures === 2) void cure(chat)
      },
    })
    await poison(chat, 'bad')
    expect(await Promise.all([chat.say('anna', 'bad'), chat.say('anna', 'good')])).toEqual([['bad'], ['good']])
    expect(await chat.dialogue('anna')).toEqual(['anna: bad', 'bot: bad', 'anna: good', 'bot: good'])
  })

  it('leaves nothing behind: no variable of the project, no order, no planned entry', async () => {
    const script = 'project.total = 5\nwish = 1'
    const chat = await talk(
      funnel(
        {
          1: { type: 'start', condition: 'go', matchType: 'exact', calculator: script, text: 'bad' },
          2: { type: 'nonstate_cond', text: '#{project.total}!' },
        },
        [[1, 2, { delay: { value: 1, unit: 'hours' } }]],
      ),
    )
    await poison(chat, 'bad')
    await chat.say('anna', 'go')
    await cure(chat)
    expect(await Promise.all([count(chat, 'orders'), count(chat, 'timers'), count(chat, 'project_variables')])).toEqual([0, 0, 0])
    expect(await chat.say('anna', 'other')).not.toEqual(['5!'])
    expect(await chat.say('anna', 'go')).toEqual(['bad'])
    expect(await chat.say('boris', 'other')).toEqual(['5!'])
    expect(await Promise.all([count(chat, 'orders'), count(chat, 'timers'), count(chat, 'project_variables')])).toEqual([1, 1, 1])
  })
})

describe('after a restart from disk', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'voronka-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const steps = funnel(
    {
      1: { type: 'start', condition: 'start', matchType: 'exact', text: 'Name?' },
      2: { type: 'state', text: 'Hello, #{who}. Age?' },
      3: { type: 'state', text: '#{who} is #{age}' },
      4: { type: 'nonstate', text: 'still there?' },
    },
    [
      [1, 2, { collectsData: true, variable: 'who' }],
      [2, 3, { collectsData: true, variable: 'age' }],
      [2, 4, { delay: { value: 10, unit: 'minutes' } }],
    ],
  )
  const open = (now: number) => talk(steps, { database: join(folder, 'voronka.db'), clock: new VirtualClock(now) })

  it('conversations go on, with their variables and what was planned; what fell due meanwhile runs at once', async () => {
    const before = await open(noon)
    await before.say('anna', 'start')
    await before.say('anna', 'Anna')
    await before.installation.close()

    const after = await open(noon + 3_600_000)
    await after.advance(0)
    expect((await after.dialogue('anna')).at(-1)).toBe('bot: still there?')
    expect(await after.say('anna', '33')).toEqual(['Anna is 33'])
    await after.installation.close()
  })

  it('events that were taken in and not worked off are worked off in order', async () => {
    const before = await open(noon)
    await before.say('anna', 'start')
    const client = await before.clientId('anna')
    const { inbox } = before.installation
    for (const text of ['Anna', '33']) {
      const event = { channel: before.channel, outsideId: `anna:${text}`, client, event: { kind: 'text', text } as const, now: noon }
      await before.read(() => inbox.add(event, 0))
    }
    await before.installation.close()

    const after = await open(noon)
    expect((await after.dialogue('anna')).slice(-2)).toEqual(['anna: 33', 'bot: Anna is 33'])
    expect(await after.say('anna', 'Anna', 'Anna')).toEqual(['Hello, Anna. Age?'])
    await after.installation.close()
  })

  it('a repeat from before is still a repeat', async () => {
    const before = await open(noon)
    await before.say('anna', 'start', 'm-1')
    await before.installation.close()
    const after = await open(noon)
    expect(await after.say('anna', 'start', 'm-1')).toEqual(['Name?'])
    expect(await after.dialogue('anna')).toHaveLength(2)
    await after.installation.close()
  })
})

it('counts what is logged again within a minute instead of repeating it', async () => {
  const chat = await talk(funnel({ 1: { type: 'nonstate_cond', calculator: 'x = 1 / 0', text: 'x' } }))
  for (const text of ['a', 'b', 'c']) await chat.say('anna', text)
  expect((await chat.installation.projects.log(chat.project)).map(({ count: times }) => times)).toEqual([3])
  await chat.advance(61_000)
  await chat.say('anna', 'd')
  expect((await chat.installation.projects.log(chat.project)).map(({ count: times }) => times)).toEqual([1, 3])
})
