/** Many pending entries in one database: those that fell due while nobody ran come once, in order, and are marked (reliability-promises, P3.1, P3.2). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeDue, plantTimers, reminded, reminders, type Planted } from '../../test/pending-timers.ts'
import { noon, talk, type Talk } from '../../test/funnel.ts'
import { count } from '../../test/storage.ts'
import { VirtualClock } from './clocks.ts'

const people = 1000
const each = 5
const hour = 3_600_000

let folder: string
let file: string
let planted: Planted
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-timers-'))
  file = join(folder, 'voronka.db')
  planted = await plantTimers(file, people, each)
  makeDue(file, planted, { pending: 2, people, from: noon, within: hour })
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (now: number): Promise<Talk> => talk(reminders, { database: file, clock: new VirtualClock(now) })

it('late ones come once, in due order, marked late; the others stay', async () => {
  const chat = await open(noon + 2 * hour)
  await chat.advance(1000)
  const came = reminded(file)
  expect(came).toMatchObject({ count: people, people, inOrder: true, late: people })
  expect(await count(chat, 'timers')).toBe(1 + people * (each - 1))
  await chat.installation.close()
})

it('a stop in the middle of them loses none and doubles none', async () => {
  const first = await open(noon + 2 * hour)
  // Stopped while they are fired: what was begun is finished, the rest stays.
  await first.installation.close()
  const before = reminded(file)
  expect(before.count).toBeLessThan(people)
  const second = await open(noon + 3 * hour)
  await second.advance(1000)
  expect(reminded(file)).toMatchObject({ count: people, people, inOrder: true, late: people })
  await second.installation.close()
})

it('those on time are not marked, and come while people write', async () => {
  const few = 60
  makeDue(file, planted, { pending: 2, people, from: noon + 1000 * hour, within: hour })
  makeDue(file, planted, { pending: 3, people: few, from: noon, within: hour })
  const chat = await open(noon - 1)
  for (let minute = 0; minute < 60; minute++) {
    await chat.advance(60_000)
    if (minute % 10 === 0) expect(await chat.say('anna', 'hello')).toEqual(['heard hello'])
  }
  await chat.advance(1000)
  expect(reminded(file)).toMatchObject({ count: few, people: few, inOrder: true, late: 0 })
  await chat.installation.close()
})
