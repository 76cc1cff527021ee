/**
 * What goes into a turn and what comes out (architecture, section 2, step 4). The engine is a function of these values:
 * (flow, session, event, tools) -> (session, effects, trace). It reads no clock, throws no dice and touches no store.
 */
import type { Diagnostic, Evaluated, RunResult, Scopes, Value } from '@voronka/calculator'
import type { ConversationPort, MaybePromise, OutboundAnswer, OutboundRequest, WorldPorts } from '@voronka/functions'
import type { Action, ButtonKind, AttachmentKind } from '../model/flow.ts'
import type { SessionChanges } from './session-changes.ts'
import type { TextPlace } from './text-places.ts'

// ---------------------------------------------------------------------------------------------------------------- session

/** One client as the engine sees him. Plain data; the runtime stores it and hands it back unchanged for the next turn. */
export interface Session {
  readonly client: ClientFacts
  /** Number of the block he stands in. The block may have been deleted meanwhile: then he is in no block. */
  readonly position: number | null
  readonly variables: { readonly order: ReadonlyMap<string, Value>; readonly client: ReadonlyMap<string, Value> }
  /** Number of his active order; null: the first order variable opens one. */
  readonly order: number | null
  /** Blocks he was ever in (`was_in_state`), start blocks that answered once, arrows that were travelled (go once): sets of numbers. */
  readonly visited: ReadonlySet<number>
  readonly answered: ReadonlySet<number>
  readonly travelled: ReadonlySet<number>
  readonly pending: readonly Pending[]
  /** Number of the next pending entry; unique within the client, never reused. */
  readonly nextPending: number
  readonly unsubscribed: boolean
  readonly blocked: boolean
  /** Bot paused for this client until that moment (ms UTC). */
  readonly pausedUntil: number | null
  /** His latest message was understood by nothing: the dialogue waits for a person. */
  readonly waiting: boolean
  /** Latest own message of the client (ms UTC), and how many there were. */
  readonly lastMessageAt: number | null
  readonly received: number
  /** Subject of the latest incoming event, and the attachments of the latest message (sections 12.2). */
  readonly question: string
  readonly attachments: readonly string[]
  /** Moments (ms UTC) of block executions within the last minute: the limit of 200 (section 11). */
  readonly recentBlocks: readonly number[]
}

export interface ClientFacts {
  readonly id: number
  readonly name: string
  readonly fullName: string
  readonly avatar: string
  readonly platformId: string
  /** Number and name of the messenger (calculator-language 4.2), e.g. 5 `online chat`. */
  readonly clientType: number
  readonly messenger: string
  /** The channel account he belongs to. */
  readonly group: string
  /** Start tag, empty when absent. */
  readonly tag: string
  readonly createdAt: number
}

/** A planned transition (section 10.2). */
export interface Pending {
  readonly id: number
  readonly arrow: number
  readonly from: number
  readonly to: number
  /** Milliseconds UTC. */
  readonly due: number
  /** "Do not cancel". */
  readonly keep: boolean
  readonly cancelIfLeft: boolean
  readonly plannedAt: number
}

// ---------------------------------------------------------------------------------------------------------------- events

export type Event =
  | ({
      readonly kind: 'text'
      readonly text: string
      readonly origin?: number
      /** He came by a link with it: blocks that wait for the tag greet him, before what he wrote is looked at (section 12.1). */
      readonly tag?: string
    } & Carrying)
  /** A press of a button without a callback: acts as its caption. */
  | ({ readonly kind: 'button'; readonly text: string } & Carrying)
  /** `pressed`: the client pressed a callback button. Otherwise a system callback, which empty arrows and empty start blocks do not hear. */
  | {
      readonly kind: 'callback'
      readonly text: string
      readonly pressed: boolean
      /** The order that a CRM callback tells of: current while the first block handles it (crm-and-tasks, section 5.2). */
      readonly order?: number
      /** What a program stores with it: known to the conditions already (http-api, section 2). Without a text nothing else happens. */
      readonly variables?: CarriedVariables
      /** The bot speaks again, should it be paused. */
      readonly resume?: true
    }
  | ({ readonly kind: 'attachment'; readonly urls: readonly string[]; readonly caption: string } & Carrying)
  /** A pending entry falls due. When that was more than a few seconds ago, the trace says `late`. */
  | { readonly kind: 'timer'; readonly pending: number }
  /** Somebody puts the client into a block: a broadcast, an operator, the test chat, a function. */
  | { readonly kind: 'send-block'; readonly block: number; readonly by: 'broadcast' | 'operator' | 'test' | 'api' }
  /** The client forbade messages (`client_unsubscribed` is matched as a callback). */
  | { readonly kind: 'unsubscribed' }
  /** Somebody cancels one planned entry on the card (10.3 row 15) or changes its moment. */
  /** A text of a broadcast: said where nobody moves, to whoever may be written to. */
  | {
      readonly kind: 'say'
      readonly text: string
      readonly attachments: OutgoingMessage['attachments']
      readonly buttons?: OutgoingMessage['buttons']
    }
  /** A person acts in the dialogue; unlike the bot, he may while it is paused or the client is blocked. */
  | { readonly kind: 'operator'; readonly does: OperatorAct }
  | { readonly kind: 'cancel-pending'; readonly pending: number }
  | { readonly kind: 'reschedule-pending'; readonly pending: number; readonly due: number }

/** What a messenger tells of its person with an event: known to the conditions already. */
interface Carrying {
  readonly variables?: CarriedVariables
}

/** Values by scope, in the order in which they are stored. Scalars: containers are kept as JSON text. */
export interface CarriedVariables {
  readonly order: readonly (readonly [name: string, value: Value])[]
  readonly client: readonly (readonly [name: string, value: Value])[]
}

export type OperatorAct =
  | {
      readonly act: 'say'
      /** With `#{variables}`. */
      readonly text: string
      readonly attachments: OutgoingMessage['attachments']
      readonly buttons: OutgoingMessage['buttons']
      readonly by: Speaker
      /** It was said once and did not arrive: it goes out as it was then, and no variable is filled in anew. */
      readonly again?: Pick<OutgoingMessage, 'format' | 'protect' | 'silent'>
      readonly answers?: Quoted
    }
  /** Until that moment the bot is silent; null: it speaks again. */
  | { readonly act: 'pause'; readonly until: number | null }
  | { readonly act: 'block' }
  | { readonly act: 'unblock' }
  | { readonly act: 'rename'; readonly name: string }
  /** Client scope; empty deletes. */
  | { readonly act: 'set-variable'; readonly name: string; readonly value: Value }

/** A message of the dialogue that another one answers: its number, who said it, and what it said then, as it is read. */
export interface Quoted {
  readonly message: number
  readonly from: 'client' | 'bot' | 'operator'
  readonly text: string
}

/** The person behind a message. `key` is made by his page: the same message sent again is not said again. */
export interface Speaker {
  readonly account: number
  readonly name: string
  readonly key?: string
}

// ---------------------------------------------------------------------------------------------------------------- tools

/** What a turn needs from outside. `run`, `render` and `compare` wait only when a host function does. */
export interface Tools {
  /** The moment of the turn, ms UTC: one turn has one now. */
  readonly now: number
  readonly zone: string
  random(): number
  readonly project: ProjectFacts
  /** Runs a calculator script. */
  run(source: string, turn: TurnScope): RunResult | PromiseLike<RunResult>
  /** Replaces `#{...}`; text without any comes back as it is. `place`: values are escaped for it. */
  render(text: string, turn: TurnScope, place?: TextPlace): string | PromiseLike<string>
  /** Carries out one of a block's actions; what a script could have done with the function of that name. */
  act(action: Action, turn: TurnScope): Acted | PromiseLike<Acted>
  /** Evaluates a "variable for comparison" (7.7). `bare` when the text is a lone variable name. */
  compare(source: string, turn: TurnScope): (Evaluated & { readonly bare: boolean }) | PromiseLike<Evaluated & { readonly bare: boolean }>
  /** True when the messenger shows buttons; otherwise the hint is sent (section 14). */
  readonly buttonsSupported: boolean
  /** Number that the client's next order will get: `order_id` tells it from the order's first variable on. Needed while he has no order. */
  readonly nextOrder?: number | undefined
  /** Number of the main one of merged clients; left out: he himself is it. */
  readonly mainClient?: number | undefined
  /** The world outside the dialogue, for what the engine itself does to it. */
  readonly ports: WorldPorts
  /**
   * A request to a foreign server. Never made inside a transaction: where there is no answer yet, it waits for ever, and the runtime gives up this
   * run of the turn and begins it anew when there is one. `session` tells the session at the moment of the call.
   */
  call(request: OutboundRequest, session: () => Session): MaybePromise<Outside>
}

/** What came back from outside. */
export interface Outside {
  readonly answer: OutboundAnswer
  readonly tookMs?: number
  readonly attempts?: number
  /** What others did to the session meanwhile. */
  readonly changes?: SessionChanges
}

/** `function`: what carried the action out. `done` false: there is no such list, label or state. */
export interface Acted {
  readonly done: boolean
  readonly why?: 'python' | 'no-target'
}

export interface ProjectFacts {
  readonly id: number
  readonly constants: ReadonlyMap<string, Value>
  /** Project variables, read and written by all clients; the runtime stores the changes in the turn's transaction. */
  readonly variables: Scopes['project']
  readonly pendingLimit: number
  readonly firstMessage: string
  readonly unknownAnswer: string
  /** False: the bot is switched off for the whole project (8.4 row 18). */
  readonly enabled: boolean
  /** The main key of the project's API; without one, empty. */
  readonly apiKey?: string
}

/** What a script sees while it runs: the variables as they are now, and the dialogue it may act upon. */
export interface TurnScope {
  readonly scopes: Scopes
  readonly conversation: Conversation
  /** The next random number; the turn records it, so scripts must draw here and nowhere else. */
  random(): number
  /** Hears what went wrong inside `#{...}` of a text: the text is used without it, and the trace tells. */
  report(diagnostic: Diagnostic): void
  /** A request to a foreign server, with its answer in the trace. */
  call(request: OutboundRequest): MaybePromise<OutboundAnswer>
}

/** The running client's dialogue for host functions. */
export type Conversation = ConversationPort

// ---------------------------------------------------------------------------------------------------------------- outcome

export interface Turn {
  readonly session: Session
  readonly effects: readonly Effect[]
  readonly trace: Trace
  /** The variables of the order that is current at the end are not as they were stored. */
  readonly orderChanged: boolean
}

/**
 * What the runtime has to carry out, in this order. Closed: a new member breaks the build where it matters. The entry that a timer event
 * names has fired or was dropped after the turn, without an effect that says so, unless the turn postpones it.
 */
export type Effect =
  | { readonly type: 'say'; readonly message: OutgoingMessage }
  | { readonly type: 'plan'; readonly entry: Pending }
  | { readonly type: 'cancel'; readonly pending: number }
  /** The entry keeps its due moment but is tried again then (bot paused, 10.3 row 19; or re-timed by a person). */
  | { readonly type: 'postpone'; readonly pending: number; readonly until: number }
  /** "Close deal" (section 3): the order gets its final snapshot, is closed and detached. */
  | { readonly type: 'close-order'; readonly order: number | null; readonly variables: ReadonlyMap<string, Value> }
  /** The client's data goes to an address, with the variables as they are at this place; nobody waits for an answer. */
  | {
      readonly type: 'webhook'
      readonly block: number
      readonly url: string
      readonly variables: { readonly order: ReadonlyMap<string, Value>; readonly client: ReadonlyMap<string, Value> }
    }
  /** For the project's log: what an owner should look at. */
  | {
      readonly type: 'log'
      readonly level: 'warning' | 'error'
      readonly code: string
      readonly block?: number
      readonly arrow?: number
      readonly facts: Readonly<Record<string, string>>
    }

export interface OutgoingMessage {
  /** The block that said it; null for the project's first-message and unknown-answer texts. */
  readonly block: number | null
  readonly text: string
  readonly format: 'plain' | 'markdown' | 'html'
  readonly buttons: readonly OutgoingButton[]
  readonly attachments: readonly { readonly kind: AttachmentKind; readonly url: string; readonly name: string }[]
  readonly protect: boolean
  readonly silent: boolean
  readonly keepInHistory: boolean
  /** A person says it, not the bot. */
  readonly by?: Speaker
  /** The button code asks to take a stuck reply keyboard away (section 14). */
  readonly removeKeyboard?: true
  readonly answers?: Quoted
}

export interface OutgoingButton {
  readonly kind: ButtonKind
  readonly text: string
  readonly line: number
  readonly indexInLine: number
  readonly callback?: string
  readonly url?: string
  readonly color?: string
  /** What a messenger that can do that asks the client for, instead of writing the caption. Only of reply buttons. */
  readonly asks?: 'phone' | 'location'
}

// ---------------------------------------------------------------------------------------------------------------- trace

/** Why a turn went as it did, in the order it went. Plain JSON. */
export interface Trace {
  readonly now: number
  readonly event: { readonly kind: Event['kind']; readonly subject: string }
  readonly entries: readonly TraceEntry[]
  /** Random numbers drawn, in order: with them the turn can be replayed. */
  readonly draws: readonly number[]
}

export type Tier = 1 | 2 | 3 | 4 | 5 | 6 | 7

export type TraceEntry =
  /** Not evaluated at all: paused, blocked, switched off (8.4 rows 18-19); a broadcast to somebody unsubscribed. */
  | { readonly type: 'ignored'; readonly why: 'paused' | 'blocked' | 'disabled' | 'unsubscribed' }
  | { readonly type: 'resubscribed' }
  | {
      readonly type: 'examined'
      readonly tier: Tier
      readonly block?: number
      readonly arrow?: number
      readonly why: ExaminedWhy
      readonly facts?: Readonly<Record<string, string>>
    }
  | { readonly type: 'nothing-matched' }
  | { readonly type: 'collected'; readonly arrow: number; readonly variable: string; readonly value: string }
  /** The client goes (or a non-state block is visited: `position` stays). */
  | { readonly type: 'entered'; readonly block: number; readonly by: EnteredBy; readonly arrow?: number; readonly position: number | null }
  | {
      readonly type: 'line'
      readonly block: number
      readonly line: number
      readonly source: string
      readonly target?: string
      readonly value?: string
      readonly diagnostic?: Diagnostic
    }
  /** A request to a foreign server, with secrets masked; what came of it follows when it is known. `call` counts them within the turn. */
  | ({ readonly type: 'requested'; readonly call: number; readonly block: number | null } & ShownRequest)
  | {
      readonly type: 'answered'
      readonly call: number
      readonly status: number
      readonly body: string
      readonly failure?: NonNullable<OutboundAnswer['failure']>
      readonly tookMs?: number
      readonly attempts?: number
    }
  /** The client's data goes to this address, secrets masked. */
  | { readonly type: 'webhook'; readonly block: number; readonly url: string }
  /** An action of a block (section 5, step 4). */
  | { readonly type: 'acted'; readonly block: number; readonly action: Action; readonly done: boolean }
  | { readonly type: 'said'; readonly block: number | null; readonly text: string }
  /** A person acted in the dialogue. */
  | { readonly type: 'operator'; readonly act: OperatorAct['act'] }
  | { readonly type: 'said-nothing'; readonly block: number; readonly why: 'empty' | 'none' | 'unsubscribed' | 'blocked' }
  | { readonly type: 'planned'; readonly pending: Pending }
  | {
      readonly type: 'not-planned'
      readonly arrow: number
      readonly why: 'comparison' | 'in-the-past' | 'bad-date' | 'bad-time' | 'bad-delay' | 'used-once' | 'limit' | 'no-target'
    }
  | { readonly type: 'cancelled'; readonly pending: Pending; readonly why: CancelledWhy }
  | { readonly type: 'postponed'; readonly pending: number; readonly until: number; readonly why: 'paused' | 'rescheduled' }
  | {
      readonly type: 'dropped'
      readonly pending: Pending
      readonly why: 'used-once' | 'arrow-gone' | 'block-gone' | 'blocked' | 'too-late'
    }
  /** The entry runs so many milliseconds after its moment: the server was stopped or busy. */
  | { readonly type: 'late'; readonly pending: number; readonly by: number }
  | { readonly type: 'order-closed'; readonly order: number | null }
  | { readonly type: 'limit'; readonly limit: 'transitions' | 'blocks-per-minute'; readonly block: number }
  | {
      readonly type: 'problem'
      readonly code: string
      readonly block?: number
      readonly arrow?: number
      readonly facts: Readonly<Record<string, string>>
    }

/** A request as the trace shows it. */
export interface ShownRequest {
  readonly method: OutboundRequest['method']
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | null
}

export type ExaminedWhy =
  | 'fired'
  /** It matched and has a delay: the transition is planned, the client stays (8.3). */
  | 'planned'
  | 'condition'
  | 'ignored-text'
  | 'comparison'
  | 'comparison-error'
  | 'answered-once'
  | 'travelled-once'
  | 'callback-only'
  /** Has nothing set, and this is a system callback. */
  | 'deaf-to-callbacks'
  /** Runs on a timer only: it never reacts to messages. */
  | 'timer-only'
  | 'target-gone'

export type EnteredBy = 'own-condition' | 'arrow' | 'automatic' | 'timer' | 'broadcast' | 'operator' | 'test' | 'api'

/** Which rule of table 10.3 took the entry out. */
export type CancelledWhy =
  | 'arrow-cancels-timers'
  | 'left-the-block'
  | 'replanned'
  | 'function'
  | 'client-blocked'
  | 'operator'
  | 'arrow-gone'
