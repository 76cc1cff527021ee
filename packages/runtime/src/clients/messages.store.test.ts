import { drive } from '@voronka/flow/engine'
import { beforeAll, expect, it } from 'vitest'
import { people } from '../../test/people.ts'
import { onEveryDatabase } from '../db/on-every-database.ts'
import { clientsStore } from './clients.store.ts'
import { dialoguesStore } from './dialogues.store.ts'
import { messagesStore, type NewMessage } from './messages.store.ts'

onEveryDatabase('messages', (db) => {
  let anna = 0
  let boris = 0
  beforeAll(async () => {
    ;[anna = 0, boris = 0] = await people(db(), 7, 'anna', 'boris')
  })

  const add = (message: Partial<NewMessage>) =>
    db().transaction(() =>
      messagesStore(db()).add({ client: anna, turn: null, author: 'bot', text: 'hi', extra: {}, block: null, at: 1, ...message }),
    )

  it('come back as they were stored', async () => {
    const message: NewMessage = {
      client: anna,
      turn: 3,
      author: 'bot',
      text: "O'Neil \u{1F600}\n<b>",
      extra: { format: 'html', buttons: [{ kind: 'inline', text: 'Go', line: 0, indexInLine: 1, callback: 'go' }], silent: true },
      block: 12,
      at: 1_700_000_000_000,
    }
    const stored = await add(message)
    expect(stored).toEqual({ ...message, id: expect.any(Number), account: null, speaker: null, pinned: false, editedAt: null })
    expect(await drive(messagesStore(db()).latest(anna, 1))).toEqual([stored])
  })

  it('are given oldest first: the latest, those after a number, those of a turn', async () => {
    const store = messagesStore(db())
    const ids: number[] = []
    for (let turn = 10; turn < 15; turn++) {
      ids.push((await add({ client: boris, turn, text: 'in', author: 'client' })).id, (await add({ client: boris, turn, text: 'out' })).id)
      await add({ client: anna, turn })
    }
    const idsOf = (messages: readonly { id: number }[]) => messages.map(({ id }) => id)
    expect(idsOf(await drive(store.latest(boris, 3)))).toEqual(ids.slice(-3))
    expect(idsOf(await drive(store.after(boris, ids[5] ?? 0, 3)))).toEqual(ids.slice(6, 9))
    expect(idsOf(await drive(store.ofTurn(boris, 12)))).toEqual(ids.slice(4, 6))
  })

  it('are found by a part of their text, small or large, also in letters that no database knows so', async () => {
    const store = messagesStore(db())
    const texts = ['Запись на 100%', 'моя запись', 'ЗАПИСЬ', 'Подпись']
    for (const text of texts) await add({ client: boris, text })
    const found = async (containing: string) => (await drive(store.page(boris, { containing }, 10))).map(({ text }) => text).toReversed()
    expect(await found('запис')).toEqual(texts.slice(0, 3))
    expect(await found('0%')).toEqual(texts.slice(0, 1))
    expect(await found('_')).toEqual([])
  })

  it('go with their client, whose number is never given again', async () => {
    const clients = clientsStore(db(), dialoguesStore(db()))
    const carla = await db().transaction(() => clients.findOrCreate({ project: 7, channel: 'c7', outsideId: 'carla', name: '', now: 1 }))
    await add({ client: carla.id })
    await db().transaction(() => clients.remove(carla.id))
    expect(await drive(messagesStore(db()).latest(carla.id, 10))).toEqual([])
    const again = await db().transaction(() => clients.findOrCreate({ project: 7, channel: 'c7', outsideId: 'carla', name: '', now: 1 }))
    expect(again.id).toBeGreaterThan(carla.id)
  })
})
