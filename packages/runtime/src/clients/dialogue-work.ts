import type { ClientCard, DialogueMessage, Planned } from '@voronka/api'
import { normalPhone } from '@voronka/functions'
import { settle, type Event, type OperatorAct, type Quoted, type Speaker, type Step } from '@voronka/flow/engine'
import { failure, failureWith } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import { distribute } from '../operators/distribution.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import { clientCard, dialogueMessage, visibleClient, type FoundClient } from './client-card.ts'
import { isoMoment } from './iso-moment.ts'
import { mentioned } from './mentioned.ts'
import { bindClients, unbindClient } from './merge-clients.ts'
import type { MessageExtra, StoredMessage } from './messages.store.ts'
import { quoted } from './quoted.ts'
import { changeLabels } from '../labels/change-labels.ts'
import { changeLists } from '../lists/change-lists.ts'
import { forgetWords } from './search-index.ts'
import { tellHandedOver, type HandedOver } from './tell-handed-over.ts'

const minuteMs = 60_000

/** Letters of a comment that whoever is named in it is told of. */
const mostTold = 500

export interface Written {
  readonly key: string
  readonly text: string
  readonly attachments: NonNullable<MessageExtra['attachments']>
  readonly buttons: NonNullable<MessageExtra['buttons']>
  readonly at?: string | undefined
  /** The message that it answers. */
  readonly answers?: number | undefined
}

/** What became of it: a message, or one that waits for its moment; neither where the client cannot be written to. */
interface Said {
  readonly message: DialogueMessage | null
  readonly planned: Planned | null
}

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
  const { db, clock, dialogues, messages, operators, deliveries, notifications } = context

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

  function speaker({ account, name, email }: Actor, key?: string): Speaker {
    return { account: account ?? 0, name: name || email, ...(key !== undefined && { key }) }
  }

  function* plannedMessage(id: number, key: string): Step<Planned | undefined> {
    const found = (yield* deliveries.ofClient(id)).find(({ by }) => by?.key === key)
    return (
      found && {
        id: `message-${found.id}`,
        kind: 'message',
        at: isoMoment(found.fireAt),
        text: found.text,
        block: null,
        arrow: null,
        by: found.by,
      }
    )
  }

  function* quotedMessage(id: number, message: number): Step<Quoted> {
    const stored = yield* messages.find(id, message)
    if (!stored) throw failure('message-not-found', message)
    return quoted(stored)
  }

  return {
    find,
    card,

    /** Sending the same `key` again answers as the first time did. */
    async say(project: number, id: number, actor: Actor, written: Written): Promise<Said> {
      const { key, text, attachments, buttons, at, answers: answered } = written
      if (text.trim() === '' && attachments.length === 0)
        throw failureWith('bad-request', { problems: [{ in: 'body', path: 'text', message: 'Nothing to send' }] }, 'text: nothing to send')
      await find(project, id, actor)
      const by = speaker(actor, key)
      const { known, answers } = await db.transaction(function* (): Step<{ known?: Said; answers?: Quoted }> {
        const message = yield* messages.findByKey(id, key)
        if (message) return { known: { message: dialogueMessage(message), planned: null } }
        const planned = yield* plannedMessage(id, key)
        if (planned) return { known: { message: null, planned } }
        return answered === undefined ? {} : { answers: yield* quotedMessage(id, answered) }
      })
      if (known) return known
      if (at !== undefined && Date.parse(at) > clock.now()) {
        const planned = await db.transaction(function* () {
          yield* deliveries.add({
            project,
            client: id,
            text,
            block: null,
            fireAt: Date.parse(at),
            by,
            extra: { attachments, buttons, ...(answers && { answers }) },
          })
          return (yield* plannedMessage(id, key)) ?? null
        })
        worker.wakeDeliveries(Date.parse(at))
        changed(project, id)
        return { message: null, planned }
      }
      // Of those who send one key at once, the constraint lets one through.
      const refused = await act(id, { act: 'say', text, attachments, buttons, by, ...(answers && { answers }) }).then(
        () => undefined,
        (error: unknown) => ({ error }),
      )
      const stored = await db.transaction(() => messages.findByKey(id, key))
      if (!stored && refused) throw refused.error
      return { message: stored ? dialogueMessage(stored) : null, planned: null }
    },

    /** Once for a message, whoever asks and however often: what went out instead of it may itself be sent again where it failed, too. */
    async resend(project: number, id: number, actor: Actor, message: number): Promise<{ message: DialogueMessage | null }> {
      const { extra, text } = await db.transaction(function* () {
        yield* visibleClient(context, project, id, actor)
        return yield* failedMessage(id, message)
      })
      const key = `resend-${message}`
      const { attachments = [], buttons = [], format = 'plain', protect = false, silent = false, answers } = extra
      await worker.submit(
        id,
        {
          kind: 'operator',
          does: {
            act: 'say',
            text,
            attachments,
            buttons,
            by: speaker(actor, key),
            again: { format, protect, silent },
            ...(answers && { answers }),
          },
        },
        function* () {
          yield* context.clients.lock(id)
          const known = yield* failedMessage(id, message)
          if (!known.extra.resent) yield* messages.noteResent(id, known)
          return !known.extra.resent
        },
      )
      changed(project, id, message)
      const stored = await db.transaction(() => messages.findByKey(id, key))
      return { message: stored ? dialogueMessage(stored) : null }
    },

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
            const zone = (yield* context.flows.published(project))?.project.settings.timezone ?? 'UTC'
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

    /** Whom it names (`@Ann`) hears of it. */
    comment: (project: number, id: number, actor: Actor, text: string): Promise<DialogueMessage> =>
      db
        .transaction(function* () {
          yield* visibleClient(context, project, id, actor)
          const speaks = actor.name || actor.email
          const stored = yield* messages.addComment({ client: id, text, account: actor.account, speaker: speaks, at: clock.now() })
          const accounts = mentioned(text, yield* operators.all(project)).filter((account) => account !== actor.account)
          const told = {
            project,
            accounts,
            text: `${speaks}: ${text}`.slice(0, mostTold),
            priority: 0,
            client: id,
            task: null,
            now: clock.now(),
          }
          return { stored, accounts, ids: yield* notifications.add(told) }
        })
        .then(({ stored, accounts, ids }) => {
          changed(project, id, stored.id)
          for (const [index, account] of accounts.entries())
            live.publish(project, { type: 'notification', id: ids[index] ?? 0, accounts: [account] })
          return dialogueMessage(stored)
        }),

    async updateMessage(
      project: number,
      id: number,
      actor: Actor,
      message: number,
      { pinned, text }: { pinned?: boolean | undefined; text?: string | undefined },
    ) {
      const stored = await db.transaction(function* () {
        yield* visibleClient(context, project, id, actor)
        const known = yield* messages.find(id, message)
        if (!known) throw failure('message-not-found', message)
        if (text !== undefined && (known.author !== 'comment' || (known.account !== actor.account && !actor.has('clients.deleteMessages'))))
          throw failure('not-yours')
        const fields = {
          ...(pinned !== undefined && { pinned: Number(pinned) }),
          ...(text !== undefined && { text, edited_at: clock.now() }),
        }
        if (Object.keys(fields).length) yield* messages.update(id, message, fields)
        if (text !== undefined) yield* forgetWords(db, id)
        return yield* messages.find(id, message)
      })
      if (!stored) throw failure('message-not-found', message)
      changed(project, id)
      return dialogueMessage(stored)
    },

    async deleteMessage(project: number, id: number, actor: Actor, message: number): Promise<void> {
      await db.transaction(function* () {
        yield* visibleClient(context, project, id, actor)
        const known = yield* messages.find(id, message)
        if (!known) throw failure('message-not-found', message)
        const own = known.author === 'comment' && known.account === actor.account
        if (!own && !actor.has('clients.deleteMessages')) throw failure('not-yours')
        yield* messages.remove(id, message)
        yield* forgetWords(db, id)
        // Its text is gone for good; what stays is whose it was.
        const before = { number: message, author: known.author }
        if (!own) yield* context.audit(actor, { action: 'message.deleted', project, subject: String(id), before })
      })
      changed(project, id)
    },

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

  function* failedMessage(id: number, message: number): Step<StoredMessage> {
    const known = yield* messages.find(id, message)
    if (!known) throw failure('message-not-found', message)
    const ours = known.author === 'bot' || known.author === 'operator'
    if (!ours || known.extra.failed === undefined) throw failure('message-not-failed')
    return known
  }

  function* forget(id: number, project: number): Step<void> {
    yield* unbindClient(dialogues, project, id)
    for (const table of ['broadcast_recipients', 'notifications', 'log'] as const) {
      yield* settle(db.run(db.build.deleteFrom(table).where('client_id', '=', id)))
    }
    yield* context.clients.remove(id)
  }

  async function mustBePlanned(project: number, id: number, actor: Actor, planned: string): Promise<void> {
    const { planned: all } = await card(project, id, actor)
    if (!all.some((each) => each.id === planned)) throw failure('pending-not-found', readPlanned(planned).number)
  }
}

function readPlanned(planned: string): { kind: 'timer' | 'message'; number: number } {
  const [kind, number] = planned.split('-')
  return { kind: kind === 'timer' ? 'timer' : 'message', number: Number(number) }
}

/** A field that stands otherwise than it was seen, and not as it is to become, was changed by somebody else. */
function refuseConflicts(now: Record<keyof Contact, string>, was: Contact, to: Contact): void {
  const met = (['name', 'phone', 'email'] as const).filter(
    (field) => to[field] !== undefined && was[field] !== undefined && now[field] !== was[field] && now[field] !== to[field],
  )
  if (met.length) throw failureWith('client-changed', { conflicts: met.map((field) => ({ field, now: now[field] })) })
}
