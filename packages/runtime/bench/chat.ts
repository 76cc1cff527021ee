/** The conversation that benches hold: somebody says "buy", and then a number again and again. */
import { z } from 'zod'
import { funnel } from '../test/funnel.ts'
import type { Target } from './load.ts'

/** A client may execute 200 blocks a minute, so many people share the load: enough for 10,000 turns a second. */
const many = 4000

const shop = funnel(
  {
    1: { type: 'start', condition: 'buy', matchType: 'exact', calculator: 'price = 100', text: 'How many?' },
    2: { calculator: 'total = price * qty + 5', text: 'Total: #{total}' },
  },
  [
    [1, 2, { condition: '[0-9]+', matchType: 'regex', collectsData: true, variable: 'qty' }],
    [2, 2, { condition: '[0-9]+', matchType: 'regex', collectsData: true, variable: 'qty' }],
  ],
)

/** Somebody else each time, with another number. */
export function turns(path: string, people = many): Omit<Target, 'port'> {
  let count = 0
  return {
    request() {
      const text = String((count % 50) + 1)
      const body = JSON.stringify({ visitor: visitor(count % people), id: `m${count++}`, text })
      return `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    },
    check(body) {
      if (!/"text":"Total: \d+05"/.test(body)) throw new Error(`A turn was answered with ${body}`)
    },
  }
}

const visitor = (person: number): string => `visitor-number-${person}`

/** Before the load: each says "buy". A few side by side. */
export async function everybodyStarts(url: string, people = many): Promise<void> {
  let person = 0
  const next = async (): Promise<void> => {
    while (person < people) await sayFirst(url, person++)
  }
  await Promise.all(Array.from({ length: 20 }, next))
}

async function sayFirst(url: string, person: number): Promise<void> {
  const body = { visitor: visitor(person), id: 'first', text: 'buy' }
  // On a busy machine it may be asked to come back.
  const answer = await post(url, body).catch(() => post(url, body))
  if (!JSON.stringify(answer).includes('How many?')) throw new Error(`The first message was answered with ${JSON.stringify(answer)}`)
}

/** Gives the path where messages of the chat go, answered with their turn. */
export async function publishShop(url: string, headers: Record<string, string>): Promise<string> {
  const { id, revision } = z.object({ id: z.int(), revision: z.int() }).parse(await post(`${url}/api/projects`, { file: shop }, headers))
  await post(`${url}/api/projects/${id}/publish`, { revision }, headers)
  const answer = await (await fetch(`${url}/api/projects/${id}/channels`, { headers })).json()
  const { channels } = z.object({ channels: z.array(z.object({ path: z.string() })) }).parse(answer)
  return `${channels[0]?.path ?? ''}/messages?wait=1`
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const sent = { 'content-type': 'application/json', ...headers }
  const answer = await fetch(url, { method: 'POST', headers: sent, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}
