import { expect, it } from 'vitest'
import { people } from '../../test/people.ts'
import { connectionsStore } from '../connections/connections.store.ts'
import { onEveryDatabase } from '../db/on-every-database.ts'
import { feedsStore } from './feeds.store.ts'

onEveryDatabase('a messenger', (db) => {
  it('is asked for news by one process; who does not move on for long is taken over from where he was, and says no more', async () => {
    await people(db(), 1)
    const row = { project_id: 1, kind: 'telegram', name: '', enabled: 1, settings: '{}', secrets: '', inbound: '', inbound_hash: 'x' }
    const { id } = await db().transaction(() => connectionsStore(db()).add({ ...row, checked: null, created_at: 0 }))
    const feeds = feedsStore(db())
    const hold = (holder: string, now: number) => db().transaction(() => feeds.hold(id, holder, now, now + 90))
    const moveOn = (holder: string, position: number) => db().transaction(() => feeds.moveOn(id, holder, position))

    const processes = ['a', 'b', 'c']
    const begun = await Promise.all(processes.map((process) => hold(process, 1000)))
    expect(begun.filter((position) => position !== undefined)).toEqual([0])
    const first = processes.find((_, at) => begun[at] === 0) ?? ''
    expect(await moveOn(first, 7)).toBe(true)
    expect(await hold(first, 1080)).toBe(7)
    expect(await hold('other', 1169)).toBeUndefined()

    expect(await hold('other', 1170)).toBe(7)
    expect(await moveOn(first, 8)).toBe(false)
    expect(await hold(first, 1180)).toBeUndefined()
    await db().transaction(() => feeds.letGo(id, 'other'))
    expect(await hold(first, 1181)).toBe(7)
  })
})
