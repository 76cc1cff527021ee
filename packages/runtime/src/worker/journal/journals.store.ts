import { sessionFromJson, sessionToJson, settle, type Outside, type Pending, type Step } from '@voronka/flow/engine'
import type { OutboundRequest } from '@voronka/functions'
import type { Db } from '../../db/contract.ts'
import { journalFromJson, journalToJson } from './journal-json.ts'
import type { Segment, StoredJournal } from './turn-journal.ts'

/** A call that a turn waits for. */
export interface WaitingCall {
  /** The event whose turn it is. */
  readonly event: number
  /** Which one of the turn, from 1. */
  readonly number: number
  /** `<turn id>-<number>`: the same however often it is made (reliability-promises, P1.6). */
  readonly key: string
  readonly project: number
  readonly request: OutboundRequest
}

/** A turn that was cut at a call, as it is found again. */
export type OpenJournal =
  | { readonly state: 'answered'; readonly journal: StoredJournal; readonly past: readonly Segment[] }
  /** Nobody makes the call: it has to be made (again). */
  | { readonly state: 'unanswered'; readonly call: WaitingCall }
  /** Some other process is making it, and has until then. */
  | { readonly state: 'calling'; readonly until: number }

export type JournalsStore = ReturnType<typeof journalsStore>

/** Turns that wait for an answer from outside. Their event stays in the inbox until they are finished. `holder` names this process. */
export function journalsStore(db: Db, holder: string) {
  const find = db.prepare((build, key: { event: number }) =>
    build.selectFrom('turn_journals').selectAll().where('inbox_id', '=', key.event),
  )
  const row = (call: WaitingCall, journal: StoredJournal, leaseUntil: number) => ({
    project_id: call.project,
    turn_id: journal.start.turn,
    number: call.number,
    journal: packedJournal(journal),
    answer: null,
    holder,
    lease_until: leaseUntil,
  })

  return {
    /** The turn was cut: from now on the call is made by this process. */
    *save(call: WaitingCall, client: number, journal: StoredJournal, leaseUntil: number): Step<void> {
      const values = row(call, journal, leaseUntil)
      yield* settle(
        db.run(
          db.build
            .insertInto('turn_journals')
            .values({ inbox_id: call.event, ...values })
            .onConflict((conflict) => conflict.column('inbox_id').doUpdateSet(values)),
        ),
      )
      yield* settle(db.run(db.build.updateTable('clients').set({ calling: call.event }).where('id', '=', client)))
    },

    *find(event: number, now: number): Step<OpenJournal | undefined> {
      const found = yield* settle(find.first({ event }))
      if (!found) return undefined
      const journal = unpackedJournal(found.journal)
      if (found.answer !== null) {
        const answer = journalFromJson(found.answer) as Outside
        // Written by `save` above: only the last one was without an answer.
        const past = journal.segments.map((segment) => ({ ...segment, answer: segment.answer ?? answer }))
        return { state: 'answered', journal, past }
      }
      if (found.holder !== holder && found.lease_until > now) return { state: 'calling', until: found.lease_until }
      const request = journal.segments.at(-1)?.request
      if (!request) throw new Error('A journal without a call.')
      const { number, turn_id: turn, project_id: project } = found
      return { state: 'unanswered', call: { event, number, key: `${turn}-${number}`, project, request } }
    },

    /** Takes the call over, to make it again. */
    *take(event: number, leaseUntil: number): Step<void> {
      const query = db.build.updateTable('turn_journals').set({ holder, lease_until: leaseUntil }).where('inbox_id', '=', event)
      yield* settle(db.run(query))
    },

    /** Nobody else holds the database: what was being called when this program ended is called again at once. */
    *release(): Step<void> {
      yield* settle(db.run(db.build.updateTable('turn_journals').set({ lease_until: 0 })))
    },

    /** What came back. False: somebody else has made the call meanwhile. */
    *answer({ event, number }: WaitingCall, answer: Outside): Step<boolean> {
      const query = db.build
        .updateTable('turn_journals')
        .set({ answer: journalToJson(answer) })
        .where('inbox_id', '=', event)
        .where('number', '=', number)
        .where('holder', '=', holder)
        .where('answer', 'is', null)
      return (yield* settle(db.run(query))).changes === 1
    },

    /** The turn is finished, or given up. */
    *remove(event: number, client: number): Step<void> {
      yield* settle(db.run(db.build.deleteFrom('turn_journals').where('inbox_id', '=', event)))
      yield* settle(db.run(db.build.updateTable('clients').set({ calling: null }).where('id', '=', client)))
    },
  }
}

/** The session is written in its own form; its pending entries, which are not in it, beside it. */
function packedJournal({ start, carried, segments }: StoredJournal): string {
  const { session, ...rest } = start
  return journalToJson({ start: { ...rest, session: sessionToJson(session), pending: session.pending }, carried, segments })
}

function unpackedJournal(text: string): StoredJournal {
  // Written by `packedJournal` and by nobody else.
  const { start, ...rest } = journalFromJson(text) as Omit<StoredJournal, 'start'> & {
    start: Omit<StoredJournal['start'], 'session'> & { session: string; pending: Pending[] }
  }
  const { session, pending, ...others } = start
  return { ...rest, start: { ...others, session: sessionFromJson(session, pending) } }
}
