import type { Busy } from '@voronka/functions'
import { settle, type Step } from '@voronka/flow/engine'
import { sql, type Selectable } from 'kysely'
import type { Db } from '../db/contract.ts'
import { LostRace } from '../db/lost-race.ts'
import type { Schema } from '../db/schema.ts'

export type BookingRow = Selectable<Schema['bookings']>
type HoldRow = Selectable<Schema['booking_holds']>

/** Whose bookings count: test people see everybody's, others only those of others. */
export interface Sight {
  readonly project: number
  readonly test: number
  /** Of the real clock: holds end by it. */
  readonly clock: number
}

/** What takes up time on some days, by employee's calendar and day. */
export type Occupied = ReadonlyMap<string, readonly Busy[]>
export const dayKey = (calendar: number, day: string): string => `${calendar} ${day}`

interface But {
  readonly booking?: number
  readonly hold?: string
}

export type BookingsStore = ReturnType<typeof bookingsStore>

interface Days {
  readonly project: number
  readonly test: number
  readonly from: string
  readonly to: string
}

/** Their states are written out: an index of these states only is of no use to a query that is told them later. */
const ofDaysQuery = (build: Db['build'], { project, test, from, to }: Days) =>
  build
    .selectFrom('bookings')
    .select(['order_number', 'calendar_id', 'day', 'start_min', 'duration', 'single_service'])
    .where('project_id', '=', project)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('status', 'in', [sql.lit<'active'>('active'), sql.lit<'success'>('success')])
    .where('test', '<=', test)

export function bookingsStore(db: Db) {
  const ofDays = db.prepare(ofDaysQuery)
  const heldOnDays = db.prepare((build, key: { project: number; clock: number; from: string; to: string }) =>
    build
      .selectFrom('booking_holds')
      .select(['id', 'calendar_id', 'day', 'start_min', 'duration', 'single_service'])
      .where('project_id', '=', key.project)
      .where('day', '>=', key.from)
      .where('day', '<=', key.to)
      .where('expires_at', '>', key.clock),
  )
  const nextTurn = db.prepare((build, key: { project: number; calendar: number; day: string }) =>
    build
      .insertInto('booking_days')
      .values({ project_id: key.project, calendar_id: key.calendar, day: key.day, turns: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['project_id', 'calendar_id', 'day'])
          .doUpdateSet(({ eb, ref }) => ({ turns: eb(ref('booking_days.turns'), '+', 1) })),
      )
      .returning('turns'),
  )
  const byNumber = db.prepare((build, key: { project: number; number: number }) =>
    build.selectFrom('bookings').selectAll().where('project_id', '=', key.project).where('order_number', '=', key.number),
  )
  const ofClient = db.prepare((build, key: { project: number; client: number; from: string }) =>
    build
      .selectFrom('bookings')
      .selectAll()
      .where('project_id', '=', key.project)
      .where('client_id', '=', key.client)
      .where('day', '>=', key.from)
      .where('status', '=', 'active')
      .orderBy('day')
      .orderBy('start_min')
      .orderBy('order_number'),
  )

  return {
    /** `but`: a booking or a hold that does not count; `calendars`: of these at least. */
    *occupied({ project, test, clock }: Sight, from: string, to: string, but: But = {}, calendars?: readonly number[]): Step<Occupied> {
      const found = new Map<string, Busy[]>()
      const add = ({
        calendar_id,
        day,
        start_min,
        duration,
        single_service,
      }: Omit<HoldRow, 'id' | 'project_id' | 'pipeline_id' | 'employee_id' | 'turn' | 'expires_at'>) => {
        const key = dayKey(calendar_id, day)
        const busy = { from: start_min, to: start_min + duration, service: single_service }
        const known = found.get(key)
        if (known) known.push(busy)
        else found.set(key, [busy])
      }
      const days = { project, test, from, to }
      const booked = calendars ? db.all(ofDaysQuery(db.build, days).where('calendar_id', 'in', calendars)) : ofDays.all(days)
      for (const row of yield* settle(booked)) if (row.order_number !== but.booking) add(row)
      for (const row of yield* settle(heldOnDays.all({ project, clock, from, to }))) if (row.id !== but.hold) add(row)
      return found
    },

    /**
     * The next place on an employee's day. Whoever else wants one waits until this transaction ends, so that what is looked at after this is how things are;
     * each number is given once, and stored once (a constraint): two who decided on the same picture of the day cannot both be stored.
     */
    *turn(project: number, calendar: number, day: string): Step<number> {
      const row = yield* settle(nextTurn.first({ project, calendar, day }))
      if (!row) throw new LostRace(`the day ${day} of ${calendar}`)
      return row.turns
    },

    find: (project: number, number: number) => settle(byNumber.first({ project, number })),

    /** By the secret of its link. */
    *byLink(link: string): Step<BookingRow | undefined> {
      return yield* settle(db.first<BookingRow>(db.build.selectFrom('bookings').selectAll().where('link', '=', link)))
    },

    *byRequest(project: number, key: string): Step<BookingRow | undefined> {
      return yield* settle(
        db.first<BookingRow>(db.build.selectFrom('bookings').selectAll().where('project_id', '=', project).where('request_key', '=', key)),
      )
    },

    /** Active ones of a client from that day on, in order. */
    upcoming: (project: number, client: number, from: string) => settle(ofClient.all({ project, client, from })),

    *insert(row: BookingRow): Step<void> {
      yield* settle(db.run(db.build.insertInto('bookings').values(row)))
    },

    /** Gives the row as it is then; somebody else's change in between is a lost race. */
    *update(row: BookingRow, fields: Partial<BookingRow>): Step<BookingRow> {
      const changed = { ...row, ...fields, version: row.version + 1 }
      const { changes } = yield* settle(
        db.run(
          db.build
            .updateTable('bookings')
            .set({ ...fields, version: changed.version })
            .where('project_id', '=', row.project_id)
            .where('order_number', '=', row.order_number)
            .where('version', '=', row.version),
        ),
      )
      if (changes !== 1) throw new LostRace(`booking ${row.order_number}`)
      return changed
    },

    *hold(row: HoldRow): Step<void> {
      yield* settle(db.run(db.build.insertInto('booking_holds').values(row)))
    },

    *release(project: number, id: string): Step<void> {
      yield* settle(db.run(db.build.deleteFrom('booking_holds').where('project_id', '=', project).where('id', '=', id)))
    },

    /** Holds that have lapsed take up nothing; their rows go with the next hold. */
    *sweepHolds(clock: number): Step<void> {
      yield* settle(db.run(db.build.deleteFrom('booking_holds').where('expires_at', '<=', clock)))
    },
  }
}
