import type { ClientCard } from '@voronka/api'
import type { Event, OperatorAct, Step } from '@voronka/flow/engine'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { clientCard, visibleClient, type FoundClient } from './client-card.ts'

export type DialogueTools = ReturnType<typeof dialogueTools>

/** What all that people do in dialogues is made of: whom they see, the card afterwards, and that other pages hear of it. */
export function dialogueTools(context: WorkContext, worker: Worker, live: LiveHub) {
  const { db } = context

  const changed = (project: number, client: number, message: number | null = null): void =>
    live.publish(project, { type: 'dialogue-changed', client, message })

  const find = (project: number, id: number, actor: Actor): Promise<FoundClient> =>
    db.transaction(() => visibleClient(context, project, id, actor))

  const card = (project: number, id: number, actor: Actor): Promise<ClientCard> =>
    db.transaction(function* () {
      return yield* clientCard(context, actor, yield* visibleClient(context, project, id, actor))
    })

  /** One transaction on a client whom the actor sees; the card afterwards. */
  async function change(
    project: number,
    id: number,
    actor: Actor,
    work: (others: { readonly called: Set<number> }) => Step<unknown>,
  ): Promise<ClientCard> {
    const others = { called: new Set<number>() }
    const after = await db.transaction(function* () {
      yield* visibleClient(context, project, id, actor)
      yield* work(others)
      return yield* clientCard(context, actor, yield* visibleClient(context, project, id, actor))
    })
    for (const called of others.called) worker.drain(called)
    changed(project, id)
    return after
  }

  const act = (id: number, does: OperatorAct) => worker.submit(id, { kind: 'operator', does })

  /** Events of the engine, then the card. */
  async function happen(project: number, id: number, actor: Actor, ...events: readonly Event[]): Promise<ClientCard> {
    await find(project, id, actor)
    for (const event of events) await worker.submit(id, event)
    return card(project, id, actor)
  }

  return { context, worker, live, changed, find, card, change, act, happen }
}
