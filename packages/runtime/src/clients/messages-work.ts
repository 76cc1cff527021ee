import type { DialogueMessage, Planned } from '@voronka/api'
import { shortened } from '@voronka/api/formatted-text'
import type { Quoted, Speaker, Step } from '@voronka/flow/engine'
import { failure, failureWith } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import { dialogueMessage, visibleClient } from './client-card.ts'
import type { DialogueTools } from './dialogue-tools.ts'
import { isoMoment } from './iso-moment.ts'
import { mentioned } from './mentioned.ts'
import type { MessageExtra, StoredMessage } from './messages.store.ts'
import { quoted } from './quoted.ts'
import { forgetWords } from './search-index.ts'

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

/** What people write in dialogues, to clients and to each other, and do with what was written. */
export function messagesWork({ context, worker, live, changed, find, act }: DialogueTools) {
  const { db, clock, messages, operators, deliveries, notifications } = context

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

  function* failedMessage(id: number, message: number): Step<StoredMessage> {
    const known = yield* messages.find(id, message)
    if (!known) throw failure('message-not-found', message)
    const ours = known.author === 'bot' || known.author === 'operator'
    if (!ours || known.extra.failed === undefined) throw failure('message-not-failed')
    return known
  }

  return {
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
            text: shortened(`${speaks}: ${text}`, mostTold),
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
  }
}
