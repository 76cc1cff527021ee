import type { Diagnostic, Scopes, Value } from '@voronka/calculator'
import type { MaybePromise, OutboundAnswer, OutboundRequest } from '@voronka/functions'
import { builtinValue } from './builtins.ts'
import { callOutside } from './call-outside.ts'
import type { CompiledFlow } from './compile-flow.ts'
import type { Conversation, Effect, Event, Pending, Session, Tools, Trace, TraceEntry, Turn, TurnScope } from './contract.ts'
import { conversationOf } from './conversation.ts'
import { CopyOnWrite } from './copy-on-write.ts'
import { log } from './log.ts'

/** A session while a turn works on it. */
export type SessionDraft = { -readonly [K in keyof Omit<Session, 'variables'>]: Session[K] } & {
  readonly variables: { readonly order: CopyOnWrite; readonly client: CopyOnWrite }
}

/** A turn in progress: all that it may change. The session it began with is never changed. */
export class OpenTurn {
  readonly flow: CompiledFlow
  readonly tools: Tools
  readonly event: Event
  readonly session: SessionDraft
  readonly scope: TurnScope
  readonly effects: Effect[] = []
  readonly trace: TraceEntry[] = []
  readonly draws: number[] = []
  /**
   * Zero-delay transitions still to run in this turn: one list for each block that planned some, the latest block last, in each the next one
   * first. They are no session's pending entries: nothing stores them.
   */
  automatic: readonly (readonly Pending[])[] = []
  /** What the event was matched as. */
  subject = ''
  /** Orders that this turn took numbers for: those it both opened and closed, and those that functions created. */
  unnumbered = 0
  /** Requests to foreign servers so far. */
  calls = 0
  /** The order that a CRM callback tells of is current, in place of this one. */
  visited: { readonly order: number | null; readonly variables: ReadonlyMap<string, Value> } | undefined
  /** Number of the block being executed. */
  executing: number | undefined

  constructor(flow: CompiledFlow, session: Session, event: Event, tools: Tools) {
    const { variables, recentBlocks } = session
    this.flow = flow
    this.tools = tools
    this.event = event
    this.session = {
      ...session,
      variables: { order: new CopyOnWrite(variables.order), client: new CopyOnWrite(variables.client) },
      recentBlocks: recentBlocks.filter((moment) => moment > tools.now - minuteMs && moment <= tools.now),
    }
    this.scope = new OpenScope(this)
  }

  /** The session as it is now; only to look at while the turn goes on. */
  present(): Session {
    const { order, client } = this.session.variables
    return { ...this.session, variables: { order: order.snapshot(), client: client.snapshot() } }
  }

  /** What came of it. */
  close(): Turn {
    const { tools, event, effects, trace: entries, draws, subject } = this
    const session = this.present()
    const trace: Trace = { now: tools.now, event: { kind: event.kind, subject }, entries, draws }
    return { session, effects, trace, orderChanged: this.session.variables.order.changed }
  }
}

/** What scripts see of the turn. */
class OpenScope implements TurnScope {
  readonly scopes: Scopes
  readonly #turn: OpenTurn
  #conversation: Conversation | undefined

  constructor(turn: OpenTurn) {
    const { session, tools } = turn
    this.#turn = turn
    this.scopes = {
      order: session.variables.order,
      client: session.variables.client,
      project: tools.project.variables,
      constants: tools.project.constants,
      builtin(name) {
        return builtinValue(name, turn)
      },
    }
  }

  get conversation(): Conversation {
    this.#conversation ??= conversationOf(this.#turn)
    return this.#conversation
  }

  random(): number {
    const draw = this.#turn.tools.random()
    this.#turn.draws.push(draw)
    return draw
  }

  call(request: OutboundRequest): MaybePromise<OutboundAnswer> {
    return callOutside(this.#turn, request)
  }

  readonly report = ({ code, facts }: Diagnostic): void => log(this.#turn, { code, facts, block: this.#turn.executing })
}

// Moments after now come from a clock that has been put back: they must not hold him up until it is there again.
const minuteMs = 60_000
