import type { Pending } from '@voronka/flow/engine'
import { beforeAll, expect, it } from 'vitest'
import { people } from '../../test/people.ts'
import { onEveryDatabase } from '../db/on-every-database.ts'
import { timersStore } from './timers.store.ts'

const entry = (id: number, due: number, more: Partial<Pending> = {}): Pending => ({
  id,
  arrow: 4,
  from: 1,
  to: 2,
  due,
  keep: false,
  cancelIfLeft: false,
  plannedAt: 5,
  ...more,
})

onEveryDatabase('timers', (db) => {
  let anna = 0
  let boris = 0
  beforeAll(async () => {
    ;[anna = 0, boris = 0] = await people(db(), 3, 'anna', 'boris')
  })

  const timers = () => timersStore(db())
  const due = (until: number, limit = 100) => db().transaction(() => timers().due(until, limit))
  const key = ({ client, pending }: { client: number; pending: number }) => `${client}:${pending}`

  it('come back to their client as they were planned', async () => {
    const planned = entry(1, 100, { keep: true, cancelIfLeft: true })
    await db().transaction(() => timers().add(anna, 3, planned, 0))
    expect(await db().transaction(() => timers().ofClient(anna))).toEqual([planned])
    expect(await db().transaction(() => timers().ofClient(boris))).toEqual([])
  })

  it('are due in the order of their moments, so many at a time, on the real clock', async () => {
    await db().transaction(function* () {
      yield* timers().add(boris, 3, entry(1, 90), 0)
      yield* timers().add(boris, 3, entry(2, 300), 250)
      yield* timers().add(boris, 3, entry(3, 100), 0)
    })
    expect((await due(99)).map(key)).toEqual([`${boris}:2`, `${boris}:1`])
    expect((await due(100)).map(key)).toEqual([`${boris}:2`, `${boris}:1`, `${anna}:1`, `${boris}:3`])
    expect((await due(100, 1)).map(key)).toEqual([`${boris}:2`])
    expect(await db().transaction(() => timers().next())).toBe(50)
  })

  it('of other clients with the same number stay when one is taken out', async () => {
    await db().transaction(() => timers().remove(boris, 1))
    expect((await due(100)).map(key)).toEqual([`${boris}:2`, `${anna}:1`, `${boris}:3`])
  })

  it('that are postponed keep the moment for which they were planned', async () => {
    await db().transaction(() => timers().postpone(anna, 1, 500))
    expect((await due(499)).map(key)).not.toContain(`${anna}:1`)
    expect(await db().transaction(() => timers().ofClient(anna))).toMatchObject([{ id: 1, due: 100 }])
  })
})
