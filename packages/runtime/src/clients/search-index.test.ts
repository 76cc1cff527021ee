import { afterEach, beforeEach, expect, it } from 'vitest'
import { echo, talk, type Talk } from '../../test/funnel.ts'
import { rows } from '../../test/storage.ts'

let chat: Talk
beforeEach(async () => (chat = await talk(echo)))
afterEach(() => chat.installation.close())

/** Behind the transactions that were begun before. */
const stale = async () => {
  await chat.installation.db.transaction(function* () {
    yield* []
  })
  return (await rows(chat.installation.db, 'select client_id from dialogues where stale = 1')).length
}
const found = async (word: string) =>
  (await rows(chat.installation.db, `select client_id from search_words where word = '${word}' order by client_id`)).length
const everybodySays = (text: string, people: number) =>
  Promise.all(Array.from({ length: people }, (_, index) => chat.say(`p${index}`, text)))

it('follows what was said by itself, a few people at a time', async () => {
  await everybodySays('zebra', 70)
  expect(await stale()).toBe(70)
  while (await stale()) await chat.advance(1000)
  expect(await found('zebra')).toBe(70)
})

it('marks again whoever was looked at before', async () => {
  await chat.say('anna', 'zebra')
  await chat.installation.search.catchUp()
  expect(await stale()).toBe(0)
  await chat.say('anna', 'giraffe')
  await chat.say('anna', 'giraffe once more')
  expect(await stale()).toBe(1)
  await chat.installation.search.catchUp()
  expect([await stale(), await found('giraffe')]).toEqual([0, 1])
})

it('catches up with so many for one who waits, and with everybody for one who must not miss any', async () => {
  await everybodySays('zebra', 70)
  await chat.installation.search.catchUp(40)
  expect(await found('zebra')).toBe(40)
  await chat.installation.search.catchUp(Infinity)
  expect(await found('zebra')).toBe(70)
})

it('ends with the installation, whatever is still to be looked at', async () => {
  const errors: unknown[] = []
  const other = await talk(echo, { onError: (error) => void errors.push(error) })
  await Promise.all(Array.from({ length: 70 }, (_, index) => other.say(`p${index}`, 'zebra')))
  const catching = other.installation.search.catchUp(Infinity)
  await other.installation.close()
  await catching
  expect(errors).toEqual([])
})
