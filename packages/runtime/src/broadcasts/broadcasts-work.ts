import type { Audience, BroadcastContent, BroadcastInfo, ChatMessage } from '@voronka/api'
import { isStateful } from '@voronka/flow'
import type { Step } from '@voronka/flow/engine'
import { chatMessage } from '../clients/chat-message.ts'
import { visibleClient } from '../clients/client-card.ts'
import type { SearchIndex } from '../clients/search-index.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { commandTurn } from '../worker/event-turn.ts'
import { eventOf, type BroadcastRunner } from './broadcast-runner.ts'
import type { BroadcastRow, BroadcastsStore } from './broadcasts.store.ts'
import { recipientState, type RecipientState } from './recipient-state.ts'

const listed = 50
const sampled = 10
const recipientsAtOnce = 200

export type BroadcastsWork = ReturnType<typeof createBroadcastsWork>

/** What people do with broadcasts (builder-and-runtime, section 18). */
export function createBroadcastsWork(
  context: WorkContext & { readonly broadcasts: BroadcastsStore },
  { worker, runner, search, live }: { worker: Worker; runner: BroadcastRunner; search: SearchIndex; live: LiveHub },
) {
  const { db, clock, broadcasts } = context

  function* known(project: number, number: number): Step<BroadcastRow> {
    const row = yield* broadcasts.find(project, number)
    if (!row) throw failure('broadcast-not-found', number)
    return row
  }

  function* infoOf(row: BroadcastRow): Step<BroadcastInfo> {
    const { project_id: project, number, name, status, content, audience, pace, author, error } = row
    const { waiting, sent, skipped, failed } = yield* broadcasts.counts(project, number)
    const block =
      content.kind === 'block' ? (yield* context.flows.published(project))?.compiled.blocks.get(content.block)?.block : undefined
    return {
      number,
      name,
      status,
      content,
      audience,
      startAt: iso(row.start_at),
      pace,
      moves: block !== undefined && isStateful(block.type),
      total: waiting + sent + skipped + failed,
      sent,
      skipped,
      failed,
      author,
      createdAt: new Date(row.created_at).toISOString(),
      startedAt: iso(row.started_at),
      finishedAt: iso(row.finished_at),
      error,
    }
  }

  function* mustExist(project: number, content: BroadcastContent | undefined): Step<void> {
    if (content?.kind !== 'block') return
    if (!(yield* context.flows.published(project))?.compiled.blocks.has(content.block)) throw failure('block-not-found', content.block)
  }

  async function change(project: number, number: number, work: (row: BroadcastRow) => Step<void>): Promise<BroadcastInfo> {
    const info = await db.transaction(function* () {
      yield* work(yield* known(project, number))
      return yield* infoOf(yield* known(project, number))
    })
    live.publish(project, { type: 'broadcast-changed', broadcast: number })
    return info
  }

  return {
    list: (project: number, before: number | undefined) =>
      db.transaction(function* () {
        const found: BroadcastInfo[] = []
        for (const row of yield* broadcasts.list(project, before, listed)) found.push(yield* infoOf(row))
        return found
      }),

    find: (project: number, number: number) =>
      db.transaction(function* () {
        return yield* infoOf(yield* known(project, number))
      }),

    create: (project: number, actor: Actor, draft: { name: string; content: BroadcastContent; audience: Audience; pace: number }) =>
      db.transaction(function* () {
        yield* mustExist(project, draft.content)
        const number = yield* broadcasts.add(project, { ...draft, author: actor.name || actor.email }, clock.now())
        return yield* infoOf(yield* known(project, number))
      }),

    update: (
      project: number,
      number: number,
      {
        pace,
        ...fields
      }: { name?: string | undefined; content?: BroadcastContent | undefined; audience?: Audience | undefined; pace?: number | undefined },
    ) =>
      change(project, number, function* ({ status }) {
        yield* mustExist(project, fields.content)
        const { name, content, audience } = fields
        const edits = { ...(name !== undefined && { name }), ...(content && { content }), ...(audience && { audience }) }
        if (Object.keys(edits).length && !(yield* broadcasts.change(project, number, edits, ['draft', 'scheduled'])))
          throw failure('broadcast-runs', status)
        if (pace !== undefined) yield* broadcasts.change(project, number, { pace })
      }),

    async remove(project: number, number: number): Promise<void> {
      await db.transaction(function* () {
        const { status } = yield* known(project, number)
        if (status === 'running' || status === 'paused') throw failure('broadcast-runs', status)
        yield* broadcasts.delete(project, number)
      })
      live.publish(project, { type: 'broadcast-changed', broadcast: number })
    },

    async preview(project: number, audience: Audience) {
      await search.catchUp()
      return db.transaction(function* () {
        return { count: yield* broadcasts.countAudience(project, audience), sample: yield* broadcasts.sample(project, audience, sampled) }
      })
    },

    /** A second click finds it started and changes nothing. */
    async start(project: number, number: number, actor: Actor, at: string | null): Promise<BroadcastInfo> {
      const moment = Math.max(at === null ? 0 : Date.parse(at), clock.now())
      const info = await change(project, number, function* ({ name, status, content }) {
        yield* mustExist(project, content)
        if (status !== 'draft' && status !== 'scheduled') return
        yield* broadcasts.change(project, number, { status: 'scheduled', start_at: moment, next_at: moment }, ['draft', 'scheduled'])
        const after = { startsAt: new Date(moment).toISOString() }
        yield* context.audit(actor, { action: 'broadcast.started', project, subject: name || String(number), after })
      })
      runner.wake(moment)
      return info
    },

    async control(project: number, number: number, action: 'pause' | 'resume' | 'stop'): Promise<BroadcastInfo> {
      const now = clock.now()
      const info = await change(project, number, function* ({ status }) {
        const done =
          action === 'pause'
            ? yield* broadcasts.change(project, number, { status: 'paused', next_at: null }, ['running'])
            : action === 'resume'
              ? yield* broadcasts.change(project, number, { status: 'running', next_at: now }, ['paused'])
              : yield* broadcasts.change(project, number, { status: 'stopped', next_at: null, finished_at: now }, [
                  'running',
                  'paused',
                  'scheduled',
                ])
        const already = { pause: 'paused', resume: 'running', stop: 'stopped' }[action]
        if (!done && status !== already) throw failure('broadcast-runs', status)
      })
      if (action === 'resume') runner.wake(now)
      return info
    },

    /** The turn is taken and taken back: what would be said is what is shown. */
    async previewFor(project: number, actor: Actor, content: BroadcastContent, client: number): Promise<ChatMessage | null> {
      try {
        await db.transaction(function* (): Step<void> {
          yield* visibleClient(context, project, client, actor)
          yield* mustExist(project, content)
          const outcome = yield* commandTurn(context, client, eventOf(content))
          const done = 'done' in outcome ? outcome.done : undefined
          throw new Previewed(done?.messages.filter(({ author }) => author === 'bot').map(chatMessage)[0] ?? null)
        })
      } catch (error) {
        context.variables.forget()
        if (error instanceof Previewed) return error.shown
        throw error
      }
      return null
    },

    async test(project: number, actor: Actor, content: BroadcastContent, client: number): Promise<boolean> {
      await db.transaction(function* () {
        yield* visibleClient(context, project, client, actor)
        yield* mustExist(project, content)
      })
      return (await worker.submit(client, eventOf(content))).replies.length > 0
    },

    recipients: (project: number, number: number, state: RecipientState | undefined, after: number) =>
      db.transaction(function* () {
        yield* known(project, number)
        const found = yield* broadcasts.recipients(project, number, state, after, recipientsAtOnce)
        return {
          recipients: found.map((row) => ({
            client: row.client_id,
            name: row.name ?? '',
            state: stateNames[row.state] ?? 'waiting',
            reason: row.reason,
            at: iso(row.at),
            replied: row.at !== null && row.own_at !== null && row.own_at > row.at,
          })),
          next: found.length === recipientsAtOnce ? (found.at(-1)?.client_id ?? null) : null,
        }
      }),
  }
}

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

const stateNames: readonly RecipientState[] = (['waiting', 'sent', 'skipped', 'failed'] as const).toSorted(
  (a, b) => recipientState[a] - recipientState[b],
)

/** Carries what a turn said out of the transaction that takes it back. */
class Previewed extends Error {
  override readonly name = 'Previewed'
  readonly shown: ChatMessage | null
  constructor(shown: ChatMessage | null) {
    super('Only a preview.')
    this.shown = shown
  }
}
