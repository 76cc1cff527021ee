import type { ChatButton } from '@voronka/api'
import { toPlain, type Value } from '@voronka/calculator'
import type { OutgoingMessage, Pending, Trace } from '@voronka/flow/engine'
import { shownButtons } from '../channels/keyboard.ts'
import type { CommittedTurn } from '../worker/contract.ts'
import type { WorkContext } from '../worker/context.ts'
import { openSession } from '../worker/open-session.ts'
import type { DialogueStep } from './dialogue-step.ts'

/** What a step caused, and how things stand after it for the person whose step it was (docs/cli.md, simulate). Plain JSON; moments are ISO texts. */
export interface PlayedStep extends PlayedState {
  readonly step: DialogueStep
  readonly client: number
  readonly now: string
  readonly replies: readonly PlayedReply[]
  /** Of every turn that the step caused, in order. */
  readonly trace: readonly PlayedTrace[]
}

/** `client`: whose turn it was; only when several people talk. */
export type PlayedTrace = Trace & { readonly client?: number }

export interface PlayedReply {
  readonly text: string
  readonly buttons: readonly ChatButton[]
  readonly attachments: OutgoingMessage['attachments']
  readonly block: number | null
  /** Whom it went to; only when several people talk. */
  readonly client?: number
}

export interface PlayedState {
  readonly position: number | null
  readonly variables: Readonly<Record<'order' | 'client' | 'project', Readonly<Record<string, unknown>>>>
  readonly pending: readonly PlayedPending[]
}

export interface PlayedPending extends Omit<Pending, 'due' | 'plannedAt'> {
  readonly due: string
}

/** What the bot said in a turn; `named` says to whom. */
export function playedReplies({ messages, outsideId }: CommittedTurn, named: boolean): PlayedReply[] {
  return messages.flatMap(({ author, text, extra, block }) => {
    if (author !== 'bot') return []
    const reply = { text, buttons: shownButtons(extra.buttons ?? []), attachments: extra.attachments ?? [], block }
    return { ...reply, ...(named && { client: Number(outsideId) }) }
  })
}

/** How things stand for a person; somebody who never came is nowhere and has nothing. */
export function playedState(context: WorkContext, project: number, channelKey: string, person: number): Promise<PlayedState> {
  return context.db.transaction(function* () {
    const client = yield* context.clients.findByOutsideId(channelKey, String(person))
    const channel = yield* context.channels.find(channelKey)
    const session =
      client && channel && openSession(client, yield* context.timers.ofClient(client.id), channel, { now: context.clock.now() })
    return {
      position: session?.position ?? null,
      variables: {
        order: plain(session?.variables.order ?? new Map()),
        client: plain(session?.variables.client ?? new Map()),
        project: plain(yield* context.variables.all(project, true)),
      },
      pending: (session?.pending ?? []).toSorted((a, b) => a.due - b.due || a.id - b.id).map(playedPending),
    }
  })
}

const plain = (values: ReadonlyMap<string, Value>): Record<string, unknown> =>
  Object.fromEntries([...values].map(([name, value]) => [name, toPlain(value)]))

const playedPending = ({ id, arrow, from, to, due, keep, cancelIfLeft }: Pending): PlayedPending => ({
  id,
  arrow,
  from,
  to,
  due: new Date(due).toISOString(),
  keep,
  cancelIfLeft,
})

/** The traces of these turns, in their order; `named` says whose each was. */
export function playedTraces({ db, turns }: WorkContext, committed: readonly CommittedTurn[], named: boolean): Promise<PlayedTrace[]> {
  return db.transaction(function* () {
    const traces = new Map<number | null, Trace>()
    for (const [client, many] of turnsByClient(committed)) {
      for (const { id, trace } of yield* turns.latest(client, many)) traces.set(id, trace)
    }
    return committed.flatMap(({ turn, outsideId }) => {
      const trace = traces.get(turn)
      return trace ? { ...trace, ...(named && { client: Number(outsideId) }) } : []
    })
  })
}

function turnsByClient(committed: readonly CommittedTurn[]): Map<number, number> {
  const many = new Map<number, number>()
  for (const { client, turn } of committed) if (turn !== null) many.set(client, (many.get(client) ?? 0) + 1)
  return many
}
