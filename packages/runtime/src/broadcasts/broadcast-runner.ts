import type { BroadcastContent } from '@voronka/api'
import type { Event, Step } from '@voronka/flow/engine'
import type { SearchIndex } from '../clients/search-index.ts'
import type { LiveHub } from '../live/live-hub.ts'
import { createAlarm } from '../worker/alarm.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import type { ErrorReport } from '../worker/event-turn.ts'
import type { BroadcastRow, BroadcastsStore } from './broadcasts.store.ts'

/** A tick sends what its pace allows in that time; slower paces have longer ticks. */
const tickMs = 1000

/** Recipients stored in one transaction, so that nobody's answer waits for a hundred thousand of them. */
const enqueuedAtOnce = 2000

/** Messages that are under way side by side: whoever writes meanwhile waits for so many turns at most. */
const sentAtOnce = 20

export interface BroadcastRunner {
  wake(moment: number): void
  look(): void
  stop(): void
}

/**
 * Sends what runs, each recipient once: his row is claimed in the transaction of his turn, so neither a crash nor a second process sends again what was
 * sent (builder-and-runtime, section 18).
 */
export function createBroadcastRunner(
  context: WorkContext & { readonly broadcasts: BroadcastsStore },
  worker: Worker,
  search: SearchIndex,
  live: LiveHub,
  onError: ErrorReport,
): BroadcastRunner {
  const { db, clock, broadcasts, dialogues } = context
  let stopped = false
  const alarm = createAlarm(
    { next: () => db.transaction(() => broadcasts.next()), work },
    { clock, track: (job) => worker.track(job), onError },
  )

  async function work(): Promise<void> {
    for (const row of await db.transaction(() => broadcasts.due(clock.now(), 100))) {
      if (stopped) return
      if (await db.transaction(() => broadcasts.claim(row, clock.now() + Math.max(tickMs, 1000 / row.pace)))) await tick(row)
      live.publish(row.project_id, { type: 'broadcast-changed', broadcast: row.number })
    }
  }

  async function tick(row: BroadcastRow): Promise<void> {
    const { project_id: project, number } = row
    if (!(await db.transaction(() => context.flows.published(project)))) return finish(row, 'failed', 'not-published')
    if (row.status === 'scheduled') {
      // Whoever is stored now is sent to, so nobody may be missing; nobody waits for this.
      await search.catchUp(Infinity)
      const begun = { status: 'running', started_at: clock.now(), enqueued: 0 } as const
      if (!(await db.transaction(() => broadcasts.change(project, number, begun, ['scheduled'])))) return
      await enqueue({ ...row, ...begun })
    } else if (row.enqueued !== null) await enqueue(row)
    const clients = await db.transaction(() => broadcasts.waiting(project, number, Math.max(Math.floor((row.pace * tickMs) / 1000), 1)))
    if (!clients.length) return finish(row, 'done', '')
    for (let at = 0; at < clients.length && !stopped; at += sentAtOnce) {
      await Promise.all(clients.slice(at, at + sentAtOnce).map((client) => send(row, client)))
    }
  }

  /** Where it was interrupted it goes on: everybody is stored once. */
  async function enqueue(row: BroadcastRow): Promise<void> {
    const { project_id: project, number } = row
    for (let after: number | undefined = row.enqueued ?? 0; after !== undefined && !stopped;) {
      const from: number = after
      after = await db.transaction(function* () {
        const last = yield* broadcasts.enqueue(row, from, enqueuedAtOnce)
        yield* broadcasts.change(project, number, { enqueued: last ?? null })
        return last
      }, 'later')
    }
  }

  async function send({ project_id: project, number, content }: BroadcastRow, client: number): Promise<void> {
    try {
      await worker.submit(client, eventOf(content), () => claim(project, number, client))
    } catch (error) {
      onError(error, { what: 'broadcast', client, broadcast: number })
      const why = error instanceof Error ? error.message : String(error)
      await db.transaction(() => broadcasts.settle(project, number, client, 'failed', why.slice(0, 500), clock.now()))
    }
  }

  /** Paused or stopped meanwhile: he is not taken. Gone, blocked or unsubscribed meanwhile: he is skipped. */
  function* claim(project: number, number: number, client: number): Step<boolean> {
    const row = yield* broadcasts.find(project, number)
    if (row?.status !== 'running') return false
    const dialogue = yield* dialogues.find(client)
    const why = !dialogue ? 'gone' : dialogue.blocked ? 'blocked' : dialogue.unsubscribed ? 'unsubscribed' : undefined
    if (!why) return yield* broadcasts.settle(project, number, client, 'sent', '', clock.now())
    yield* broadcasts.settle(project, number, client, 'skipped', why, clock.now())
    return false
  }

  async function finish({ project_id: project, number }: BroadcastRow, status: 'done' | 'failed', error: string): Promise<void> {
    const end = { status, error, next_at: null, finished_at: clock.now() }
    await db.transaction(() => broadcasts.change(project, number, end, ['running', 'scheduled']))
  }

  return {
    wake: (moment) => alarm.wake(moment),
    look: () => alarm.look(),
    stop() {
      stopped = true
      alarm.stop()
    },
  }
}

/** What happens to each recipient. */
export function eventOf(content: BroadcastContent): Event {
  return content.kind === 'block'
    ? { kind: 'send-block', block: content.block, by: 'broadcast' }
    : { kind: 'say', text: content.text, attachments: content.attachments, ...(content.buttons && { buttons: content.buttons }) }
}
