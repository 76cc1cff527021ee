import { settle } from '@voronka/flow/engine'
import { describe, expect, it } from 'vitest'
import { echo, funnel, noon, talk, type Talk } from '../../test/funnel.ts'
import { VirtualClock } from '../worker/clocks.ts'
import { retentionStore } from './retention.store.ts'
import { createSweeper } from './sweeper.ts'

const dayMs = 86_400_000
const days = { messages: 10, traces: 10, inbox: 2, log: 10 }

async function swept({ installation }: Talk, now = installation.clock.now()): Promise<void> {
  const faults: unknown[] = []
  const sweeper = createSweeper({ db: installation.db, clock: new VirtualClock(now) }, (error) => faults.push(error))
  await sweeper.sweep()
  expect(faults).toEqual([])
}

const keep = (chat: Talk, kept: typeof days | { messages: null; traces: null; inbox: number; log: null }) =>
  chat.read(() => retentionStore(chat.installation.db).set(chat.project, kept))
const count = async (chat: Talk, table: 'turns' | 'inbox' | 'messages') =>
  (await chat.read(() => settle(chat.installation.db.all(chat.installation.db.build.selectFrom(table).select('id'))))).length

describe('clearing up', () => {
  it('removes what is older than the project wants, whatever the number of rows', async () => {
    const chat = await talk(echo)
    await keep(chat, days)
    for (let number = 0; number < 1200; number++) await chat.say(`visitor-${number % 7}`, 'old')
    await chat.advance(20 * dayMs)
    for (let number = 0; number < 7; number++) await chat.say(`visitor-${number}`, 'new')
    await chat.installation.search.catchUp()
    await swept(chat)
    await chat.installation.search.catchUp()
    const { db } = chat.installation
    const found = await db.all(db.build.selectFrom('search_words').select('word').distinct().where('word', 'in', ['old', 'new']))
    expect(found).toEqual([{ word: 'new' }])
    expect([await count(chat, 'turns'), await count(chat, 'inbox'), await count(chat, 'messages')]).toEqual([7, 7, 14])
    expect(await chat.dialogue('visitor-3')).toEqual(['visitor-3: new', 'bot: new'])
    await chat.installation.close()
  }, 60_000)

  it('keeps for ever what nobody limits, and marks of events for 48 hours', async () => {
    const chat = await talk(echo)
    await keep(chat, { messages: null, traces: null, inbox: 2, log: null })
    await chat.say('anna', 'hi', 'once')
    await chat.advance(2 * dayMs)
    await swept(chat)
    expect(await count(chat, 'inbox')).toBe(1)
    await swept(chat, noon + 2 * dayMs + 1)
    expect([await count(chat, 'turns'), await count(chat, 'inbox'), await count(chat, 'messages')]).toEqual([1, 0, 2])
    await chat.installation.close()
  })

  it('leaves a waiting client what he needs: his question, his place and what is planned for him', async () => {
    const chat = await talk(
      funnel(
        {
          1: { type: 'start', condition: 'go', matchType: 'exact', text: 'How many?' },
          2: { type: 'nonstate', text: 'Still there?' },
          3: { text: 'Thanks' },
        },
        [
          [1, 2, { delay: { value: 300, unit: 'days' } }],
          [1, 3, { condition: '5', matchType: 'exact' }],
        ],
      ),
    )
    await keep(chat, days)
    await chat.say('anna', 'nothing that fits')
    await chat.say('anna', 'go')
    await chat.advance(200 * dayMs)
    await swept(chat)
    expect(await chat.dialogue('anna')).toEqual(['anna: go', 'bot: How many?'])
    expect(await chat.say('anna', '5')).toEqual(['Thanks'])
    await chat.installation.close()
  })
})
