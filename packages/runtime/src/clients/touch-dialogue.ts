import type { Event, Session, Step } from '@voronka/flow/engine'
import { distributeNew } from '../operators/distribution.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Running } from '../worker/running-client.ts'
import { shownText } from './dialogues.store.ts'
import type { StoredMessage } from './messages.store.ts'

/** After a turn: the dialogue's line in the inbox shows what it left, and somebody becomes responsible where nobody is. */
export function* touchDialogue(
  context: WorkContext,
  running: Running,
  event: Event,
  session: Session,
  messages: readonly StoredMessage[],
): Step<void> {
  const { client, members, now } = running
  const latest = messages.findLast(({ author }) => author !== 'event') ?? messages.at(-1)
  const heard = messages.filter(({ author }) => author === 'client').length
  yield* context.dialogues.touch({
    client: client.id,
    name: session.client.name,
    position: session.position,
    blocked: Number(session.blocked),
    unsubscribed: Number(session.unsubscribed),
    pausedUntil: session.pausedUntil,
    waiting: Number(session.waiting),
    ownAt: session.lastMessageAt,
    unread: heard,
    lastAt: latest ? latest.at : null,
    lastFrom: latest?.author ?? null,
    lastText: latest ? shownText(latest.text) : null,
  })
  if (messages.some(({ extra }) => extra.failed !== undefined)) yield* context.dialogues.set(client.id, { failed: 1 })
  if (event.kind === 'operator' && event.does.act === 'say')
    yield* takenByWriter(context, client.id, event.does.by.account, members.project, now)
  else if (heard && !members.test) yield* distributed(context, running, messages)
}

/** "An operator who writes to a free client becomes responsible" (crm-and-tasks, section 12, rule 5); and whoever answers has read. */
function* takenByWriter({ dialogues, operators }: WorkContext, client: number, account: number, project: number, now: number): Step<void> {
  yield* dialogues.set(client, { unread: 0 })
  if (yield* dialogues.take(client, account)) yield* operators.noteAssignment(project, account, client, now)
}

function* distributed(
  context: WorkContext,
  { client, members: { project }, now, flow }: Running,
  messages: readonly StoredMessage[],
): Step<void> {
  const { distribution: rules } = yield* context.workSettings.get(project)
  if (!rules.enabled || (rules.skipAnsweredByBot && messages.some(({ author }) => author === 'bot'))) return
  const dialogue = yield* context.dialogues.find(client.id)
  if (!dialogue || dialogue.responsible !== null || dialogue.blocked || dialogue.queued_at !== null) return
  yield* distributeNew(context, client.id, { project, rules, zone: flow.project.settings.timezone, now })
}
