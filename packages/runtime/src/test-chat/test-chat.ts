import type { PendingInfo, TestChat } from '@voronka/api'
import { toPlain, type Value } from '@voronka/calculator'
import { sessionToJson, settle, type Event, type Pending, type Session, type Step } from '@voronka/flow/engine'
import { randomUUID } from 'node:crypto'
import { openKeyboard } from '../channels/keyboard.ts'
import { chatMessage, keyboardMessage } from '../clients/chat-message.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import { failure } from '../errors.ts'
import type { LiveHub } from '../live/live-hub.ts'
import { testChannelOf } from '../projects/projects.ts'
import type { Channel } from '../worker/channels-cache.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { openSession } from '../worker/open-session.ts'
import { turnInfo } from './turn-info.ts'

export type TestChats = ReturnType<typeof createTestChats>

export type ClockMove =
  | { readonly move: 'by'; readonly milliseconds: number }
  | { readonly move: 'to'; readonly moment: string }
  | { readonly move: 'next-timer' }
  | { readonly move: 'reset' }

const mostPeople = 20
const shownMessages = 500
const shownTurns = 100

/** So many planned entries fire in one move of the clock; an endless chain of timers stops there. */
const mostFired = 5000

/** A person of the test chat, read in one transaction. */
interface Person {
  readonly client: ClientRow
  readonly channel: Channel
  readonly session: Session
  readonly now: number
}

/**
 * The test chat (builder-and-runtime, section 16): made-up people who talk to the draft. Each has a clock that can be moved ahead of the real one;
 * what was planned fires on the way, each entry at its own moment.
 */
export function createTestChats(context: WorkContext, worker: Worker, live: LiveHub) {
  const { db, clock, clients, timers, messages, turns, variables, channels } = context

  worker.onTurn(({ project, channel, outsideId, turn }) => {
    if (channel === testChannelOf(project)) live.publish(project, { type: 'test-chat-changed', person: Number(outsideId), turn })
  })

  function* channelOf(project: number): Step<Channel> {
    const channel = yield* channels.find(testChannelOf(project))
    const draft = channel && (yield* context.flows.draft(project))
    if (!channel || !draft) throw failure('project-not-found', project)
    return channel
  }

  function* open(project: number, person: number): Step<Person> {
    const channel = yield* channelOf(project)
    if (person > mostPeople) throw failure('too-many-people', mostPeople)
    const client = yield* clients.findOrCreate({ project, channel: channel.key, outsideId: String(person), name: '', now: clock.now() })
    const now = clock.now() + client.clock_offset
    return { client, channel, now, session: openSession(client, yield* timers.ofClient(client.id), channel, { now }) }
  }

  function* state(project: number, person: number): Step<TestChat> {
    const { client, session, now } = yield* open(project, person)
    const flow = yield* context.flows.draft(project)
    const stored = yield* messages.latest(client.id, shownMessages)
    const permanent = flow?.constants.has('tg_permanent_reply_buttons') ?? false
    return {
      person,
      people: yield* countPeople(project),
      client: {
        id: client.id,
        name: session.client.name,
        unsubscribed: session.unsubscribed,
        blocked: session.blocked,
        pausedUntil: session.pausedUntil !== null && session.pausedUntil > now ? isoText(session.pausedUntil) : null,
        waiting: session.waiting,
      },
      position: session.position,
      variables: {
        order: plain(session.variables.order),
        client: plain(session.variables.client),
        project: plain(yield* variables.all(project, true)),
      },
      pending: session.pending.map(pendingInfo).sort((a, b) => a.due.localeCompare(b.due) || a.id - b.id),
      keyboard: openKeyboard(stored.map(keyboardMessage), { permanent }),
      clock: { now: isoText(now), offset: client.clock_offset, zone: flow?.project.settings.timezone ?? 'UTC' },
      messages: stored.filter(({ extra }) => !extra.passing).map(chatMessage),
      turns: (yield* turns.latest(client.id, shownTurns)).map(turnInfo),
    }
  }

  function* countPeople(project: number): Step<number> {
    const query = db.build
      .selectFrom('clients')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('channel', '=', testChannelOf(project))
    return (yield* settle(db.first<{ count: number }>(query)))?.count ?? 0
  }

  const read = (project: number, person: number): Promise<TestChat> => db.transaction(() => state(project, person))

  /** Tries of starting values again: a clean sheet, as after publishing for the first time. */
  function* startVariables(project: number): Step<void> {
    const flow = yield* context.flows.draft(project)
    for (const name of (yield* variables.all(project, true)).keys()) yield* variables.set(project, true, name, undefined)
    for (const { name, value } of flow?.project.settings.variables ?? []) if (value !== '') yield* variables.set(project, true, name, value)
  }

  async function change(project: number, person: number, work: (found: Person) => Step<void>): Promise<TestChat> {
    try {
      await db.transaction(function* () {
        yield* work(yield* open(project, person))
      })
    } catch (error) {
      variables.forget()
      throw error
    }
    worker.wakeTimers()
    return read(project, person)
  }

  /** Moves the person's clock forward to a moment, and everything that is planned comes nearer by as much. */
  function* setClock(client: ClientRow, now: number): Step<void> {
    const ahead = now - (clock.now() + client.clock_offset)
    yield* clients.setClockOffset(client.id, client.clock_offset + ahead)
    yield* timers.shift(client.id, ahead)
    yield* context.deliveries.shift(client.id, ahead)
    if (context.jobs) yield* context.jobs.plan(client.id)
  }

  /** Goes to the next planned entry that is due by then, and fires it. False: there is none. */
  async function fireNext(project: number, person: number, until: number): Promise<boolean> {
    const next = await db.transaction(function* () {
      const { client, now } = yield* open(project, person)
      const first = yield* timers.nextOfClient(client.id)
      if (!first || first.fireAt + client.clock_offset > until) return undefined
      yield* setClock(client, Math.max(now, first.fireAt + client.clock_offset))
      return { client: client.id, pending: first.pending }
    })
    if (!next) return false
    await worker.submit(next.client, { kind: 'timer', pending: next.pending })
    await worker.settled()
    return true
  }

  return {
    read,

    async add(project: number): Promise<TestChat> {
      const person = await db.transaction(function* () {
        yield* channelOf(project)
        return (yield* countPeople(project)) + 1
      })
      return read(project, person)
    },

    async send(project: number, person: number, event: Event): Promise<TestChat> {
      const channel = await db.transaction(() => channelOf(project))
      if (person > mostPeople) throw failure('too-many-people', mostPeople)
      const started = await db.transaction(function* () {
        return (yield* variables.all(project, true)).size > 0 || (yield* countPeople(project)) > 0
      })
      if (!started) await db.transaction(() => startVariables(project))
      await worker.accept({ channel: channel.key, outsideId: randomUUID(), from: { outsideId: String(person) }, event }, { wait: true })
      return read(project, person)
    },

    restart: (project: number, person: number): Promise<TestChat> =>
      change(project, person, function* ({ client }) {
        yield* clients.remove(client.id)
        if ((yield* countPeople(project)) === 0) yield* startVariables(project)
      }),

    async moveClock(project: number, person: number, move: ClockMove): Promise<TestChat> {
      if (move.move === 'reset') {
        return change(project, person, function* ({ client }) {
          yield* setClock(client, clock.now())
        })
      }
      const target = await db.transaction(function* () {
        const { client, now } = yield* open(project, person)
        if (move.move === 'by') return now + move.milliseconds
        if (move.move === 'to') return Date.parse(move.moment)
        const next = yield* timers.nextOfClient(client.id)
        return next === undefined ? now : Math.max(now, next.fireAt + client.clock_offset)
      })
      const { now } = await db.transaction(() => open(project, person))
      if (target < now) throw failure('clock-backwards')
      for (let fired = 0; fired < mostFired && (await fireNext(project, person, target)); fired++);
      return change(project, person, function* (found) {
        if (target > found.now) yield* setClock(found.client, target)
      })
    },

    async runPending(project: number, person: number, pending: number): Promise<TestChat> {
      const { client } = await db.transaction(() => pendingOf(project, person, pending))
      await worker.submit(client, { kind: 'timer', pending })
      return read(project, person)
    },

    async cancelPending(project: number, person: number, pending: number): Promise<TestChat> {
      const { client } = await db.transaction(() => pendingOf(project, person, pending))
      await worker.submit(client, { kind: 'cancel-pending', pending })
      return read(project, person)
    },

    setVariable: (
      project: number,
      person: number,
      variable: { scope: 'order' | 'client' | 'project'; name: string; value: string },
    ): Promise<TestChat> =>
      change(project, person, function* ({ client, session, now }) {
        const { scope, name, value } = variable
        if (scope === 'project') return yield* variables.set(project, true, name, value === '' ? undefined : value)
        const values = new Map(session.variables[scope])
        if (value === '') values.delete(name)
        else values.set(name, value)
        const changed = { ...session, variables: { ...session.variables, [scope]: values } }
        yield* clients.save({ id: client.id, name: client.name, session: sessionToJson(changed), position: session.position, now })
      }),
  }

  function* pendingOf(project: number, person: number, pending: number): Step<{ client: number }> {
    const { client, session } = yield* open(project, person)
    if (!session.pending.some(({ id }) => id === pending)) throw failure('pending-not-found', pending)
    return { client: client.id }
  }
}

const isoText = (ms: number): string => new Date(ms).toISOString()

const plain = (values: ReadonlyMap<string, Value>): Record<string, unknown> =>
  Object.fromEntries([...values].map(([name, value]) => [name, toPlain(value)]))

const pendingInfo = ({ id, arrow, from, to, due, plannedAt, keep, cancelIfLeft }: Pending): PendingInfo => ({
  id,
  arrow,
  from,
  to,
  due: isoText(due),
  plannedAt: isoText(plannedAt),
  keep,
  cancelIfLeft,
})
