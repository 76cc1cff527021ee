import { expect, it } from 'vitest'
import { postgresDatabase } from '../db/postgres-database.ts'
import { openPostgres } from '../db/postgres.ts'
import { createInstallation } from '../installation.ts'
import { noNotices, type Notice } from '../processes/notices.ts'
import { VirtualClock } from './clocks.ts'
import { createPeriodicLooks } from './periodic-looks.ts'

const nothing = async () => undefined

it('looks at everything when it starts, when notices may have been missed, and while others work on the database', async () => {
  const clock = new VirtualClock(0)
  const listeners: ((notice: Notice) => void)[] = []
  const looks = createPeriodicLooks({ clock, notices: { ...noNotices, hear: (call) => void listeners.push(call) }, shared: true })
  const seen: string[] = []
  looks.add(() => seen.push('mails'))
  looks.add(() => seen.push('shifts'))
  listeners.forEach((hear) => hear({ type: 'missed' }))
  expect(seen).toEqual([])
  looks.start()
  expect(seen.splice(0)).toEqual(['mails', 'shifts'])
  listeners.forEach((hear) => hear({ type: 'missed' }))
  expect(seen.splice(0)).toEqual(['mails', 'shifts'])
  // A clock that is moved by hand does not stop on the way.
  await clock.advanceTo(3650 * 86_400_000, nothing)
  expect(seen.splice(0)).toEqual(['mails', 'shifts'])
  looks.stop()
  listeners.forEach((hear) => hear({ type: 'missed' }))
  await clock.advanceTo(3651 * 86_400_000, nothing)
  expect(seen).toEqual([])
})

it('alone on its database nobody else can have planned anything', async () => {
  const clock = new VirtualClock(0)
  const looks = createPeriodicLooks({ clock, notices: noNotices, shared: false })
  let seen = 0
  looks.add(() => seen++)
  looks.start()
  await clock.advanceTo(86_400_000, nothing)
  expect(seen).toBe(1)
})

it('years of a shared database cost as many queries as there is to do', async () => {
  const database = await postgresDatabase()
  const db = await openPostgres(database.url)
  let transactions = 0
  const counted: typeof db = {
    ...db,
    transaction: (work, urgency) => {
      transactions++
      return db.transaction(work, urgency)
    },
  }
  const clock = new VirtualClock(Date.parse('2026-03-10T12:00:00Z'))
  const installation = createInstallation({ database: counted, clock })
  await installation.worker.start()
  await installation.worker.settled()
  transactions = 0
  await clock.advanceTo(clock.now() + 3650 * 86_400_000, () => installation.worker.settled())
  expect(transactions).toBeLessThan(20)
  await installation.close()
  await database.drop()
})
