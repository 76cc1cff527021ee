import fc from 'fast-check'
import { allActions } from '../../../src/public-api/actions/all.ts'
import type { Answer, TestServer } from '../serve.ts'
import { badBodies } from './bad-bodies.ts'
import { hostile } from './any-input.ts'
import type { Furnished } from './furnish.ts'

/** One request to an address that foreign programs call, and which answers it may have. */
export interface ForeignCall {
  readonly what: string
  readonly path: string
  readonly body?: string | Uint8Array | undefined
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  fits(answer: Answer): boolean
}

export interface ForeignAddress extends Omit<ForeignCall, 'body' | 'type'> {
  /** What is posted there, as JSON; without it, parameters. */
  readonly shape?: fc.Arbitrary<unknown>
}

/** Where programs of others call: the project API, the leads API, the form on foreign sites, the chat. Each is promised another shape of answers. */
export function foreignAddresses({ publicKey, leadKey, leadForm, chat }: Furnished): ForeignAddress[] {
  const named = ({ status, body }: Answer) => status < 500 && typeof body === 'object' && body !== null
  const leads = `/developer/v1/leads?login=owner@example.com&apikey=${leadKey}`
  return [
    ...allActions.toSorted(byHarm).map(({ name }) => ({ what: name, path: `/api/${publicKey}/${name}`, fits: named })),
    ...['add', 'stat', 'info', 'list'].map((action) => ({
      what: `leads ${action}`,
      path: `${leads}&action=${action}`,
      fits: ({ status, body }: Answer) => status === 200 && typeof body === 'object',
    })),
    { what: 'lead form', path: `/leads/form/${leadForm}`, fits: named },
    { what: 'chat', path: `/chat/${chat}/messages`, fits: named },
  ]
}

const byHarm = (a: { name: string }, b: { name: string }): number =>
  Number(a.name === 'delete_clients') - Number(b.name === 'delete_clients')

/** Calls with parameters that the APIs know, holding anything; then with bodies that nobody should send. */
export function foreignCalls({ shape, ...address }: ForeignAddress, client: number): fc.Arbitrary<ForeignCall> {
  if (shape) return shape.map((posted) => ({ ...address, body: JSON.stringify(posted), type: 'application/json' }))
  return fc.tuple(parametersWith(client), fc.constantFrom('query', 'form', 'json')).map(([fields, as]) => {
    const pairs = new URLSearchParams(
      fields.map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    )
    const [path, join] = [address.path, address.path.includes('?') ? '&' : '?']
    // Longer addresses are refused before anybody looks at them.
    if (as === 'query' && String(pairs).length < 8000) return { ...address, path: `${path}${join}${pairs}` }
    if (as !== 'json') return { ...address, body: String(pairs), type: 'application/x-www-form-urlencoded' }
    return { ...address, body: JSON.stringify(Object.fromEntries(fields)), type: 'application/json' }
  })
}

export const badCallsOf = (address: ForeignAddress, turn: number): ForeignCall[] =>
  // The bodies are read by the same code everywhere: each address gets some of them.
  [0, 5, 11].map((step) => ({ ...address, ...badBodies[(turn + step) % badBodies.length] }))

export async function callForeign(server: TestServer, { path, body, type, headers }: ForeignCall): Promise<Answer> {
  return server
    .as('nobody')
    .call(body === undefined ? 'GET' : 'POST', path, body, { ...headers, ...(type !== undefined && { 'content-type': type }) })
}

const names =
  'client_id group_id name order_id platform_ids platform_id search_in message text user_id clients email message_id list list_id limit offset variables whatsapp_bot_id tag start_date stop_date send_time phone description delimiter client_phone client_name client_email bot_id attachment_url attachment_type time_shift shift budget recipient callback_text state_id var val client_ids order_status q buttons reverse resume_bot include_all value_phone title company site partner timezone id first order status dateStart dateEnd utm_source visitor website'.split(
    ' ',
  )

/** Mostly what is there, or what nobody should send. */
export const anything = (client: number): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<unknown>(client, 1, 2, String(client)) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<unknown>(...hostile, -1, 1.5, 2 ** 53, 1e308, true, null, [], {}, [1, 'x', null], 'x'.repeat(20_000)),
    },
    { weight: 1, arbitrary: fc.constantFrom('10.03.2026 12:00', '2026-03-10', '99.99.9999', '+7 900 000-00-01', 'a@b.c', '[1,{"a":2}]') },
    fc.jsonValue({ maxDepth: 2 }),
  )

function parametersWith(client: number): fc.Arbitrary<(readonly [string, unknown])[]> {
  const value = anything(client)
  const own = fc.constant(['client_id', client] as const)
  const more = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), value), {
    selector: ([name]) => name,
    minLength: 40,
    maxLength: names.length,
  })
  return fc.tuple(own, fc.boolean(), more).map(([first, with_, others]) => (with_ ? [...others, first] : others))
}
