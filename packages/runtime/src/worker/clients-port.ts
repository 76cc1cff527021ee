import type { LiveEvent } from '@voronka/api'
import { messengers } from '../channels/channel-kind.ts'
import { findByPlatform } from '../public-api/platform.ts'
import type { Value } from '@voronka/calculator'
import { drive, sessionToJson, storeVariable, type Step } from '@voronka/flow/engine'
import { normalPhone, type ClientsPort } from '@voronka/functions'
import { randomUUID } from 'node:crypto'
import type { ClientRow } from '../clients/clients.store.ts'
import { keepContacts } from '../clients/keep-contacts.ts'
import { bindClients, boundWith, mainOf, unbindClient } from '../clients/merge-clients.ts'
import type { WorkContext } from './context.ts'
import { inboxStates } from './inbox.store.ts'
import { openSession } from './open-session.ts'

/** What a turn asked of other clients, to be done when it is committed. */
export interface AskedOfOthers {
  /** Clients with a new event in their inbox. */
  readonly called: Set<number>
  /** Moments at which messages are to be delivered. */
  readonly deliveries: number[]
  /** Clients whose card or line in the inbox changed. */
  readonly changed: Set<number>
  readonly notified: { readonly id: number; readonly account: number }[]
  readonly tasks: { readonly task: number; readonly client: number | null }[]
  /** What open pages are to be told. */
  readonly live: LiveEvent[]
  /** Projects whose mail server has something to send. */
  readonly mails: Set<number>
  /** Clients for whom something was put into the outbox. */
  readonly outgoing: Set<number>
}

/** Of messengers of others, as `findByPlatform` wants them. */
const outsideTypes = [...messengers.keys()].filter((type) => type !== 5)

export const askedNothing = (): AskedOfOthers => ({
  called: new Set(),
  deliveries: [],
  changed: new Set(),
  notified: [],
  tasks: [],
  live: [],
  mails: new Set(),
  outgoing: new Set(),
})

/** Other clients of the same project and kind (test people see test people only), inside the turn's transaction. */
export function clientsPort(context: WorkContext, running: ClientRow, now: number, asked: AskedOfOthers): ClientsPort {
  const { clients, inbox, deliveries, clock } = context

  function* other(id: number): Step<{ client: ClientRow; kind: string } | undefined> {
    const client = yield* clients.find(id)
    if (!client || client.project_id !== running.project_id) return undefined
    const channel = yield* context.channels.find(client.channel)
    const own = yield* context.channels.find(running.channel)
    return channel && (channel.kind === 'test') === (own?.kind === 'test') ? { client, kind: channel.kind } : undefined
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
    // Whoever is written to is locked as if he had a turn.
    yield* clients.lock(id)
    const found = yield* other(id)
    if (!found) return false
    const session = yield* sessionOf(found.client)
    const client = new Map(session.variables.client)
    let accepted = true
    for (const [name, value] of values) accepted = storeVariable(client, name, value) === undefined && accepted
    const changed = { ...session, variables: { ...session.variables, client } }
    yield* clients.save({ id, name: session.client.name, session: sessionToJson(changed), position: session.position, now })
    yield* context.dialogues.mark(id)
    yield* keepContacts(context.dialogues, id, session.variables.client, client)
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

  /** Whether the flow that this kind of people runs has that block. */
  function* isBlock(block: number | null, kind: string): Step<boolean> {
    const { flows } = context
    const flow = yield* kind === 'test' ? flows.draft(running.project_id) : flows.published(running.project_id)
    return block !== null && flow?.compiled.blocks.has(block) === true
  }

  function* message(id: number, { text, block = null, at = now }: { text: string; block?: number | null; at?: number }): Step<boolean> {
    const found = yield* other(id)
    if (!found || (text === '' && !(yield* isBlock(block, found.kind)))) return false
    const fireAt = at - running.clock_offset
    yield* deliveries.add({ project: running.project_id, client: id, text, block, fireAt })
    asked.deliveries.push(fireAt)
    return true
  }

  function* ownKind() {
    return { project: running.project_id, test: (yield* context.dialogues.find(running.id))?.test ?? 0 }
  }

  function* findByPhone(written: string): Step<number | null> {
    const phone = normalPhone(written)
    return phone === undefined ? null : ((yield* context.dialogues.findBy(yield* ownKind(), { phone })) ?? null)
  }

  /** By what his messenger calls him; on our own channels that is his number. */
  function* findByPlatformId(platformId: string, group?: string): Step<number | null> {
    if (!(yield* ownKind()).test) {
      const found = yield* findByPlatform(context, running.project_id, {
        ids: [platformId],
        types: outsideTypes,
        ...(group !== undefined && { group }),
      })
      if (found[0]) return found[0].id
    }
    if (!/^[1-9][0-9]{0,14}$/.test(platformId)) return null
    const id = Number(platformId)
    const found = id === running.id ? running : (yield* other(id))?.client
    if (!found || group === undefined) return found?.id ?? null
    const channel = yield* context.channels.find(found.channel)
    return channel && (channel.key === group || channel.name === group) ? found.id : null
  }

  function* find(contact: string): Step<number | null> {
    const byPhone = yield* findByPhone(contact)
    if (byPhone !== null) return byPhone
    const byEmail = yield* context.dialogues.findBy(yield* ownKind(), { email: contact.toLowerCase() })
    return byEmail ?? (yield* findByPlatformId(contact))
  }

  function* merge(main: number, id: number): Step<boolean> {
    if (!(yield* other(id))) return false
    yield* bindClients(context.dialogues, running.project_id, main, id)
    for (const each of [main, id]) asked.changed.add(each)
    return true
  }

  function* unmerge(id: number): Step<boolean> {
    if (id !== running.id && !(yield* other(id))) return false
    asked.changed.add(id)
    return yield* unbindClient(context.dialogues, running.project_id, id)
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
    find: (contact) => drive(find(contact)),
    findByPhone: (phone) => drive(findByPhone(phone)),
    findByPlatformId: (id, group) => drive(findByPlatformId(id, group)),
    mainOf: (id) => drive(mainOf(context.dialogues, id)),
    boundTo: (id) => drive(boundWith(context.dialogues, running.project_id, id)),
    merge: (main, id) => drive(merge(main, id)),
    unmerge: (id) => drive(unmerge(id)),
  }
}
