/** The clock of the machine jumps, the process stops, the process dies: each planned entry comes once and never before its moment (P3.1, P3.5, P4.1). */
import fc from 'fast-check'
import { drive } from '@voronka/flow/engine'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { reminders } from '../../test/pending-timers.ts'
import { noon } from '../../test/funnel.ts'
import { openSqlite, type SqliteDb } from '../db/sqlite.ts'
import { createInstallation, type Installation } from '../installation.ts'

const minute = 60_000

type Action =
  | { readonly do: 'wait' | 'jump'; readonly minutes: number }
  | { readonly do: 'stop' }
  /** Dies this many steps of the event loop after so much fell due at once. */
  | { readonly do: 'die'; readonly minutes: number; readonly steps: number }

const actions = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 15 }) }),
    fc.record({ do: fc.constant('jump' as const), minutes: fc.integer({ min: -30, max: 30 }) }),
    fc.constant({ do: 'stop' as const }),
    fc.record({ do: fc.constant('die' as const), minutes: fc.integer({ min: 0, max: 20 }), steps: fc.integer({ min: 0, max: 12 }) }),
  ),
  { maxLength: 6 },
)
/** For each of a few people: in how many minutes something is due. */
const plans = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-clocks-'))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: noon })
})
afterAll(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

it('planned entries come once each and never early, whatever the clock and the process do', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(plans, actions, async (people, all) => {
      vi.setSystemTime(noon)
      const machine = await Machine.open(people)
      try {
        for (const action of all) {
          await machine.carryOut(action)
          expect(await machine.wrong(), JSON.stringify(action)).toEqual([])
        }
        await machine.carryOut({ do: 'jump', minutes: 180 })
        await machine.carryOut({ do: 'wait', minutes: 1 })
        expect(await machine.wrong()).toEqual([])
        expect(await machine.came()).toBe(people.flat().length)
      } finally {
        await machine.close()
      }
    }),
    { numRuns: 15 },
  )
})

let images = 0

class Machine {
  #db: SqliteDb
  #installation: Installation
  readonly #errors: unknown[] = []
  /** When each person is to hear something, in order. */
  readonly #moments = new Map<number, number[]>()

  private constructor(db: SqliteDb) {
    this.#db = db
    this.#installation = this.#start()
  }

  static async open(people: readonly (readonly number[])[]): Promise<Machine> {
    const machine = new Machine(openSqlite(':memory:'))
    await machine.#plan(people)
    await machine.#installation.worker.start()
    return machine
  }

  #start(): Installation {
    // The database stays open when an installation is closed: it is what is left of it.
    const database = Object.create(this.#db, { close: { value: () => undefined } })
    return createInstallation({ database, onError: (error) => void this.#errors.push(error) })
  }

  async #plan(people: readonly (readonly number[])[]): Promise<void> {
    const { projects, worker, clients, timers, db } = this.#installation
    const { id, revision } = await projects.create({ file: reminders, language: 'en' })
    await projects.publish(id, { revision, note: '' })
    const channel = (await projects.channels(id))[0]?.key ?? ''
    for (const [index, minutes] of people.entries()) {
      const from = { outsideId: `p${index}` }
      await worker.accept({ channel, outsideId: `hello ${index}`, from, event: { kind: 'text', text: 'hello' } })
      const client = (await drive(clients.findByOutsideId(channel, from.outsideId)))?.id ?? 0
      this.#moments.set(
        client,
        minutes.map((each) => noon + each * minute).toSorted((a, b) => a - b),
      )
      const same = { arrow: 1, from: 1, to: 2, keep: true, cancelIfLeft: false, plannedAt: noon }
      await db.transaction(function* () {
        for (const [at, each] of minutes.entries()) yield* timers.add(client, id, { id: 100 + at, due: noon + each * minute, ...same }, 0)
      })
    }
  }

  async carryOut(action: Action): Promise<void> {
    switch (action.do) {
      case 'wait':
        await vi.advanceTimersByTimeAsync(action.minutes * minute)
        return this.#installation.worker.settled()
      case 'jump':
        vi.setSystemTime(Date.now() + action.minutes * minute)
        // It is noticed within a minute.
        await vi.advanceTimersByTimeAsync(minute)
        return this.#installation.worker.settled()
      case 'stop':
        await this.#installation.close()
        return this.#again()
      case 'die':
        vi.setSystemTime(Date.now() + action.minutes * minute)
        this.#installation.worker.wakeTimers()
        for (let step = 0; step < action.steps; step++) await new Promise(setImmediate)
        return this.#die()
      default:
        return action satisfies never
    }
  }

  /** What is on disk at this moment is all that is left: what was on its way comes to nothing. */
  async #die(): Promise<void> {
    const image = this.#db.connection.serialize()
    await this.close()
    const file = join(folder, `${++images}.db`)
    writeFileSync(file, image)
    this.#db = openSqlite(file)
    await this.#again()
  }

  async #again(): Promise<void> {
    this.#installation = this.#start()
    await this.#installation.worker.start()
    // What is due at this very moment waits for the next tick of the clock.
    await vi.advanceTimersByTimeAsync(1)
    await this.#installation.worker.settled()
  }

  #rows<Row>(query: string): Row[] {
    return this.#db.connection.prepare<[], Row>(query).all()
  }

  async came(): Promise<number> {
    return this.#rows("select id from messages where text = 'reminder'").length
  }

  /** Whatever must not be: an entry that came early, twice or not at all although it is due, or an error. */
  async wrong(): Promise<unknown[]> {
    const due = this.#rows<{ client_id: number; due: number }>(`select client_id, due from timers where due <= ${Date.now()}`)
    const lost = this.#rows<{ client_id: number }>(`select client_id from turns where trace like '%"type":"dropped"%'`)
    const early = [...this.#moments].flatMap(([client, moments]) => {
      const came = this.#rows<{ at: number }>(`select at from messages where text = 'reminder' and client_id = ${client} order by at`)
      return came.filter(({ at }, index) => at < (moments[index] ?? Infinity))
    })
    return [...due, ...lost, ...early, ...this.#errors]
  }

  async close(): Promise<void> {
    await this.#installation.close()
    this.#db.close()
  }
}
