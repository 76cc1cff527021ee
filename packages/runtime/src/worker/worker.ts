import type { Event, Step } from '@voronka/flow/engine'
import type { ClientRow } from '../clients/clients.store.ts'
import type { StoredMessage } from '../clients/messages.store.ts'
import type { Urgency } from '../db/contract.ts'
import { createAlarm } from './alarm.ts'
import type { Channel } from './channels-cache.ts'
import { ChannelClosed, Overloaded, type Accepted, type Arrival, type CommittedTurn, type Reached, type Worker } from './contract.ts'
import type { WorkContext } from './context.ts'
import { createCrowd } from './crowd.ts'
import { dueOfClient } from './due-client.ts'
import { dueDeliveries } from './due-deliveries.ts'
import { dueTimers } from './due-timers.ts'
import { commandTurn, eventTurn, type ErrorReport, type Outcome } from './event-turn.ts'
import { inOrder } from './in-order.ts'
import { inboxStates } from './inbox.store.ts'
import { createLanes } from './lanes.ts'
import type { Arrived } from './open-session.ts'
import type { TurnDone } from './turn.ts'

/** Events of one client that may wait in his inbox. */
const mostWaitingOfClient = 500

/** Events of one sender that may be taken in at the same time, so that nobody stands behind a crowd of somebody else's (P5.2). */
const mostAtOnceOfSender = 100

export interface WorkerOptions {
  /** Events that may be worked off or wait at the same time. */
  readonly capacity: number
  /** Hears of turns that failed and of storage that refused. */
  readonly onError: ErrorReport
}

/** What names an event within the installation. */
type ArrivalKey = Pick<Arrival, 'channel' | 'outsideId'>

/** What became of an arrival inside its transaction. */
interface Taken {
  readonly client: number
  readonly outcome: Outcome | { readonly kind: 'repeated' }
}

/**
 * Takes events in and works them off: one client's strictly in order, each in one transaction (architecture, section 2). The event is stored and
 * its turn taken in the same transaction where nothing waits before it: one commit, and only then is the sender told.
 */
export function createWorker(context: WorkContext, { capacity, onError }: WorkerOptions): Worker {
  const { db, clock, inbox, clients, channels, flows, notices, jobs } = context
  const starting: (() => void)[] = []
  const listeners = new Set<(turn: CommittedTurn) => void>()
  const messageListeners = new Set<(reached?: Reached) => void>()
  const lineUp = inOrder()
  const crowd = createCrowd(mostAtOnceOfSender)
  let accepting = 0
  let inFlight = 0
  const whenIdle: (() => void)[] = []
  let isStarted = false
  let isStopped = false
  const stopped = () => isStopped
  let stopNow = (): void => undefined
  const stopping = new Promise<undefined>((resolve) => (stopNow = () => resolve(undefined)))

  /** Counted and not kept: a set through which so much passes drags what is long done into the old generation. */
  function track<T>(work: Promise<T>): Promise<T> {
    inFlight++
    const done = () => {
      if (--inFlight === 0) for (const call of whenIdle.splice(0)) call()
    }
    work.then(done, done)
    return work
  }

  function forget(error: unknown): never {
    context.variables.forget()
    throw error
  }

  function* careful<T>(job: () => Step<T>): Step<T> {
    try {
      return yield* job()
    } catch (error) {
      return forget(error)
    }
  }

  /** Runs a job in a transaction. What is kept in memory is forgotten when it fails: at once, since the next job shares its commit, and after it. */
  const commit = <T>(job: () => Step<T>, urgency?: Urgency): Promise<T> => track(db.transaction(() => careful(job), urgency).catch(forget))

  function afterTurn(done: TurnDone): void {
    if (!jobs) {
      for (const moment of done.planned) timerAlarm.wake(moment)
      for (const moment of done.asked.deliveries) deliveryAlarm.wake(moment)
    }
    for (const client of done.asked.called) lanes.drainSoon(client)
    announce(done)
  }

  function announce(turn: CommittedTurn): void {
    for (const listener of listeners) listener(turn)
    const { client, channel, outsideId } = turn
    heard({ client, channel, outsideId })
    notices.tell({ type: 'messages', client, channel, outsideId })
  }

  function heard(reached?: Reached): void {
    for (const listener of messageListeners) listener(reached)
  }

  notices.hear((notice) => {
    if (notice.type === 'messages') heard(notice)
    if (notice.type === 'missed') heard()
  })

  const lanes = createLanes(context, { commit, track, stopped, stopping, onError, afterTurn })

  function* take(arrival: Arrival): Step<Taken> {
    const channel = yield* channels.find(arrival.channel)
    if (!channel) throw new ChannelClosed('unknown')
    if (!channel.enabled) throw new ChannelClosed('closed')
    if (!(yield* channel.kind === 'test' ? flows.draft(channel.project) : flows.published(channel.project)))
      throw new ChannelClosed('unpublished')
    const { outsideId, name = '' } = arrival.from
    const client = yield* clients.findOrCreate({ project: channel.project, channel: channel.key, outsideId, name, now: clock.now() })
    return yield* takeFor(client, channel, arrival)
  }

  function* takeFor(
    client: ClientRow,
    channel: Channel,
    arrival: Pick<Arrival, 'outsideId' | 'event' | 'request' | 'stores'> & { readonly from?: Arrived },
  ): Step<Taken> {
    // Before the start, and where other processes take events in as well, only the inbox knows whose events wait.
    const asks = !isStarted || db.can.shared
    const late = client.calling !== null || lanes.behind.has(client.id) || (asks && (yield* inbox.nextOf(client.id)) !== undefined)
    const event = {
      channel: channel.key,
      outsideId: arrival.outsideId,
      client: client.id,
      event: arrival.event,
      now: clock.now(),
      request: arrival.request,
    }
    if (late) yield* room(client.id, event.outsideId, channel.key)
    const id = yield* inbox.add(event, late ? inboxStates.waiting : inboxStates.done)
    if (id === undefined) return { client: client.id, outcome: { kind: 'repeated' } }
    if (arrival.stores) yield* arrival.stores(client)
    if (arrival.event.kind === 'attachment') yield* context.fileRows.claim(channel.project, client.id, arrival.event.urls)
    if (late) return { client: client.id, outcome: { kind: 'waiting' } }
    const row = { id, outsideId: event.outsideId, client: client.id, event: arrival.event, attempts: 0, request: arrival.request ?? null }
    return {
      client: client.id,
      outcome: yield* eventTurn(context, row, { client, channel, arrived: arrival.from }, { behind: lanes.behind, onError }),
    }
  }

  /** What waits is bounded, for each client and in all: a repeat of what was taken in is answered all the same (reliability-promises, P5.1). */
  function* room(client: number, outsideId: string, channel: string): Step<void> {
    const full =
      (yield* inbox.waiting(mostWaitingOfClient, client)) === mostWaitingOfClient || (yield* inbox.waiting(capacity)) === capacity
    if (full && !(yield* inbox.find(channel, outsideId))) throw new Overloaded('Too much is waiting.')
  }

  function accept(arrival: Arrival, { wait = false }: { wait?: boolean } = {}): Promise<Accepted> {
    return inCrowd(`${arrival.channel} ${arrival.from.outsideId}`, () => take(arrival), arrival, wait)
  }

  const acceptFor: Worker['acceptFor'] = (known, event, sent) => {
    const taken = () => takeFrom(known.id, { ...sent, event })
    return inCrowd(`${known.channel} ${known.outside_id}`, taken, { channel: known.channel, outsideId: sent.outsideId }, false)
  }

  function* takeFrom(id: number, arrival: Omit<Arrival, 'channel' | 'from'>): Step<Taken> {
    const client = yield* clients.lock(id)
    const channel = client && (yield* channels.find(client.channel))
    if (!client || !channel) throw new ChannelClosed('unknown')
    return yield* takeFor(client, channel, arrival)
  }

  async function inCrowd(sender: string, work: () => Step<Taken>, arrival: ArrivalKey, wait: boolean): Promise<Accepted> {
    if (isStopped || accepting >= capacity) throw new Overloaded(isStopped ? 'The server is stopping.' : 'Too much is waiting.')
    const leave = crowd.enter(sender)
    if (!leave) throw new Overloaded('Too much of one sender is waiting.')
    accepting++
    try {
      const taken = () => commit(work)
      // Side by side, his events would wait for his row in any order.
      return await accepted(await (db.can.shared ? lineUp(sender, taken) : taken()), arrival, wait)
    } finally {
      accepting--
      leave()
    }
  }

  async function accepted({ client, outcome }: Taken, arrival: ArrivalKey, wait: boolean): Promise<Accepted> {
    switch (outcome.kind) {
      case 'done':
      case 'calling':
        lanes.taken(outcome)
        if (outcome.kind === 'calling') {
          lanes.drainSoon(client)
          if (wait) return { ...(await answerOf(arrival, true)), repeated: false }
        }
        return { client, repeated: false, turn: outcome.done.turn, replies: outcome.done.messages.filter(byBot) }
      case 'nothing':
        return { client, repeated: false, turn: null, replies: [] }
      case 'waiting':
        lanes.drainSoon(client)
        return wait ? { ...(await answerOf(arrival, true)), repeated: false } : { client, repeated: false, turn: null, replies: [] }
      case 'repeated':
        return answerOf(arrival, wait)
      default:
        return outcome satisfies never
    }
  }

  /** What an event that was taken in came to; `wait`: after its turn. */
  async function answerOf(arrival: ArrivalKey, wait: boolean): Promise<Accepted> {
    const row = await commit(() => inbox.find(arrival.channel, arrival.outsideId))
    if (!row) throw new Error('An event that was taken in is gone.')
    if (wait && row.state === inboxStates.waiting) {
      await lanes.drain(row.client_id)
      return answerOf(arrival, false)
    }
    const turn = row.turn_id
    const messages = turn === null ? [] : await commit(() => context.messages.ofTurn(row.client_id, turn))
    return { client: row.client_id, repeated: true, turn, replies: messages.filter(byBot) }
  }

  async function submit(client: number, event: Event, claim?: () => Step<boolean>): Promise<Accepted> {
    // What is claimed is a part of something bigger, for which nobody waits.
    const outcome = await commit(() => claimed(client, event, claim), claim && 'later')
    commanded(client, outcome)
    const done = 'done' in outcome ? outcome.done : undefined
    return { client, repeated: false, turn: done?.turn ?? null, replies: done?.messages.filter(byBot) ?? [] }
  }

  function* claimed(client: number, event: Event, claim?: () => Step<boolean>): Step<Outcome> {
    return claim && !(yield* claim()) ? { kind: 'nothing' } : yield* commandTurn(context, client, event)
  }

  /** What follows from a turn that did not come out of the inbox. */
  function commanded(client: number, outcome: Outcome): void {
    if ('done' in outcome) lanes.taken(outcome)
    if (outcome.kind === 'calling' || outcome.kind === 'waiting') lanes.drainSoon(client)
  }

  // Live answers come before what was planned (reliability-promises, P5.2).
  const due = { commit: <T>(job: () => Step<T>) => commit(job, 'later'), stopped, onError }
  const alarmOptions = { clock, track, onError }
  const ofTimers = dueTimers(context, due, commanded)
  const ofDeliveries = dueDeliveries(context, due, delivered)
  const timerAlarm = createAlarm(ofTimers, alarmOptions)
  const deliveryAlarm = createAlarm(ofDeliveries, alarmOptions)

  /** Events that were taken in and not worked off: by this process before it stopped, or by another that died. */
  async function workOffWaiting(): Promise<void> {
    const waiting = await commit(() => inbox.clientsWaiting())
    waiting.forEach(lanes.drainSoon)
  }

  /** What a program planned waits in the inbox now. */
  function delivered(turn: CommittedTurn): void {
    for (const client of turn.asked?.called ?? []) lanes.drainSoon(client)
    announce(turn)
  }

  const told = (error: unknown): void => onError(error, { what: 'inbox' })

  async function settled(): Promise<void> {
    while (inFlight) await new Promise<void>((resolve) => whenIdle.push(resolve))
  }

  return {
    accept,
    acceptFor,
    submit,
    settled,
    async start() {
      if (!db.can.shared) await commit(() => context.journals.release())
      await workOffWaiting()
      isStarted = true
      if (jobs) {
        const { fire } = ofTimers
        const work = dueOfClient(context, { commit: due.commit, stopped, fire, hand: ofDeliveries.handNext, jobs })
        await jobs.start(
          (client) => track(work(client)),
          () => void track(workOffWaiting()).catch(told),
        )
      } else {
        timerAlarm.look()
        deliveryAlarm.look()
      }
      for (const call of starting) call()
    },
    async stop() {
      isStopped = true
      stopNow()
      timerAlarm.stop()
      deliveryAlarm.stop()
      await settled()
      await jobs?.stop()
    },
    onStart: (call) => void starting.push(call),
    onTurn(call) {
      listeners.add(call)
      return () => void listeners.delete(call)
    },
    onMessages(call) {
      messageListeners.add(call)
      return () => void messageListeners.delete(call)
    },
    track,
    drain: (client) => lanes.drainSoon(client),
    wakeDeliveries(moment) {
      if (!jobs) deliveryAlarm.wake(moment)
    },
    wakeTimers() {
      if (!jobs) timerAlarm.look()
    },
    get queueLength() {
      return inFlight
    },
  }
}

const byBot = ({ author }: StoredMessage): boolean => author === 'bot'
