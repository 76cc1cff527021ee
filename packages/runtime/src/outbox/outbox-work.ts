import type { OutboxDelivery } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { WorkContext } from '../worker/context.ts'
import { behind, type OutboxRow } from './outbox.store.ts'

export type OutboxWork = ReturnType<typeof createOutboxWork>

const pageSize = 50
const mostCounted = 1000
/** Sent again at once by "all"; the rest by asking again. */
const mostAtOnce = 1000

interface Asked {
  readonly state?: OutboxRow['state'] | undefined
  readonly before?: number | undefined
}

type Found = OutboxRow & { name: string | null }

/** What an operator sees of the outbox, and can do about it. `target` says whose server a queue is for. */
export function createOutboxWork(
  { db, clock, clients }: WorkContext,
  { live, look, target }: { readonly live: LiveHub; look(): void; target(project: number): Step<(queue: string) => string> },
) {
  const rows = (project: number) =>
    db.build
      .selectFrom('outbox')
      .leftJoin('clients', 'clients.id', 'outbox.client_id')
      .selectAll('outbox')
      .select('clients.name')
      .where('outbox.project_id', '=', project)

  function* count(project: number, state: OutboxRow['state']): Step<number> {
    const some = db.build.selectFrom('outbox').select('id').where('project_id', '=', project).where('state', '=', state).limit(mostCounted)
    return (yield* settle(db.all<{ id: number }>(some))).length
  }

  /** From the beginning of its tries; ahead of what waits for the same client. */
  function* again(id: number): Step<void> {
    const fields = { state: 'waiting' as const, due_at: clock.now(), tries: 0, finished_at: null, outside_id: null, sending: 0 }
    yield* settle(db.run(db.build.updateTable('outbox').set(fields).where('id', '=', id)))
  }

  function* wake(queues: ReadonlySet<string>): Step<void> {
    for (const queue of queues)
      yield* settle(db.run(db.build.updateTable('outbox_queues').set({ paused_until: 0, failures: 0 }).where('queue', '=', queue)))
  }

  function changed(project: number): void {
    live.publish(project, { type: 'outbox-changed' })
    look()
  }

  return {
    /** Something was put into it. */
    look,

    list: (project: number, { state, before }: Asked) =>
      db.transaction(function* () {
        let query = rows(project)
          .orderBy('outbox.id', 'desc')
          .limit(pageSize + 1)
        if (state) query = query.where('outbox.state', '=', state)
        if (before !== undefined) query = query.where('outbox.id', '<', before)
        const found = yield* settle(db.all<Found>(query))
        const page = found.slice(0, pageSize)
        const targetOf = yield* target(project)
        return {
          deliveries: page.map((row) => shown(row, targetOf)),
          next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
          waiting: yield* count(project, 'waiting'),
          dead: yield* count(project, 'dead'),
        }
      }),

    get: (project: number, id: number) =>
      db.transaction(function* () {
        const row = yield* settle(db.first<Found>(rows(project).where('outbox.id', '=', id)))
        if (!row) throw failure('delivery-not-found', id)
        const attempts = db.build.selectFrom('outbox_attempts').selectAll().where('outbox_id', '=', id).orderBy('number', 'desc').limit(100)
        const tries = (yield* settle(db.all<AttemptRow>(attempts))).map(({ number, at, took_ms, status, reason, answer }) => ({
          number,
          at: new Date(at).toISOString(),
          tookMs: took_ms,
          status,
          reason,
          answer,
        }))
        return { ...shown(row, yield* target(project)), key: row.key, message: row.message, tries }
      }),

    async resend(project: number, id: number): Promise<void> {
      await db.transaction(function* () {
        const row = yield* settle(db.first<Found>(rows(project).where('outbox.id', '=', id)))
        if (!row) throw failure('delivery-not-found', id)
        if (row.client_id !== null) yield* clients.lock(row.client_id)
        // What is under way, or waits for its turn, comes by itself.
        if (row.state === 'waiting' && (row.due_at === behind || row.tries === 0)) return
        yield* again(id)
        yield* wake(new Set([row.queue]))
      })
      changed(project)
    },

    async resendDead(project: number): Promise<number> {
      const sent = await db.transaction(function* () {
        const query = db.build
          .selectFrom('outbox')
          .select(['id', 'queue', 'client_id'])
          .where('project_id', '=', project)
          .where('state', '=', 'dead')
          .orderBy('id')
          .limit(mostAtOnce)
        const dead = yield* settle(db.all<Pick<OutboxRow, 'id' | 'queue' | 'client_id'>>(query))
        const held = Array.from(new Set(dead.flatMap(({ client_id }) => client_id ?? []))).sort((a, b) => a - b)
        for (const client of held) yield* clients.lock(client)
        for (const { id } of dead) yield* again(id)
        yield* wake(new Set(dead.map(({ queue }) => queue)))
        return dead.length
      })
      changed(project)
      return sent
    },
  }
}

interface AttemptRow {
  number: number
  at: number
  took_ms: number
  status: number
  reason: string | null
  answer: string
}

const iso = (moment: number | null): string | null => (moment === null || moment >= behind ? null : new Date(moment).toISOString())

function shown(
  { id, state, queue, client_id, name, attempts, reason, created_at, due_at, finished_at }: Found,
  targetOf: (queue: string) => string,
): OutboxDelivery {
  return {
    id,
    state,
    target: targetOf(queue),
    client: client_id,
    clientName: name,
    attempts,
    reason,
    createdAt: new Date(created_at).toISOString(),
    dueAt: state === 'waiting' ? iso(due_at) : null,
    finishedAt: iso(finished_at),
  }
}
