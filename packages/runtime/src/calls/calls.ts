import type { Call, CallWay, StoppedNumber } from '@voronka/api'
import { toText } from '@voronka/calculator'
import { normalPhone } from '@voronka/functions'
import type { Step } from '@voronka/flow/engine'
import { randomUUID } from 'node:crypto'
import { visibleClient, type FoundClient } from '../clients/client-card.ts'
import { isoMoment } from '../clients/iso-moment.ts'
import type { SearchIndex } from '../clients/search-index.ts'
import { visibleTo } from '../clients/visible-dialogues.ts'
import type { OpenConnection } from '../connections/connection-work.ts'
import type { AllowedHostsOf } from '../egress/allowed-hosts.ts'
import type { Egress } from '../egress/egress.ts'
import { failure, failureWith } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { MembersStore } from '../members/members.store.ts'
import { telephonyProviders } from '../telephony/all.ts'
import type { Line, TelephonyProvider } from '../telephony/provider.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { openSession } from '../worker/open-session.ts'
import { callBeginner, type AskedCall, type Begun } from './begin-call.ts'
import { callNews, type NewsRow } from './call-news.store.ts'
import { createCallRunner } from './call-runner.ts'
import { callsStore, type CallFilter, type Seen } from './calls.store.ts'
import type { Heard } from './hear-of-call.ts'
import { showCalls } from './show-call.ts'
import { stoppedNumbers, type StoppedRow } from './stopped-numbers.store.ts'

const pageSize = 50

export interface CallsParts {
  readonly worker: Worker
  readonly live: LiveHub
  readonly search: SearchIndex
  readonly members: MembersStore
  readonly egress: Egress
  readonly allowedHosts: AllowedHostsOf
  /** Where others reach this server; empty: nobody knows yet. */
  address(): string
  onError(error: unknown, about: Readonly<Record<string, unknown>>): void
}

export type Calls = ReturnType<typeof createCalls>

/** Telephony (telephony, whole): calls are begun by scripts and from cards, heard of, looked through; numbers can be kept from being called. */
export function createCalls(context: WorkContext, parts: CallsParts) {
  const { db, clock, audit, connections } = context
  const { worker, live, search, members, egress, allowedHosts, address, onError } = parts
  const [calls, stopped, news] = [callsStore(db), stoppedNumbers(db), callNews(db)]
  const providers = telephonyProviders

  function lineOf({ project, settings, secret }: OpenConnection): Line {
    return {
      settings,
      secret,
      now: () => clock.now(),
      async post(url, body) {
        const headers = [
          ['Content-Type', 'application/json'],
          ['Accept', 'application/json'],
        ] as const
        const allowed = await allowedHosts.of(project)
        // The key is in the body: nobody is followed elsewhere with it.
        return egress.send({ method: 'POST', url, headers, body: JSON.stringify(body), allowed, followRedirects: false })
      },
    }
  }

  const pathsOf = ({ kind, inboundKey }: OpenConnection) => ({
    status: `/webhooks/${kind}/${inboundKey}/status`,
    digit: `/webhooks/${kind}/${inboundKey}/ivr`,
  })

  const changed = (project: number, call: number | null): void => live.publish(project, { type: 'calls-changed', call })

  function heard(project: number, { clients, calls: numbers }: Heard): void {
    for (const client of clients) {
      worker.drain(client)
      live.publish(project, { type: 'dialogue-changed', client, message: null })
    }
    for (const number of numbers) changed(project, number)
  }

  const begin = callBeginner(context, {
    calls,
    stopped,
    lineOf,
    changed,
    catchUp: () => search.catchUp(),
    tellTo(connection) {
      const { status, digit } = pathsOf(connection)
      return address() === '' ? undefined : { status: address() + status, digit: address() + digit }
    },
  })
  const runner = createCallRunner(context, {
    calls,
    stopped,
    news,
    providerOf: (kind) => providers.find((provider) => provider.kind === kind),
    lineOf,
    heard,
    onError,
    track: (work) => worker.track(work),
    catchUp: () => search.catchUp(Number.POSITIVE_INFINITY, 'later'),
  })

  async function beginThrough(provider: TelephonyProvider, connection: OpenConnection, asked: AskedCall): Promise<Begun> {
    const begun = await begin(provider, connection, asked)
    // Whoever is to be asked first of all may be this one.
    if (begun.begun) void runner.look()
    return begun
  }

  /** The numbers of a client's card and of his variables; a client of telephony has his own. */
  function* isHis({ client, dialogue }: FoundClient, phone: string): Step<boolean> {
    const channel = yield* context.channels.find(client.channel)
    if (client.outside_id === `phone:${phone}` || normalPhone(dialogue.phone) === phone) return true
    if (!client.session || !channel) return false
    const { variables } = openSession(client, [], channel, { now: clock.now() })
    return [...variables.client.values(), ...variables.order.values()].some((value) => normalPhone(toText(value)) === phone)
  }

  function* wayOf(project: number, account: number | null): Step<CallWay> {
    return account === null ? { way: 'off', number: '', record: '' } : (yield* members.find(project, account)).calls
  }

  const seenBy = (project: number, actor: Actor): Seen => {
    if (actor.has('clients.seeOthers') && actor.has('clients.seeFree')) return undefined
    return visibleTo(db.build.selectFrom('dialogues').select('client_id').where('dialogues.project_id', '=', project), actor)
  }

  return {
    providers,
    lineOf,
    pathsOf,
    begin: beginThrough,
    look: runner.look,
    stop: runner.stop,

    /** What a vendor told; it is worked off in a moment. Resolves when it is on disk. */
    async take(project: number, provider: string, kind: NewsRow['kind'], body: string): Promise<void> {
      await db.transaction(() => news.add({ project, provider, kind, body, now: clock.now() }))
      void runner.look()
    },

    list: (project: number, actor: Actor, filter: CallFilter, below: number | undefined) =>
      db.transaction(function* () {
        const seen = seenBy(project, actor)
        const rows = yield* calls.page(project, filter, seen, below, pageSize + 1)
        const page = rows.slice(0, pageSize)
        const next = rows.length > pageSize ? String(page.at(-1)?.number) : null
        return { calls: yield* showCalls(db, project, page), next, total: yield* calls.total(project, filter, seen) }
      }),

    way: (project: number, { account }: Actor): Promise<CallWay> => db.transaction(() => wayOf(project, account)),

    /** An employee calls one of the client's numbers from his card (section 7). */
    async callClient(project: number, actor: Actor, client: number, written: string): Promise<Call> {
      const phone = normalPhone(written)
      if (phone === undefined) throw failure('wrong-phone')
      const { way, connection } = await db.transaction(function* () {
        if (!(yield* isHis(yield* visibleClient(context, project, client, actor), phone))) throw failure('not-his-phone')
        return { way: yield* wayOf(project, actor.account), connection: yield* connections.first(project, 'telephony') }
      })
      if (way.way !== 'api') throw failure('calling-off')
      const provider = providers.find(({ kind }) => kind === connection?.kind)
      if (!connection || !provider) throw refused('zvonobot is not connected')
      const begun = await beginThrough(provider, connection, {
        key: `card:${randomUUID()}`,
        from: normalPhone(way.number) ?? '',
        to: phone,
        record: way.record,
        reactions: undefined,
        order: null,
        operator: actor.account,
        client,
        his: true,
      })
      if (!begun.begun) throw refused(begun.reason)
      const [call] = await db.transaction(() => showCalls(db, project, [begun.row]))
      if (!call) throw new Error('A call that was begun is not shown.')
      return call
    },

    stoppedNumbers: (project: number, digits: string, cursor: string | undefined) =>
      db.transaction(function* () {
        const after = cursor === undefined ? undefined : yield* stopped.find(project, cursor)
        const rows = yield* stopped.page(project, digits, after, pageSize + 1)
        const page = rows.slice(0, pageSize)
        const next = rows.length > pageSize ? (page.at(-1)?.phone ?? null) : null
        return { numbers: page.map(shownNumber), next, total: yield* stopped.total(project, digits) }
      }),

    async stopNumber(project: number, actor: Actor, written: string): Promise<StoppedNumber> {
      const phone = normalPhone(written)
      if (phone === undefined) throw failure('wrong-phone')
      const row = await db.transaction(function* () {
        yield* stopped.add(project, { phone, by_whom: 'person', name: actor.name || actor.email, added_at: clock.now() })
        yield* audit(actor, { action: 'stopped-number.added', project, subject: phone })
        return yield* stopped.find(project, phone)
      })
      if (!row) throw new Error('A number that was stored is gone.')
      changed(project, null)
      return shownNumber(row)
    },

    async releaseNumber(project: number, actor: Actor, phone: string): Promise<void> {
      await db.transaction(function* () {
        if (!(yield* stopped.remove(project, phone))) throw failure('stopped-number-not-found', phone)
        yield* audit(actor, { action: 'stopped-number.removed', project, subject: phone })
      })
      changed(project, null)
    },
  }
}

const refused = (reason: string): Error => failureWith('call-refused', { reason }, reason)

const shownNumber = ({ phone, by_whom, name, added_at }: StoppedRow): StoppedNumber => ({
  phone,
  by: by_whom,
  name,
  addedAt: isoMoment(added_at),
})
