import { expect, it } from 'vitest'
import { funnel, talk } from '../../test/funnel.ts'
import { count, cure, poison } from '../../test/storage.ts'

const reminder = (delay: { value: number; unit: 'seconds' | 'minutes' | 'days' }, script = '') =>
  funnel(
    {
      1: { type: 'start', condition: 'go', matchType: 'exact', text: 'started', calculator: script },
      2: { type: 'nonstate', text: 'reminder' },
      3: { type: 'nonstate_cond', text: 'heard #{question}' },
    },
    [[1, 2, { delay, cancelIfLeft: true }]],
  )

it('timers fire exactly once, at their moment and not before', async () => {
  const chat = await talk(reminder({ value: 10, unit: 'minutes' }))
  await chat.say('anna', 'go')
  await chat.advance(10 * 60_000 - 1)
  expect(await chat.dialogue('anna')).toEqual(['anna: go', 'bot: started'])
  await chat.advance(1)
  expect(await chat.dialogue('anna')).toEqual(['anna: go', 'bot: started', 'bot: reminder'])
  await chat.advance(24 * 3_600_000)
  expect(await chat.dialogue('anna')).toHaveLength(3)
  expect(await count(chat, 'timers')).toBe(0)
})

it('timers fire after years, though the timers of the platform end after 24 days', async () => {
  const chat = await talk(reminder({ value: 3650, unit: 'days' }))
  await chat.say('anna', 'go')
  await chat.advance(3650 * 86_400_000)
  expect((await chat.dialogue('anna')).at(-1)).toBe('bot: reminder')
})

it('timers of many people fire in due order, thousands at one moment too', async () => {
  const chat = await talk(reminder({ value: 5, unit: 'seconds' }))
  // On a shared database people whose moment is the same come side by side, and each is twenty journeys to it.
  const { shared } = chat.installation.db.can
  const people = Array.from({ length: shared ? 120 : 1200 }, (_, index) => `p${index}`)
  await Promise.all(people.map((who) => chat.say(who, 'go')))
  await chat.advance(1000)
  await chat.say('late', 'go')
  const order: string[] = []
  chat.installation.worker.onTurn(({ outsideId }) => order.push(outsideId))
  await chat.advance(60_000)
  expect(order.pop()).toBe('late')
  expect(shared ? order.sort() : order).toEqual(shared ? people.sort() : people)
})

it('timers wait while the bot is paused for the client, and run when it is resumed', async () => {
  const chat = await talk(reminder({ value: 5, unit: 'minutes' }, 'pause_bot(30)'))
  await chat.say('anna', 'go')
  await chat.advance(29 * 60_000)
  expect((await chat.dialogue('anna')).at(-1)).toBe('bot: started')
  expect(await chat.say('anna', 'hello?')).toEqual([])
  await chat.advance(60_000)
  expect((await chat.dialogue('anna')).at(-1)).toBe('bot: reminder')
  expect(await chat.say('anna', 'hello?')).toEqual(['heard hello?'])
})

it('timers that keep failing are set aside, and the others go on', async () => {
  const chat = await talk(reminder({ value: 5, unit: 'seconds' }))
  await chat.say('anna', 'go')
  await poison(chat, 'reminder')
  await chat.advance(10_000)
  expect(await count(chat, 'timers')).toBe(0)
  expect(await chat.installation.projects.log(chat.project)).toMatchObject([{ code: 'timer-set-aside' }])
  await cure(chat)
  await chat.say('anna', 'go')
  await chat.advance(10_000)
  expect((await chat.dialogue('anna')).at(-1)).toBe('bot: reminder')
})

it('timers wait while the project is in the bin', async () => {
  const chat = await talk(reminder({ value: 5, unit: 'seconds' }))
  await chat.say('anna', 'go')
  await chat.installation.projects.remove(chat.project)
  await chat.advance(30_000)
  expect((await chat.dialogue('anna')).at(-1)).toBe('bot: started')
  await chat.installation.projects.restore(chat.project)
  await chat.advance(60_000)
  expect((await chat.dialogue('anna')).at(-1)).toBe('bot: reminder')
})
