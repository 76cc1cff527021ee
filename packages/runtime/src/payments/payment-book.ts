import { largestPayment } from '@voronka/api'
import type { Value } from '@voronka/calculator'
import type { Step } from '@voronka/flow/engine'
import { randomBytes } from 'node:crypto'
import type { OpenConnection } from '../connections/connection-work.ts'
import type { Doing } from '../orders/order-book.ts'
import type { OrderRow } from '../orders/orders.store.ts'
import { inboxStates } from '../worker/inbox.store.ts'
import type { WorkContext } from '../worker/context.ts'
import { paymentProviders } from './all.ts'
import { writtenSum } from './payment-link.ts'
import { paymentsStore, type PaymentRow } from './payments.store.ts'
import type { PaymentProvider, Told } from './provider.ts'
import { testProvider } from './test-payments.ts'

export type PaymentBook = ReturnType<typeof paymentBook>

/** What became of what was told: it changed the payment, or nothing, or it does not fit. */
export type Settled = 'changed' | 'unchanged' | 'does not fit'

/** Payments and all that may happen to them: the one place for scripts, employees, our own page and the calls of payment services. */
export function paymentBook(context: Pick<WorkContext, 'db' | 'orders' | 'clients' | 'inbox' | 'connections'> & { address(): string }) {
  const { db, orders, clients, inbox, connections } = context
  const store = paymentsStore(db)

  /** Test people never pay: they are led to the test page, whatever the project is connected to. */
  function* providerOf(order: OrderRow): Step<{ provider: PaymentProvider; connection: OpenConnection | undefined } | undefined> {
    if (order.test) return { provider: testProvider, connection: undefined }
    for (const provider of paymentProviders) {
      const connection = yield* connections.first(order.project_id, provider.kind)
      if (connection) return { provider, connection }
    }
    return undefined
  }

  function* currencyOf({ project_id, pipeline_id }: OrderRow): Step<string> {
    const pipelines = yield* orders.pipelines.list(project_id)
    const { currency = '' } = pipelines.find(({ id }) => id === pipeline_id) ?? pipelines[0] ?? {}
    return codes.get(currency) ?? currency
  }

  /** While it waits, the same bill is one payment, however often it is asked for. */
  function* waiting(order: OrderRow, asked: Pick<PaymentRow, 'sum' | 'description' | 'provider' | 'currency'>) {
    const same = (row: PaymentRow) =>
      row.state === 'waiting' &&
      row.sum === asked.sum &&
      row.description === asked.description &&
      row.provider === asked.provider &&
      row.currency === asked.currency
    return (yield* store.ofOrder(order.project_id, order.number)).findLast(same)
  }

  /** Tells the order's history, its variables and its client's dialogue what became of a payment. */
  function* tell(doing: Doing, row: PaymentRow, state: 'paid' | 'failed'): Step<void> {
    const order = yield* orders.store.find(row.project_id, row.order_number)
    if (order) {
      yield* orders.notePayment(doing, order, row.state, `${state} ${writtenSum(row.sum)} ${row.currency}`.trim())
      const paidAlready =
        state === 'failed' && (yield* store.ofOrder(row.project_id, row.order_number)).some((each) => each.state === 'paid')
      if (!paidAlready) yield* orders.setVariables(doing, order, variablesOf(row, state))
    }
    const client = yield* clients.find(row.client_id)
    if (!client || client.session === null) return
    const event = {
      kind: 'callback',
      text: `payment_${state === 'paid' ? 'success' : 'fail'}`,
      pressed: false,
      order: row.order_number,
    } as const
    const outsideId = `payment:${row.number}:${state}`
    yield* inbox.add({ channel: client.channel, outsideId, client: client.id, event, now: doing.now }, inboxStates.waiting)
    doing.called.add(client.id)
  }

  return {
    store,

    /** Undefined: there is nobody to pay through, or the sum is none that can be paid. `sum` in whole units. */
    *create(doing: Doing, order: OrderRow, asked: { readonly sum: number; readonly description: string }): Step<PaymentRow | undefined> {
      const sum = Math.round(asked.sum * 100)
      if (!(sum > 0 && sum <= largestPayment * 100)) return undefined
      const found = yield* providerOf(order)
      if (!found) return undefined
      const { provider, connection } = found
      const bill = { sum, description: asked.description.slice(0, 500), provider: provider.kind, currency: yield* currencyOf(order) }
      const same = yield* waiting(order, bill)
      if (same) return same
      const number = yield* orders.numbers.take(order.project_id, 'payment')
      const token = randomBytes(18).toString('base64url')
      const page = `${context.address()}/pay/${token}`
      const told = { ...bill, number, order: order.number, client: order.client_id, page }
      const row: PaymentRow = {
        ...bill,
        project_id: order.project_id,
        number,
        order_number: order.number,
        client_id: order.client_id,
        test: order.test,
        token,
        link: connection ? provider.link(told, connection) : page,
        state: 'waiting',
        outside_id: null,
        trouble: null,
        created_at: doing.now,
        changed_at: doing.now,
      }
      yield* store.insert(row)
      yield* orders.notePayment(doing, order, null, `waiting ${writtenSum(sum)} ${bill.currency}`.trim())
      return row
    },

    /**
     * Takes in an outcome, exactly once: what was paid stays paid, whatever comes later or again; what failed can still be paid. The database decides between
     * two that come at once.
     */
    *settle(doing: Doing, row: PaymentRow, { outcome, sum, currency, outsideId }: Omit<Told, 'payment'>): Step<Settled> {
      const at = { changed_at: doing.now }
      if (outcome === undefined || row.state === outcome || row.state === 'paid') return 'unchanged'
      const wrong = outcome === 'paid' ? misfit(row, sum, currency) : undefined
      if (wrong !== undefined) {
        yield* store.change(row, { trouble: wrong, ...at })
        const order = yield* orders.store.find(row.project_id, row.order_number)
        if (order) orders.told(doing, order)
        return 'does not fit'
      }
      const known = { state: outcome, trouble: null, ...(outsideId !== undefined && { outside_id: outsideId }), ...at }
      if (!(yield* store.change(row, known))) return 'unchanged'
      yield* tell(doing, row, outcome)
      return 'changed'
    },
  }
}

/** Payment services know currencies by their codes; pipelines often by their signs. */
const codes: ReadonlyMap<string, string> = new Map([
  ['₽', 'RUB'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₸', 'KZT'],
])

/** What scripts and people see of it at the order. */
const variablesOf = ({ number, sum }: PaymentRow, state: 'paid' | 'failed') =>
  new Map<string, Value>([
    ['payment_status', state],
    ['payment_id', number],
    ['payment_sum', sum / 100],
  ])

function misfit(row: PaymentRow, sum: number | undefined, currency: string | undefined): string | undefined {
  if (sum !== row.sum) return `sum: ${sum === undefined ? '?' : writtenSum(sum)}`
  if (currency !== undefined && currency.toUpperCase() !== row.currency.toUpperCase()) return `currency: ${currency.slice(0, 20)}`
  return undefined
}
