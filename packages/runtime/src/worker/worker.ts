import type { Event, Step } from '@voronka/flow/engine'
import type { ClientRow } from '../clients/clients.store.ts'
import { createAlarm } from './alarm.ts'
import type { Channel } from './channels-cache.ts'
import { ChannelClosed, Overloaded, type Accepted, type Arrival, type CommittedTurn, type Worker } from './contract.ts'
import type { WorkContext } from './context.ts'
import { deliver } from './deliver.ts'
import { inboxStates, type WaitingEvent } from './inbox.store.ts'
import { takeTurn, type TurnDone } from './turn.ts'

export interface WorkerOptions {
  /** Events that may be worked off or wait at the same time. */
  readonly capacity: number
  /** Hears of turns that failed and of storage that refused. */
  onError(error: unknown, about: Readonly<Record<string, unknown>>): void
}

/** A turn that fails this often is set aside, so that the client's later events go on (reliability-promises, P4.9). */
const mostAttempts = 3

/** While a project has nothing to run, its due entries are looked at again this often. */
const retryMs = 60_000

/** Due entries that are fired side by side. */
const batch = 500

/** What happened to an event inside its transaction. */
type Outcome = { readonly kind: 'done'; readonly done: TurnDone } | { readonly kind: 'waiting' } | { readonly kind: 'nothing' }

/**
 * Takes events in and works them off: one client's strictly in order, each in one transaction (architecture, section 2). On SQLite a whole turn is
 * one synchronous piece of work and jobs run in the order in which they came, so nobody overtakes; a client whose turn failed is `behind`:
 * his later events wait in the inbox until the earlier ones are done or set aside.
 */
export function createWorker(context: WorkContext, { capacity, onError }: WorkerOptions): Worker {
  const { db, clock, inbox, timers, deliveries, clients, channels } = context
  const listeners = new Set<(turn: CommittedTurn) => void>()
  const behind = new Set<number>()
  const failedTimers = new Map<string, number>()
  const inFlight = new Set<Promise<unknown>>()
  let stopped = false

  const track = <T>(work: Promise<T>): Promise<T> => {
    inFlight.add(work)
    const forget = () => void inFlight.delete(work)
    work.then(forget, forget)
    return work
  }

  /** Runs a job in a transaction; what is kept in memory is forgotten when it was not committed. */
  const commit = <T>(job: () => Step<T>): Promise<T> =>
    track(
      db.transaction(job).catch((error: unknown) => {
        context.variables.forget()
        throw error
      }),
    )

  const afterTurn = (done: TurnDone): void => {
    for (const moment of done.planned) timerAlarm.wake(moment)
    for (const moment of done.asked.deliveries) deliveryAlarm.wake(moment)
    for (const client of done.asked.called) drainSoon(client)
    announce(done)
  }

  const announce = (turn: CommittedTurn): void => {
    for (const listener of listeners) listener(turn)
  }

  /** An event that is in the inbox, worked off behind a savepoint of its own: when its turn fails, the event stays and only the turn is taken back. */
  function* workOff(row: WaitingEvent, client: ClientRow, channel: Channel, tag?: string): Step<Outcome> {
    try {
      return yield* db.nested(function* (): Step<Outcome> {
        const done = yield* takeTurn(context, client, channel, row.event, tag)
        if (!done) return { kind: 'nothing' }
        yield* inbox.finish(row.id, done.turn)
        return { kind: 'done', done }
      })
    } catch (error) {
      const attempts = row.attempts + 1
      const setAside = attempts >= mostAttempts
      onError(error, { what: 'turn', client: client.id, project: client.project_id, event: row.id, attempts })
      context.variables.forget()
      yield* inbox.failed(row.id, attempts, setAside)
      if (setAside) {
        const facts = { event: String(row.id), error: error instanceof Error ? error.message : String(error) }
        yield* context.log.write(client.project_id, client.id, { level: 'error', code: 'turn-set-aside', facts }, clock.now())
      }
      return setAside ? { kind: 'nothing' } : { kind: 'waiting' }
    }
  }

  function* take(arrival: Arrival): Step<{ accepted: Omit<Accepted, 'replies'>; outcome: Outcome }> {
    const channel = yield* channels.find(arrival.channel)
    if (!channel) throw new ChannelClosed('unknown')
    if (!channel.enabled) throw new ChannelClosed('closed')
    const { outsideId, name = '', tag } = arrival.from
    const client = yield* clients.findOrCreate({ project: channel.project, channel: channel.key, outsideId, name, now: clock.now() })
    const late = behind.has(client.id)
    const event = { channel: channel.key, outsideId: arrival.outsideId, client: client.id, event: arrival.event, now: clock.now() }
    const id = yield* inbox.add(event, late ? inboxStates.waiting : inboxStates.done)
    if (id === undefined) return { accepted: { client: client.id, repeated: true, turn: null }, outcome: { kind: 'nothing' } }
    if (late) return { accepted: { client: client.id, repeated: false, turn: null }, outcome: { kind: 'waiting' } }
    const outcome = yield* workOff({ id, client: client.id, event: arrival.event, attempts: 0 }, client, channel, tag)
    return { accepted: { client: client.id, repeated: false, turn: outcome.kind === 'done' ? outcome.done.turn : null }, outcome }
  }

  async function accept(arrival: Arrival, options: { wait?: boolean } = {}): Promise<Accepted> {
    if (stopped || inFlight.size >= capacity) throw new Overloaded(stopped ? 'The server is stopping.' : 'Too much is waiting.')
    const { accepted, outcome } = await commit(() => take(arrival))
    if (accepted.repeated) return repeated(arrival, options)
    if (outcome.kind === 'done') {
      afterTurn(outcome.done)
      return { ...accepted, replies: outcome.done.messages.filter(({ author }) => author === 'bot') }
    }
    if (outcome.kind === 'waiting') {
      const drained = drain(accepted.client)
      if (options.wait) {
        await drained
        return repeated(arrival, { wait: false })
      }
    }
    return { ...accepted, replies: [] }
  }

  /** A repeat is answered as the first delivery was, after the first one's turn. */
  async function repeated(arrival: Arrival, { wait = false }: { wait?: boolean }): Promise<Accepted> {
    const row = await commit(() => inbox.find(arrival.channel, arrival.outsideId))
    if (!row) throw new Error('An event that was taken in is gone.')
    if (wait && row.state === inboxStates.waiting) {
      await drain(row.client_id)
      return repeated(arrival, { wait: false })
    }
    const turn = row.turn_id
    const messages = turn === null ? [] : await commit(() => context.messages.ofTurn(row.client_id, turn))
    return { client: row.client_id, repeated: true, turn, replies: messages.filter(({ author }) => author === 'bot') }
  }

  async function submit(client: number, event: Event): Promise<Accepted> {
    const done = await commit(() => actOn(client, event))
    if (done) afterTurn(done)
    return { client, repeated: false, turn: done?.turn ?? null, replies: done?.messages.filter(({ author }) => author === 'bot') ?? [] }
  }

  function* actOn(id: number, event: Event): Step<TurnDone | undefined> {
    const client = yield* clients.find(id)
    const channel = client && (yield* channels.find(client.channel))
    return client && channel && (yield* takeTurn(context, client, channel, event))
  }

  const draining = new Map<number, Promise<void>>()
  const drainSoon = (client: number): void => void drain(client).catch((error: unknown) => onError(error, { what: 'drain', client }))

  /** Works off what waits in a client's inbox, in order. */
  function drain(client: number): Promise<void> {
    const running = draining.get(client)
    if (running) return running
    behind.add(client)
    const work = track(
      (async () => {
        for (;;) {
          const outcome = await commit(() => workOffNext(client))
          if (outcome === undefined) return
          if (outcome.kind === 'done') afterTurn(outcome.done)
        }
      })(),
    )
    draining.set(client, work)
    const end = () => void draining.delete(client)
    work.then(end, end)
    return work
  }

  function* workOffNext(id: number): Step<Outcome | undefined> {
    const row = yield* inbox.nextOf(id)
    const client = row && (yield* clients.find(row.client))
    const channel = client && (yield* channels.find(client.channel))
    if (row && client && channel) return yield* workOff(row, client, channel)
    // Nothing waits any more: from here on his events are worked off as they come.
    behind.delete(id)
    return undefined
  }

  async function fireDue(): Promise<void> {
    for (;;) {
      const due = await commit(() => timers.due(clock.now(), batch))
      if (!due.length || stopped) return
      await Promise.all(due.map(({ client, pending }) => fire(client, pending)))
    }
  }

  async function fire(client: number, pending: number): Promise<void> {
    const key = `${client}:${pending}`
    try {
      const done = await commit(() => fireOne(client, pending))
      failedTimers.delete(key)
      if (done) afterTurn(done)
    } catch (error) {
      const attempts = (failedTimers.get(key) ?? 0) + 1
      onError(error, { what: 'timer', client, pending, attempts })
      if (attempts < mostAttempts) failedTimers.set(key, attempts)
      else await commit(() => setTimerAside(client, pending, error)).then(() => failedTimers.delete(key))
    }
  }

  function* fireOne(id: number, pending: number): Step<TurnDone | undefined> {
    const done = yield* actOn(id, { kind: 'timer', pending })
    if (!done) yield* timers.postpone(id, pending, clock.now() + retryMs)
    return done
  }

  function* setTimerAside(id: number, pending: number, error: unknown): Step<void> {
    const client = yield* clients.find(id)
    yield* timers.remove(id, pending)
    if (!client) return
    const facts = { pending: String(pending), error: error instanceof Error ? error.message : String(error) }
    yield* context.log.write(client.project_id, id, { level: 'error', code: 'timer-set-aside', facts }, clock.now())
  }

  async function deliverDue(): Promise<void> {
    for (;;) {
      const due = await commit(() => deliveries.due(clock.now(), batch))
      if (!due.length || stopped) return
      for (const delivery of due) {
        const delivered = await commit(() => deliver(context, delivery))
        if (delivered) announce(delivered)
      }
    }
  }

  const timerAlarm = createAlarm(
    clock,
    { next: () => commit(() => timers.next()), work: fireDue },
    (work) => void track(work.catch(report('timers'))),
  )
  const deliveryAlarm = createAlarm(
    clock,
    { next: () => commit(() => deliveries.next()), work: deliverDue },
    (work) => void track(work.catch(report('deliveries'))),
  )
  const report = (what: string) => (error: unknown) => onError(error, { what })

  return {
    accept,
    submit,
    async start() {
      const waiting = await commit(() => inbox.clientsWaiting())
      waiting.forEach(drainSoon)
      timerAlarm.look()
      deliveryAlarm.look()
    },
    async stop() {
      stopped = true
      timerAlarm.stop()
      deliveryAlarm.stop()
      await this.settled()
    },
    onTurn(call) {
      listeners.add(call)
      return () => void listeners.delete(call)
    },
    wakeTimers() {
      timerAlarm.look()
    },
    async settled() {
      while (inFlight.size) await Promise.allSettled(inFlight)
    },
    get queueLength() {
      return inFlight.size
    },
  }
}
