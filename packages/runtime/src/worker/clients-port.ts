import type { Value } from '@voronka/calculator'
import { drive, sessionToJson, storeVariable, type Step } from '@voronka/flow/engine'
import type { ClientsPort } from '@voronka/functions'
import { randomUUID } from 'node:crypto'
import type { ClientRow } from '../clients/clients.store.ts'
import type { WorkContext } from './context.ts'
import { inboxStates } from './inbox.store.ts'
import { openSession } from './open-session.ts'

/** What a turn asked of other clients, to be done when it is committed. */
export interface AskedOfOthers {
  /** Clients with a new event in their inbox. */
  readonly called: Set<number>
  /** Moments at which messages are to be delivered. */
  readonly deliveries: number[]
}

/** Other clients of the same project and kind (test people see test people only), inside the turn's transaction. */
export function clientsPort(context: WorkContext, running: ClientRow, now: number, asked: AskedOfOthers): ClientsPort {
  const { clients, inbox, deliveries, clock } = context

  function* other(id: number): Step<{ client: ClientRow; kind: string } | undefined> {
    const client = yield* clients.find(id)
    if (!client || client.project_id !== running.project_id) return undefined
    const channel = yield* context.channels.find(client.channel)
    const own = yield* context.channels.find(running.channel)
    return channel && channel.kind === own?.kind ? { client, kind: channel.kind } : undefined
  }

  function* sessionOf(client: ClientRow) {
    const channel = yield* context.channels.find(client.channel)
    if (!channel) throw new Error(`Client ${client.id} belongs to no channel.`)
    return openSession(client, yield* context.timers.ofClient(client.id), channel, { now })
  }

  function* getVariables(id: number, names: readonly string[]): Step<ReadonlyMap<string, Value> | undefined> {
    const found = yield* other(id)
    if (!found) return undefined
    const { variables } = yield* sessionOf(found.client)
    return new Map(names.flatMap((name) => (variables.client.has(name) ? [[name, variables.client.get(name) ?? null]] : [])))
  }

  function* setVariables(id: number, values: ReadonlyMap<string, Value>): Step<boolean> {
    const found = yield* other(id)
    if (!found) return false
    const session = yield* sessionOf(found.client)
    const client = new Map(session.variables.client)
    let accepted = true
    for (const [name, value] of values) accepted = storeVariable(client, name, value) === undefined && accepted
    const changed = { ...session, variables: { ...session.variables, client } }
    yield* clients.save({ id, name: session.client.name, session: sessionToJson(changed), position: session.position, now })
    return accepted
  }

  function* callback(id: number, text: string): Step<boolean> {
    const found = yield* other(id)
    if (!found) return false
    const { channel } = found.client
    const event = { kind: 'callback', text, pressed: false } as const
    yield* inbox.add({ channel, outsideId: `callback:${randomUUID()}`, client: id, event, now: clock.now() }, inboxStates.waiting)
    asked.called.add(id)
    return true
  }

  function* message(id: number, { text, block = null, at = now }: { text: string; block?: number | null; at?: number }): Step<boolean> {
    const found = yield* other(id)
    if (!found) return false
    const fireAt = at - running.clock_offset
    yield* deliveries.add({ project: running.project_id, client: id, text, block, fireAt })
    asked.deliveries.push(fireAt)
    return true
  }

  function* exists(id: number): Step<boolean> {
    return (yield* other(id)) !== undefined
  }

  return {
    exists: (id) => drive(exists(id)),
    getVariables: (id, names) => drive(getVariables(id, names)),
    setVariables: (id, values) => drive(setVariables(id, values)),
    callback: (id, text) => drive(callback(id, text)),
    message: (id, sent) => drive(message(id, sent)),
  }
}
