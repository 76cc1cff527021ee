import type { LiveEvent } from '@voronka/api'
import type { Event, Step } from '@voronka/flow/engine'
import type { LiveHub } from '../live/live-hub.ts'
import type { ErrorReport } from '../worker/event-turn.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import type { OutboxRow } from './outbox.store.ts'
import { createPaces } from './pace.ts'
import { longestPause, longestWait, pauses, restAfter, withJitter } from './pauses.ts'
import { unknownReason, type SendOutcome, type Sender } from './sender.ts'

export type OutboxRunner = ReturnType<typeof createOutboxRunner>

/** For the commit after an attempt, and for a clock of another process that is off. */
const marginMs = 15_000
const mostShown = 2000

/** Sends what waits in the outbox: each queue on its own, so that a slow server delays only its own messages (reliability-promises, P5.3). */
export function createOutboxRunner(
  context: WorkContext,
  {
    worker,
    live,
    senders,
  }: { readonly worker: Pick<Worker, 'track' | 'submit'>; readonly live: LiveHub; readonly senders: readonly Sender[] },
  onError: ErrorReport,
) {
  const { db, clock, outbox, clients, log } = context
  const known = new Map(senders.map((sender) => [sender.kind, sender]))
  const lanes = new Map<string, number>()
  const paces = createPaces()
  let callOff: (() => void) | undefined
  let looking: Promise<void> | undefined
  let again = false
  let isStarted = false
  let isStopped = false

  function look(): void {
    if (!isStarted || isStopped) return
    again = true
    looking ??= worker.track(
      looks()
        .catch((error: unknown) => onError(error, { what: 'outbox' }))
        .finally(() => {
          looking = undefined
          if (again) look()
        }),
    )
  }

  async function looks(): Promise<void> {
    again = false
    const queues = await db.transaction(() => outbox.queues(), 'later')
    if (isStopped) return
    const now = clock.now()
    let next = Infinity
    for (const { queue, kind, from } of queues) {
      const sender = known.get(kind)
      if (!sender) continue
      const free = sender.pace ? Math.max(from, paces.freeFrom(queue, sender.pace, now)) : from
      if (free <= now) open(queue, sender)
      else next = Math.min(next, free)
    }
    callOff?.()
    callOff = Number.isFinite(next) ? clock.at(next, look) : undefined
  }

  /** As many lanes as its sender has; each ends when there is nothing for it. */
  function open(queue: string, sender: Sender): void {
    for (let at = lanes.get(queue) ?? 0; at < sender.atOnce; at++) {
      lanes.set(queue, at + 1)
      void worker.track(
        lane(queue, sender)
          .catch((error: unknown) => onError(error, { what: 'outbox', queue }))
          .finally(() => {
            lanes.set(queue, (lanes.get(queue) ?? 1) - 1)
            if (!lanes.get(queue)) lanes.delete(queue)
            look()
          }),
      )
    }
  }

  async function lane(queue: string, sender: Sender): Promise<void> {
    const { pace } = sender
    while (!isStopped) {
      const now = clock.now()
      if (pace && paces.freeFrom(queue, pace, now) > now) return
      const row = await db.transaction(() => outbox.take(queue, now, now + sender.longestMs + marginMs), 'later')
      if (!row) return
      const from = pace ? Math.max(paces.freeFrom(queue, pace, now), paces.clientFrom(queue, row.client_id, pace, now)) : now
      if (from > now) {
        await db.transaction(() => outbox.putBack(row, from), 'later')
        continue
      }
      if (pace) paces.sending(queue, row.client_id, pace, now)
      await attempt(row, sender)
    }
  }

  async function attempt(row: OutboxRow, sender: Sender): Promise<void> {
    const started = performance.now()
    const at = clock.now()
    const { project_id: project, client_id: client, queue, key, message } = row
    const isOrphan = row.once === 1 && row.sending === 1
    const outcome = isOrphan ? unknown : onceOrAgain(row, await sender.send({ project, client, queue, key, message, now: at }))
    const tookMs = Math.round(performance.now() - started)
    const { finished, told } = await db.transaction(() => settled(row, sender, outcome, { at, tookMs }), 'later')
    live.publish(project, { type: 'outbox-changed' })
    for (const event of told) live.publish(project, event)
    const gone: Event = { kind: 'unsubscribed' }
    if (finished && outcome.kind === 'unsubscribed' && client !== null) await worker.submit(client, gone, () => wasReached(client))
  }

  /** Several messages may meet the same refusal; the funnel hears of it once. */
  function* wasReached(client: number): Step<boolean> {
    return (yield* context.dialogues.find(client))?.unsubscribed !== 1
  }

  function* settled(
    row: OutboxRow,
    sender: Sender,
    outcome: SendOutcome,
    { at, tookMs }: { at: number; tookMs: number },
  ): Step<{ finished: boolean; told: readonly LiveEvent[] }> {
    if (row.client_id !== null) yield* clients.lock(row.client_id)
    const now = clock.now()
    const reason = outcome.kind === 'accepted' ? null : (outcome.reason ?? 'unsubscribed')
    const { status = 0, answer = '' } = outcome
    const next = nextTry(row, outcome, now, context.random())
    const fields =
      outcome.kind === 'accepted'
        ? { state: 'sent' as const, finished_at: now, outside_id: outcome.id, reason: null }
        : next === undefined
          ? { state: 'dead' as const, finished_at: now, reason }
          : { due_at: next, reason }
    const pause = fields.state === 'sent' ? (sender.pace?.clientMs ?? 0) : 0
    if (!(yield* outbox.settleAttempt(row, fields, now + pause))) return { finished: false, told: [] }
    yield* outbox.noteAttempt({
      outbox_id: row.id,
      number: row.attempts,
      at,
      took_ms: tookMs,
      status,
      reason,
      answer: answer.slice(0, mostShown),
    })
    const failedBefore = yield* restOf(row, outcome, now)
    // Of what is not tried again the log tells the first of a row; all are among the deliveries.
    if (fields.state === 'dead' && outcome.kind !== 'unsubscribed' && !(outcome.kind === 'refused' && failedBefore))
      yield* log.write(
        row.project_id,
        row.client_id,
        { level: 'error', code: 'not-delivered', facts: { queue: row.queue, error: reason ?? '' } },
        now,
      )
    return { finished: true, told: (fields.state && (yield* sender.settled?.(row, outcome) ?? nothing())) ?? [] }
  }

  /** A server that asks for a pause, or fails again and again, is left alone for everybody who waits for it. */
  function* restOf({ project_id: project, queue }: OutboxRow, outcome: SendOutcome, now: number): Step<boolean> {
    const failures = yield* outbox.failuresOf(queue)
    if (outcome.kind === 'later') yield* outbox.rest(project, queue, failures, now + pauseOf(outcome.afterMs))
    else if (outcome.kind === 'failed') yield* outbox.rest(project, queue, failures + 1, now + restAfter(failures + 1))
    else if (outcome.kind === 'refused') yield* outbox.rest(project, queue, failures + 1, 0)
    else if (failures > 0) yield* outbox.rest(project, queue, 0, 0)
    return failures > 0
  }

  return {
    async start(): Promise<void> {
      isStarted = true
      await db.transaction(() => outbox.promoteAll(clock.now()))
      look()
    },
    /** Something was put in. */
    look,
    stop(): void {
      isStopped = true
      callOff?.()
    },
  }
}

function* nothing(): Step<undefined> {}

const unknown = { kind: 'unknown', reason: unknownReason } as const

/** Of what goes at most once, a failure without an answer may have been none (reliability-promises, P1.4). */
const onceOrAgain = ({ once }: OutboxRow, outcome: SendOutcome): SendOutcome =>
  once === 1 && outcome.kind === 'failed' && !outcome.unsent && !outcome.status ? unknown : outcome

const pauseOf = (ms: number): number => Math.min(Math.max(ms, 1000), longestPause)

/** When it is tried again; undefined: it is given up. */
function nextTry({ tries, created_at: since }: OutboxRow, outcome: SendOutcome, now: number, random: number): number | undefined {
  if (outcome.kind === 'later') return now - since > longestWait && tries > pauses.length ? undefined : now + pauseOf(outcome.afterMs)
  if (outcome.kind !== 'failed') return undefined
  const pause = pauses[tries - 1]
  return pause === undefined ? undefined : now + withJitter(pause, random)
}
