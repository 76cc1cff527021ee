import type { ClientCard } from '@voronka/api'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { DialogueTools } from './dialogue-tools.ts'

/** What people do with what will reach a client by itself: moves of the funnel, and messages for later. */
export function plannedWork({ context, worker, changed, card, happen }: DialogueTools) {
  const { db, clock, deliveries } = context

  async function mustBePlanned(project: number, id: number, actor: Actor, planned: string): Promise<void> {
    const { planned: all } = await card(project, id, actor)
    if (!all.some((each) => each.id === planned)) throw failure('pending-not-found', readPlanned(planned).number)
  }

  return {
    async movePlanned(project: number, id: number, actor: Actor, planned: string, at: string): Promise<ClientCard> {
      const due = Date.parse(at)
      const { kind, number } = readPlanned(planned)
      await mustBePlanned(project, id, actor, planned)
      if (kind === 'timer') return happen(project, id, actor, { kind: 'reschedule-pending', pending: number, due })
      await db.transaction(() => deliveries.move(id, number, due))
      worker.wakeDeliveries(due)
      changed(project, id)
      return card(project, id, actor)
    },

    async sendPlanned(project: number, id: number, actor: Actor, planned: string): Promise<ClientCard> {
      const { kind, number } = readPlanned(planned)
      await mustBePlanned(project, id, actor, planned)
      if (kind === 'timer') return happen(project, id, actor, { kind: 'timer', pending: number })
      await db.transaction(() => deliveries.move(id, number, clock.now()))
      worker.wakeDeliveries(clock.now())
      return card(project, id, actor)
    },

    async cancelPlanned(project: number, id: number, actor: Actor, planned: string): Promise<ClientCard> {
      const { kind, number } = readPlanned(planned)
      await mustBePlanned(project, id, actor, planned)
      if (kind === 'timer') return happen(project, id, actor, { kind: 'cancel-pending', pending: number })
      await db.transaction(() => deliveries.take(number))
      changed(project, id)
      return card(project, id, actor)
    },
  }
}

function readPlanned(planned: string): { kind: 'timer' | 'message'; number: number } {
  const [kind, number] = planned.split('-')
  return { kind: kind === 'timer' ? 'timer' : 'message', number: Number(number) }
}
