/** A coffee shop on an ordinary morning, for pictures: who wrote what, and the orders that came of it. */
import { listDialogues, listPipelines, orderSchema, paymentSchema } from '@voronka/api'
import { makeExample, publish } from './projects.ts'
import type { Server } from './server.ts'

/** Whoever writes last stands first in the inbox. */
const dialogues: readonly { readonly name: string; readonly says: readonly string[]; readonly labels?: readonly number[] }[] = [
  { name: 'Daniel Novak', says: ['hello', 'Delivery'] },
  { name: 'Sofia Marino', says: ['hi', 'Catalogue', 'Ethiopia Guji', '3'], labels: [2] },
  { name: 'Green Door Bakery', says: ['good day', 'Catalogue', 'Brazil Cerrado', '12'], labels: [2] },
  { name: 'Marta Lindqvist', says: ['hello', 'Catalogue'] },
  { name: 'Oliver Grant', says: ['hello', 'Basket'] },
  { name: 'Hannah Weiss', says: ['hello', 'Catalogue', 'Ethiopia Guji', '1'], labels: [1] },
  { name: 'Lucas Ferreira', says: ['hi', 'Delivery'] },
  { name: 'Emma Wilson', says: ['hello', 'Catalogue', 'Ethiopia Guji', '2'], labels: [1] },
]

const states = [
  ['New', 'blue'],
  ['Confirmed', 'cyan'],
  ['Roasting', 'orange'],
  ['On the way', 'violet'],
] as const

/** By state: whose, what, for how much. */
const orders = [
  [
    ['Emma Wilson', 'Ethiopia Guji × 2', 36],
    ['Lucas Ferreira', 'Tasting set', 28],
    ['Marta Lindqvist', 'Colombia Huila × 1', 17],
  ],
  [
    ['Hannah Weiss', 'Ethiopia Guji × 1', 18],
    ['Green Door Bakery', 'Brazil Cerrado × 12', 174],
  ],
  [
    ['Sofia Marino', 'Ethiopia Guji × 3', 54],
    ['Oliver Grant', 'Espresso blend × 4', 62],
    ['Green Door Bakery', 'Espresso blend × 20', 290],
  ],
  [['Daniel Novak', 'Gift box', 45]],
] as const

export interface Shop {
  readonly project: number
  /** Whose dialogue is shown. */
  readonly client: number
}

export async function makeShop(server: Server): Promise<Shop> {
  const project = await makeExample(server, 'shop-basket', 'en')
  const path = `/api/projects/${project}`
  const chat = server.url + (await publish(server, project))
  await server.api('POST', `${path}/labels`, { name: 'Regular', color: 3 })
  await server.api('POST', `${path}/labels`, { name: 'Wholesale', color: 6 })
  await server.api('PUT', `${path}/operators/me/status`, { status: 'shift' })
  for (const { name, says } of dialogues) for (const text of says) await say(chat, name, text)
  const clients = await clientsOf(server, project)
  for (const { name, labels } of dialogues)
    if (labels) await server.api('POST', `${path}/clients/${clients.get(name)}/labels`, { add: labels })
  await makeBoard(server, project, clients)
  const client = clients.get('Emma Wilson') ?? 0
  const card = `${path}/clients/${client}`
  // Who has paid was thanked in silence; the inbox shows words.
  for (const name of ['Green Door Bakery', 'Oliver Grant', 'Sofia Marino', 'Daniel Novak']) await say(chat, name, 'menu')
  // From here on a person speaks to her.
  await server.api('PATCH', card, { phone: '+44 20 7946 0958', email: 'emma@example.com', pause: 1440 })
  await say(chat, 'Emma Wilson', 'Could you grind it for a French press?')
  await server.api('POST', `${card}/comments`, { text: 'Last time she took it coarse, 22 clicks.' })
  await server.api('POST', `${card}/messages`, { key: 'answer', text: 'Of course, Emma! Coarse, as last time?' })
  await say(chat, 'Emma Wilson', 'Yes please, that was perfect.')
  return { project, client }
}

async function say(chat: string, name: string, text: string): Promise<void> {
  const body = JSON.stringify({ visitor: `visitor-${name.toLowerCase().replaceAll(' ', '-')}`, id: `${name}: ${text}`, text, name })
  const answer = await fetch(`${chat}/messages?wait=1`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  if (!answer.ok) throw new Error(await answer.text())
}

async function clientsOf({ api }: Server, project: number): Promise<ReadonlyMap<string, number>> {
  const { dialogues: found } = listDialogues.output.parse(await api('GET', `/api/projects/${project}/clients`))
  return new Map(found.map(({ name, id }) => [name, id]))
}

async function makeBoard({ api, url }: Server, project: number, clients: ReadonlyMap<string, number>): Promise<void> {
  const path = `/api/projects/${project}`
  const [pipeline] = listPipelines.output.parse(await api('GET', `${path}/pipelines`)).pipelines
  if (!pipeline) throw new Error('There is no pipeline.')
  await api('PATCH', `${path}/pipelines/${pipeline.id}`, { name: 'Orders', currency: 'USD' })
  for (const [at, [name, color]] of states.entries()) {
    const known = pipeline.states[at]
    if (known) await api('PATCH', `${path}/states/${known.id}`, { name, color })
    else await api('POST', `${path}/pipelines/${pipeline.id}/states`, { name, color })
  }
  const [board] = listPipelines.output.parse(await api('GET', `${path}/pipelines`)).pipelines
  // What the talk of each began by itself: here every order has its name.
  for (let order = 1; order <= dialogues.length; order += 1) await api('DELETE', `${path}/orders/${order}`)
  await api('POST', `${path}/connections`, { kind: 'test-payments', name: '', fields: {} })
  for (const [at, own] of orders.entries())
    for (const [who, name, budget] of own.toReversed()) {
      const made = orderSchema.parse(
        await api('POST', `${path}/orders`, { client: clients.get(who), name, budget, to: { state: board?.states[at]?.id } }),
      )
      if (at > 0) await bill(url, await api('POST', `${path}/payments`, { order: made.number, sum: budget, description: name }), at > 1)
    }
}

async function bill(url: string, payment: unknown, paid: boolean): Promise<void> {
  const { link } = paymentSchema.parse(payment)
  const body = new URLSearchParams({ outcome: 'paid' })
  if (paid) await fetch(new URL(new URL(link).pathname, url), { method: 'POST', body })
}
