import { drive, type Event } from '@voronka/flow/engine'
import { randomUUID } from 'node:crypto'
import type { Accepted } from '../worker/contract.ts'
import type { RunnableFlow } from '../worker/flows.ts'
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

/** What the client would run now; undefined: nothing is published. */
async function flowFor({ installation, project }: PublicCall, test: boolean): Promise<RunnableFlow | undefined> {
  const { db, flows } = installation
  return test ? db.transaction(() => flows.draft(project)) : drive(flows.publishedAhead(project))
}

/** Whether the client has a funnel to run. */
export const runs = async (call: PublicCall, test: boolean): Promise<boolean> => (await flowFor(call, test)) !== undefined

/** The bot can say nothing while there is no funnel. */
export async function mustRun(call: PublicCall, test: boolean, block?: number): Promise<void> {
  const flow = await flowFor(call, test)
  if (!flow) throw fail(400, 'The funnel is not published')
  if (block !== undefined && !flow.compiled.blocks.has(block)) throw fail(400, `message ${block} not found`)
}
