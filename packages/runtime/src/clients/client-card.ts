import type { ClientCard, DialogueMessage, Planned } from '@voronka/api'
import { toPlain, type Value } from '@voronka/calculator'
import { blockTitle } from '@voronka/flow'
import type { Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { WorkContext } from '../worker/context.ts'
import { openSession } from '../worker/open-session.ts'
import { chatMessage } from './chat-message.ts'
import type { ClientRow } from './clients.store.ts'
import type { DialogueRow } from './dialogues.store.ts'
import { toDialogues } from './inbox.ts'
import { isoMoment, isoOrNull } from './iso-moment.ts'
import { boundWith, mainOf } from './merge-clients.ts'
import type { StoredMessage } from './messages.store.ts'
import { isVisibleTo } from './visible-dialogues.ts'

export interface FoundClient {
  readonly client: ClientRow
  readonly dialogue: DialogueRow
}

/** The client, if he belongs to the project and the role shows him; else he is not found. */
export function* visibleClient(context: WorkContext, project: number, id: number, actor: Actor): Step<FoundClient> {
  const dialogue = yield* context.dialogues.find(id)
  const client = dialogue && (yield* context.clients.find(id))
  if (!client || !dialogue || dialogue.project_id !== project || !isVisibleTo(dialogue, actor)) throw failure('client-not-found', id)
  return { client, dialogue }
}

/** Everything of a client's card (crm-and-tasks, section 11.2, right side). */
export function* clientCard(context: WorkContext, actor: Actor, { client, dialogue }: FoundClient): Step<ClientCard> {
  const project = client.project_id
  const [line] = yield* toDialogues(context, project, [dialogue])
  const channel = yield* context.channels.find(client.channel)
  if (!line || !channel) throw failure('client-not-found', client.id)
  const session = openSession(client, yield* context.timers.ofClient(client.id), channel, { now: client.created_at })
  const flow = yield* context.flows.published(project)
  const block = session.position === null ? undefined : flow?.compiled.blocks.get(session.position)?.block
  const language = flow?.project.settings.language ?? 'ru'
  const bound = []
  for (const id of yield* boundWith(context.dialogues, project, client.id))
    bound.push({ id, name: (yield* context.dialogues.find(id))?.name ?? '' })
  return {
    ...line,
    phone: dialogue.phone,
    email: dialogue.email,
    messengerId: actor.has('clients.seeMessengerId') ? session.client.platformId : '',
    tag: session.client.tag,
    createdAt: isoMoment(dialogue.created_at),
    lastOwnAt: isoOrNull(dialogue.own_at),
    position: session.position === null ? null : { block: session.position, name: block ? blockTitle(block, language) : '' },
    speaks: line.pausedUntil !== null || dialogue.blocked === 1 ? 'person' : 'bot',
    lists: [...(yield* context.lists.ofClient(project, client.id)).keys()],
    variables: {
      client: actor.has('variables.seeClient') ? plain(session.variables.client) : {},
      order: actor.has('variables.seeOrder') ? plain(session.variables.order) : {},
    },
    order: session.order,
    planned: yield* plannedOf(context, client),
    main: yield* mainOf(context.dialogues, client.id),
    bound,
    revision: dialogue.last_at,
  }
}

const plain = (values: ReadonlyMap<string, Value>): Record<string, unknown> =>
  Object.fromEntries([...values].map(([name, value]) => [name, toPlain(value)]))

/** What will reach him by itself, the earliest first. */
function* plannedOf({ timers, deliveries, flows }: WorkContext, client: ClientRow): Step<Planned[]> {
  const flow = yield* flows.published(client.project_id)
  const language = flow?.project.settings.language ?? 'ru'
  const title = (number: number): string => {
    const block = flow?.compiled.blocks.get(number)?.block
    return block ? blockTitle(block, language) : ''
  }
  const transitions = (yield* timers.ofClient(client.id)).map(({ id, due, to, arrow }) => ({
    id: `timer-${id}`,
    kind: 'timer' as const,
    at: isoMoment(due),
    text: title(to),
    block: to,
    arrow,
    by: null,
  }))
  const messages = (yield* deliveries.ofClient(client.id)).map(({ id, text, block, fireAt, by }) => ({
    id: `message-${id}`,
    kind: 'message' as const,
    at: isoMoment(fireAt),
    text: text || (block === null ? '' : title(block)),
    block,
    arrow: null,
    by: by && { account: by.account, name: by.name },
  }))
  return [...transitions, ...messages].toSorted((a, b) => a.at.localeCompare(b.at))
}

export function dialogueMessage(message: StoredMessage): DialogueMessage {
  const { author, speaker, account, extra, pinned, editedAt } = message
  const { failed: failedReason = null, resent = false } = extra
  const failed = failedReason !== null
  return {
    ...chatMessage(message),
    from: author,
    author: speaker,
    account,
    failed,
    failedReason,
    resent,
    pinned,
    editedAt: isoOrNull(editedAt),
  }
}
