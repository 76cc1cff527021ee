import type { ClientCard } from '@voronka/api'
import { normalPhone } from '@voronka/functions'
import { settle, type Step } from '@voronka/flow/engine'
import { failure, failureWith } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import { changeLabels } from '../labels/change-labels.ts'
import { changeLists } from '../lists/change-lists.ts'
import type { LiveHub } from '../live/live-hub.ts'
import { distribute } from '../operators/distribution.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { zoneOfProject } from '../worker/project-settings.ts'
import { clientCard, visibleClient } from './client-card.ts'
import { dialogueTools } from './dialogue-tools.ts'
import { bindClients, unbindClient } from './merge-clients.ts'
import { messagesWork } from './messages-work.ts'
import { plannedWork } from './planned-work.ts'
import { tellHandedOver, type HandedOver } from './tell-handed-over.ts'

const minuteMs = 60_000

export interface ClientChange {
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly read?: boolean | undefined
  readonly pinned?: boolean | undefined
  readonly blocked?: boolean | undefined
  readonly pause?: number | null | undefined
  /** What was seen of the fields that are to be changed. */
  readonly was?: Contact | undefined
}

type Contact = Partial<Record<'name' | 'phone' | 'email', string | undefined>>

export type DialogueWork = ReturnType<typeof createDialogueWork>

/** What people do in dialogues (crm-and-tasks, section 11.2). Whatever the bot or the client has to do with goes through the worker, in the client's order. */
export function createDialogueWork(context: WorkContext, worker: Worker, live: LiveHub) {
  const tools = dialogueTools(context, worker, live)
  const { changed, find, card, change, act, happen } = tools
  const { db, clock, dialogues, messages, operators } = context

  function* forget(id: number, project: number): Step<void> {
    yield* unbindClient(dialogues, project, id)
    for (const table of ['broadcast_recipients', 'notifications', 'log'] as const) {
      yield* settle(db.run(db.build.deleteFrom(table).where('client_id', '=', id)))
    }
    yield* context.clients.remove(id)
  }

  return {
    find,
    card,
    ...messagesWork(tools),
    ...plannedWork(tools),

    async update(project: number, id: number, actor: Actor, asked: ClientChange): Promise<ClientCard> {
      const phone = asked.phone === undefined || asked.phone.trim() === '' ? asked.phone?.trim() : normalPhone(asked.phone)
      if (asked.phone !== undefined && phone === undefined) {
        throw failureWith(
          'bad-request',
          { problems: [{ in: 'body', path: 'phone', message: 'No phone number' }] },
          'phone: not a phone number',
        )
      }
      const email = asked.email?.toLowerCase()
      await db.transaction(function* () {
        yield* context.clients.lock(id)
        const { dialogue } = yield* visibleClient(context, project, id, actor)
        refuseConflicts(dialogue, asked.was ?? {}, { name: asked.name, phone, email })
        const fields = {
          // The name is the dialogue's at once, so that who renames him at the same time is told; the bot hears it in a turn.
          ...(asked.name !== undefined && { name: asked.name }),
          ...(phone !== undefined && { phone }),
          ...(email !== undefined && { email }),
          ...(asked.read !== undefined && { unread: asked.read ? 0 : Math.max(dialogue.unread, 1) }),
          ...(asked.pinned !== undefined && { pinned: Number(asked.pinned) }),
        }
        if (Object.keys(fields).length) yield* dialogues.set(id, { ...fields, stale: 1 })
      })
      if (asked.name !== undefined) await act(id, { act: 'rename', name: asked.name })
      if (asked.blocked !== undefined) await act(id, { act: asked.blocked ? 'block' : 'unblock' })
      if (asked.pause !== undefined)
        await act(id, { act: 'pause', until: asked.pause === null ? null : clock.now() + asked.pause * minuteMs })
      changed(project, id)
      return card(project, id, actor)
    },

    assign: (
      project: number,
      id: number,
      actor: Actor,
      account: number | 'me' | 'distribute' | null,
      comment: string,
    ): Promise<ClientCard> =>
      db
        .transaction(function* () {
          const found = yield* visibleClient(context, project, id, actor)
          let told: HandedOver | undefined
          if (comment.trim())
            yield* messages.addComment({ client: id, text: comment.trim(), account: actor.account, speaker: actor.name, at: clock.now() })
          if (account === null) yield* dialogues.set(id, { responsible: null, queued_at: null })
          else if (account === 'distribute') {
            const { distribution: rules } = yield* context.workSettings.get(project)
            const zone = yield* zoneOfProject(context, project)
            if ((yield* distribute(context, id, { project, rules, zone, now: clock.now() })) === undefined) throw failure('nobody-on-shift')
          } else {
            const taker = account === 'me' ? actor.account : account
            if (taker === null || !(yield* operators.find(project, taker))) throw failure('operator-not-found')
            yield* dialogues.set(id, { responsible: taker, queued_at: null })
            yield* operators.noteAssignment(project, taker, id, clock.now())
            if (taker !== actor.account && taker !== found.dialogue.responsible)
              told = yield* tellHandedOver(context, { project, client: id, name: found.dialogue.name, account: taker, comment })
          }
          // Whoever hands a client over may not see him any more: what he did is shown to him all the same.
          const after = { client: found.client, dialogue: (yield* dialogues.find(id)) ?? found.dialogue }
          return { told, card: yield* clientCard(context, actor, after) }
        })
        .then((after) => {
          changed(project, id)
          if (after.told) live.publish(project, { type: 'notification', ...after.told })
          return after.card
        }),

    setVariable: (project: number, id: number, actor: Actor, name: string, value: string) =>
      happen(project, id, actor, { kind: 'operator', does: { act: 'set-variable', name, value } }),

    sendBlock: (project: number, id: number, actor: Actor, block: number) =>
      db
        .transaction(function* () {
          yield* visibleClient(context, project, id, actor)
          if (!(yield* context.flows.published(project))?.compiled.blocks.has(block)) throw failure('block-not-found', block)
          if (actor.account !== null && (yield* dialogues.take(id, actor.account)))
            yield* operators.noteAssignment(project, actor.account, id, clock.now())
        })
        .then(() => happen(project, id, actor, { kind: 'send-block', block, by: 'operator' })),

    changeLists: (project: number, id: number, actor: Actor, asked: { add: number[]; remove: number[] }) =>
      change(project, id, actor, (others) => changeLists(context, { project, client: id }, asked, others)),

    changeLabels: (project: number, id: number, actor: Actor, asked: { add: number[]; remove: number[] }) =>
      change(project, id, actor, (others) => changeLabels(context, { project, client: id }, asked, others)),

    merge: (project: number, id: number, actor: Actor, other: number) =>
      change(project, id, actor, function* () {
        yield* visibleClient(context, project, other, actor)
        if (other === id) throw failure('client-not-found', other)
        yield* bindClients(dialogues, project, id, other)
      }),

    unmerge: (project: number, id: number, actor: Actor) =>
      change(project, id, actor, function* () {
        if (!(yield* unbindClient(dialogues, project, id))) throw failure('not-merged')
      }),

    /** With everything that hangs on him; a timer of his that fires finds nobody. */
    async remove(project: number, id: number, actor: Actor): Promise<void> {
      await db.transaction(function* () {
        yield* visibleClient(context, project, id, actor)
        yield* forget(id, project)
        // By his number only: who is deleted is not remembered by his name.
        yield* context.audit(actor, { action: 'client.deleted', project, subject: String(id) })
      })
      live.publish(project, { type: 'client-deleted', client: id })
    },

    /** The same inside a transaction, for many. */
    forget,
  }
}

/** A field that stands otherwise than it was seen, and not as it is to become, was changed by somebody else. */
function refuseConflicts(now: Record<keyof Contact, string>, was: Contact, to: Contact): void {
  const met = (['name', 'phone', 'email'] as const).filter(
    (field) => to[field] !== undefined && was[field] !== undefined && now[field] !== was[field] && now[field] !== to[field],
  )
  if (met.length) throw failureWith('client-changed', { conflicts: met.map((field) => ({ field, now: now[field] })) })
}
