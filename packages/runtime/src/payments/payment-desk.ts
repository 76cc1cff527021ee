import type { Payment, PaymentState } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { Doing } from '../orders/order-book.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { paymentProviders } from './all.ts'
import type { Settled } from './payment-book.ts'
import type { PaymentFilter, PaymentRow } from './payments.store.ts'
import type { ProviderCall } from './provider.ts'
import { testProvider } from './test-payments.ts'

export type PaymentDesk = ReturnType<typeof createPaymentDesk>

/** A payment as its own page shows it. `closed`: its order is given up, so that nobody may pay it any more. */
export interface PayPage {
  readonly row: PaymentRow
  readonly state: PaymentState | 'closed'
  readonly language: 'ru' | 'en'
}

/** Payments as employees, clients and payment services work on them, outside of turns. */
export function createPaymentDesk(context: WorkContext, worker: Worker, live: LiveHub) {
  const { db, clock, payments, orders, connections, flows } = context

  /** Does something in one transaction; what it caused is told and worked off after the commit. */
  async function act<T>(by: Doing['by'], work: (doing: (project: number) => Doing) => Step<T>): Promise<T> {
    // On a shared database the work may be run anew: what the last run left counts.
    let doing: Doing | undefined
    const answer = await db.transaction(() =>
      work((project) => (doing = { project, now: clock.now(), by, called: new Set(), events: [], mails: new Set() })),
    )
    if (doing) for (const event of doing.events) live.publish(doing.project, event)
    for (const client of doing?.called ?? []) worker.drain(client)
    return answer
  }

  function* shown(token: string): Step<PayPage> {
    const row = yield* payments.store.byToken(token)
    // What is paid elsewhere has no page here.
    if (!row || row.provider !== testProvider.kind) throw failure('not-found')
    const order = yield* orders.store.find(row.project_id, row.order_number)
    const connected = row.test === 1 || (yield* connections.first(row.project_id, row.provider)) !== undefined
    const given = !order || order.status === 'fail' || order.status === 'archive' || !connected
    const flow = yield* flows.draft(row.project_id)
    return { row, state: row.state !== 'paid' && given ? 'closed' : row.state, language: flow?.project.settings.language ?? 'en' }
  }

  return {
    async list(project: number, filter: PaymentFilter, { before, size = 50 }: { before?: number | undefined; size?: number | undefined }) {
      return db.transaction(function* () {
        const rows = yield* payments.store.list(project, filter, before, size + 1)
        const sums = before === undefined ? yield* payments.store.sums(project, filter) : null
        return {
          payments: rows.slice(0, size).map(paymentOf),
          more: rows.length > size,
          sums: sums && sums.map((row) => ({ ...row, sum: row.sum / 100 })),
        }
      })
    },

    async create(project: number, actor: Actor, { order: number, ...bill }: { order: number; sum: number; description: string }) {
      const by = {
        kind: actor.kind === 'person' ? 'person' : 'program',
        account: actor.account,
        name: actor.name || actor.email,
        block: null,
      } as const
      return act(by, function* (doing) {
        const order = yield* orders.store.find(project, number)
        if (!order || order.test) throw failure('order-not-found', number)
        const row = yield* payments.create(doing(project), order, bill)
        if (!row) throw failure('no-payments')
        const client = yield* context.clients.find(row.client_id)
        return paymentOf({ ...row, client_name: client?.name ?? '' })
      })
    },

    page: (token: string): Promise<PayPage> => db.transaction(() => shown(token)),

    /** A client pressed a button of the test page. */
    press: (token: string, outcome: 'paid' | 'failed'): Promise<Settled> =>
      act(bySystem, function* (doing) {
        const { row, state } = yield* shown(token)
        if (state === 'closed') return 'unchanged'
        return yield* payments.settle(doing(row.project_id), row, { outcome, sum: row.sum })
      }),

    /** A payment service calls. */
    called: (key: string, call: ProviderCall): Promise<Settled | 'unsigned' | 'unreadable' | 'unknown' | { readonly answer: string }> =>
      act(bySystem, function* (doing) {
        const connection = yield* connections.byInbound(key)
        const provider = paymentProviders.find(({ kind }) => kind === connection?.kind)
        if (!connection || !provider?.read) return 'unknown'
        const told = provider.read(call, connection)
        if (told === undefined) return 'unsigned'
        if (told === 'unreadable') return told
        const row = yield* payments.store.find(connection.project, told.payment)
        if (!row || row.provider !== provider.kind) return 'unknown'
        const settled = yield* payments.settle(doing(row.project_id), row, told)
        return settled === 'does not fit' ? settled : { answer: provider.answer?.(connection) ?? '' }
      }),
  }
}

const bySystem = { kind: 'system', account: null, name: '', block: null } as const

const paymentOf = (row: PaymentRow & { readonly client_name: string }): Payment => ({
  number: row.number,
  order: row.order_number,
  client: { id: row.client_id, name: row.client_name },
  provider: row.provider,
  state: row.state,
  sum: row.sum / 100,
  currency: row.currency,
  description: row.description,
  link: row.link,
  outsideId: row.outside_id,
  trouble: row.trouble,
  createdAt: new Date(row.created_at).toISOString(),
  changedAt: new Date(row.changed_at).toISOString(),
})
