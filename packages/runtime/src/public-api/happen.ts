import type { Event, Step } from '@voronka/flow/engine'
import { randomUUID } from 'node:crypto'
import type { Accepted } from '../worker/contract.ts'
import type { PublicCall } from './action.ts'
import type { FoundClient } from './clients.ts'
import { fail } from './refused.ts'

/** An event takes its place in the client's order, as everything that happens to him does. */
export const happen = ({ installation, request }: PublicCall, { client }: FoundClient, event: Event): Promise<Accepted> =>
  installation.worker.acceptFor(client, event, { outsideId: `api:${randomUUID()}`, request })

/** The same at a moment to come: until then it is among his planned messages. `shown`: what people read there. */
export async function plan(
  { installation, project }: PublicCall,
  { client }: FoundClient,
  event: Event,
  { at, text = '', block = null }: { at: number; text?: string; block?: number | null },
): Promise<void> {
  await installation.db.transaction(() => installation.deliveries.add({ project, client: client.id, text, block, fireAt: at, event }))
  installation.worker.wakeDeliveries(at)
  installation.live.publish(project, { type: 'dialogue-changed', client: client.id, message: null })
}

/** Whether the client has a funnel to run. */
export function* runs({ installation, project }: PublicCall, test: boolean): Step<boolean> {
  return (yield* test ? installation.flows.draft(project) : installation.flows.published(project)) !== undefined
}

/** The bot can say nothing while there is no funnel. */
export async function mustRun(call: PublicCall, test: boolean, block?: number): Promise<void> {
  const { installation, project } = call
  await installation.db.transaction(function* () {
    const flow = yield* test ? installation.flows.draft(project) : installation.flows.published(project)
    if (!flow) throw fail(400, 'The funnel is not published')
    if (block !== undefined && !flow.compiled.blocks.has(block)) throw fail(400, `message ${block} not found`)
  })
}
