/** The project that the CRM benches measure: a published funnel, its board, and everything that `fillCrm` puts there. */
import { listPipelines } from '@voronka/api'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { funnel } from '../test/funnel.ts'
import { ownerOf, type TestSession } from '../test/owner.ts'
import { startServer, type ServerProcess } from '../test/server-process.ts'
import { fillCrm, type CrmPlace } from './crm-data.ts'

export const size = { clients: 100_000, orders: 100_000, inFirstState: 10_000 }

/** `plain` and `orders` are the same turn without and with these. */
export const functions = [
  "n = create_order('Bouquet', 500)",
  'o = get_order_id()',
  "a = set_order_var(o, 'address', 'Lenina 5')",
  "b = get_order_var(o, 'address')",
  'c = set_order_budget(700)',
  "d = set_order_name('Roses')",
  'e = get_active_orders_ids()',
  'f = latest_order_datetime()',
  'g = switch_order(o)',
  'h = count_client_orders()',
]
const shop = funnel({
  1: {
    type: 'nonstate_cond',
    condition: 'plain',
    matchType: 'exact',
    calculator: functions.map((_, index) => `v${index} = ${index}`).join('\n'),
    text: 'Done',
  },
  2: { type: 'nonstate_cond', condition: 'orders', matchType: 'exact', calculator: functions.join('\n'), text: 'Done' },
})

/** Measures the real server over that project. */
export async function withCrm<T>(measure: (server: ServerProcess, owner: TestSession) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-bench-'))
  try {
    const owner = await ownerOf(folder)
    fillCrm(join(folder, 'voronka.db'), await prepare(folder, owner), size)
    const server = await startServer(folder, { built: true })
    try {
      return await measure(server, owner)
    } finally {
      await server.end('SIGTERM')
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A published project with the board that it begins with. */
async function prepare(folder: string, owner: TestSession): Promise<CrmPlace> {
  const server = await startServer(folder, { built: true })
  try {
    const call = caller(server.url, owner.headers(server.url))
    const { id: project, revision } = Object(await call('POST', '/api/projects', { file: shop }))
    const at = `/api/projects/${project}`
    await call('POST', `${at}/publish`, { revision })
    const { pipeline, one, two } = await boardOf(at, call)
    return { project, channel: (await chatOf(at, call)).split('/').at(-1) ?? '', pipeline, states: [one, two] }
  } finally {
    await server.end('SIGTERM')
  }
}

export type Call = (method: string, path: string, body?: object) => Promise<unknown>

export const caller =
  (url: string, headers: Record<string, string>): Call =>
  async (method, path, body) => {
    const sent = { ...headers, ...(body && { 'content-type': 'application/json' }) }
    const answer = await fetch(url + path, { method, headers: sent, ...(body && { body: JSON.stringify(body) }) })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }

export async function boardOf(at: string, call: Call): Promise<{ pipeline: number; one: number; two: number }> {
  const { pipelines } = listPipelines.output.parse(await call('GET', `${at}/pipelines`))
  const [one, two] = pipelines[0]?.states ?? []
  if (!pipelines[0] || !one || !two) throw new Error('A project begins with a board of two states.')
  return { pipeline: pipelines[0].id, one: one.id, two: two.id }
}

export async function chatOf(at: string, call: Call): Promise<string> {
  const { channels } = Object(await call('GET', `${at}/channels`))
  return String(channels[0].path)
}
