import { beforeAll, expect, it } from 'vitest'
import { people } from '../../test/people.ts'
import { onEveryDatabase } from '../db/on-every-database.ts'
import { inboxStates, inboxStore } from './inbox.store.ts'

onEveryDatabase('the inbox', (db) => {
  let anna = 0
  let boris = 0
  beforeAll(async () => {
    ;[anna = 0, boris = 0] = await people(db(), 4, 'anna', 'boris')
  })

  const add = (client: number, outsideId: string, channel = 'c4') =>
    db().transaction(() =>
      inboxStore(db()).add({ channel, outsideId, client, event: { kind: 'text', text: outsideId }, now: 1 }, inboxStates.waiting),
    )
  const nextOf = (client: number) => db().transaction(() => inboxStore(db()).nextOf(client))
  const waiting = () => db().transaction(() => inboxStore(db()).clientsWaiting())

  it('takes an event in once, however many try at once', async () => {
    const atOnce = await Promise.all([add(anna, 'one'), add(anna, 'one'), add(anna, 'one')])
    expect(atOnce.filter((id) => id !== undefined)).toHaveLength(1)
    expect(await add(boris, 'one')).toBeUndefined()
    expect(await add(anna, 'one', 'other')).toBeDefined()
  })

  it('gives the events of a client in the order in which they came, until they are done or set aside', async () => {
    const first = await nextOf(anna)
    expect(first).toMatchObject({ client: anna, event: { kind: 'text', text: 'one' }, attempts: 0 })
    await db().transaction(() => inboxStore(db()).failed(first?.id ?? 0, 2, false))
    expect(await nextOf(anna)).toEqual({ ...first, attempts: 2 })
    await db().transaction(() => inboxStore(db()).finish(first?.id ?? 0, null))
    const second = await nextOf(anna)
    expect(second?.id).toBeGreaterThan(first?.id ?? 0)
    await db().transaction(() => inboxStore(db()).failed(second?.id ?? 0, 3, true))
    expect(await nextOf(anna)).toBeUndefined()
  })

  it('knows whose events wait', async () => {
    expect(await waiting()).toEqual([])
    await add(boris, 'two')
    await add(boris, 'three')
    expect(await waiting()).toEqual([boris])
  })
})
