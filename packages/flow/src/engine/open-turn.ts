import type { Scopes } from '@voronka/calculator'
import { builtinValue } from './builtins.ts'
import type { CompiledFlow } from './compile-flow.ts'
import type { Conversation, Effect, Event, Pending, Session, Tools, Trace, TraceEntry, Turn, TurnScope } from './contract.ts'
import { conversationOf } from './conversation.ts'
import { CopyOnWrite } from './copy-on-write.ts'
import { log } from './log.ts'

/** A session while a turn works on it. */
export type SessionDraft = { -readonly [K in keyof Omit<Session, 'variables'>]: Session[K] } & {
  readonly variables: { readonly order: CopyOnWrite; readonly client: CopyOnWrite }
}

/** A turn in progress: all that it may change. */
export interface OpenTurn {
  readonly flow: CompiledFlow
  readonly tools: Tools
  readonly event: Event
  readonly session: SessionDraft
  readonly scope: TurnScope
  readonly effects: Effect[]
  readonly trace: TraceEntry[]
  readonly draws: number[]
  /** Zero-delay transitions still to run in this turn, the next one first. They are no session's pending entries: nothing stores them. */
  automatic: readonly Pending[]
  /** What the event was matched as. */
  subject: string
  /** Number of the block being executed. */
  executing?: number
}

/** Begins a turn. The session handed in is never changed. */
export function openTurn(flow: CompiledFlow, session: Session, event: Event, tools: Tools): OpenTurn {
  const draws: number[] = []
  const draft: SessionDraft = {
    ...session,
    variables: { order: new CopyOnWrite(session.variables.order), client: new CopyOnWrite(session.variables.client) },
    recentBlocks: session.recentBlocks.filter((moment) => moment > tools.now - minuteMs),
  }
  const scopes: Scopes = {
    order: draft.variables.order,
    client: draft.variables.client,
    project: tools.project.variables,
    constants: tools.project.constants,
    builtin: (name) => builtinValue(name, turn),
  }
  const scope: TurnScope = {
    scopes,
    get conversation() {
      conversation ??= conversationOf(turn)
      return conversation
    },
    random() {
      const draw = tools.random()
      draws.push(draw)
      return draw
    },
    report: ({ code, facts }) => log(turn, { code, facts, block: turn.executing }),
  }
  let conversation: Conversation | undefined
  const turn: OpenTurn = { flow, tools, event, session: draft, scope, effects: [], trace: [], draws, automatic: [], subject: '' }
  return turn
}

export function closeTurn({ tools, event, session: draft, effects, trace: entries, draws, subject }: OpenTurn): Turn {
  const { order, client } = draft.variables
  const session: Session = { ...draft, variables: { order: order.snapshot(), client: client.snapshot() } }
  const trace: Trace = { now: tools.now, event: { kind: event.kind, subject }, entries, draws }
  return { session, effects, trace }
}

const minuteMs = 60_000
