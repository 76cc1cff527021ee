import type { MessengerLimits } from '@voronka/flow'
import type { CarriedVariables, Event, OutgoingMessage } from '@voronka/flow/engine'
import type { OutboundAnswer, OutboundRequest } from '@voronka/functions'
import type { OpenConnection } from '../connections/connection-work.ts'
import type { Pace } from '../outbox/pace.ts'
import type { SendOutcome } from '../outbox/sender.ts'

/**
 * A messenger of somebody else: how it is told what we say, and how what it tells is understood. A new one is one file and a line in `all.ts`
 * (docs/channels.md). It knows no client, keeps nothing and looks nothing up: the room `messengers` does, for all of them alike.
 */
export interface ChannelPort {
  /** Also its kind of connection, of the rows of its channels and of what waits for it in the outbox. */
  readonly kind: string
  /** `client_type` of calculator-language, section 4.2. */
  readonly clientType: number
  readonly showsButtons: boolean
  readonly limits: MessengerLimits
  readonly pace: ChannelPace
  /** No sending takes longer. */
  readonly longestMs: number
  /** Asks who we are there. Always answers. */
  account(line: Line): Promise<Account | Refusal>
  /** Hands a part of a message over. Always answers; `key` is the same with every attempt. */
  send(line: Line, sending: Sending, key: string): Promise<SendOutcome>
  /** Takes messages back that it calls so. Always answers. */
  remove(line: Line, removal: Removal): Promise<SendOutcome>
  /** What it told, in the order in which it is to be heard. Nothing: it means nothing to us. Throws on what it cannot have sent. */
  read(told: unknown): readonly News[]
  /** Whether somebody who posts to the address that is given to it alone is it. */
  isGenuine(line: Line, header: (name: string) => string | undefined): boolean
  /** Has it post its news to that address; null: nowhere, we ask. Gives why it does not. */
  subscribe(line: Line, address: string | null): Promise<Refusal | undefined>
  /** Asks for news after `position`, and waits for some until `signal`. */
  ask(line: Line, position: number, signal: AbortSignal): Promise<Asked>
  /** Brings the file of that name. */
  fetchFile(line: Line, outsideId: string): Promise<Fetched>
  /** After the turn of a press: whoever pressed is no longer shown that it is being worked on. */
  confirm?(line: Line, press: string): Promise<void>
  /** Carries out what scripts ask of it (`OutboundRequest.through`). */
  call?(line: Line, request: OutboundRequest): Promise<OutboundAnswer>
}

/** A connection with what it is worked through: nothing else goes out. */
export interface Line {
  readonly connection: OpenConnection
  /** Through the guard, with the hosts that the project may call. */
  send(request: LineRequest): Promise<LineAnswer>
  /** Bytes of a file of ours by its address; undefined: it is none. */
  ownFile(url: string): Promise<{ readonly bytes: Uint8Array; readonly name: string; readonly type: string } | undefined>
}

export interface LineRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | Uint8Array | null
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
  /** The largest answer that is read. */
  readonly mostBytes?: number
}

export interface LineAnswer {
  /** HTTP status; 0: there was no answer. */
  readonly status: number
  readonly bytes: Uint8Array
  readonly failure?: OutboundAnswer['failure']
  /** Nothing of it left. */
  readonly unsent?: boolean
}

/** How fast it wants to be written to, and how many messages are under way at the same time. */
export type ChannelPace = Pace & { readonly atOnce: number }

export interface Account {
  /** Its own name for us that never changes. */
  readonly id: string
  /** What `group` is: the name that people and programs know the account by. */
  readonly group: string
  readonly facts: Readonly<Record<string, string>>
}

/** In its own words. */
export interface Refusal {
  readonly reason: string
}

/** One message of ours, whole. */
export type Said = Pick<OutgoingMessage, 'text' | 'format' | 'buttons' | 'attachments' | 'protect' | 'silent' | 'removeKeyboard'>

/** What one sending carries of it (`partsOf`). */
export interface Part {
  readonly text: string
  readonly format: Said['format']
  readonly attachments: Said['attachments']
  readonly buttons: readonly SaidButton[]
  readonly protect: boolean
  readonly silent: boolean
}

export type SaidButton = Omit<Said['buttons'][number], 'kind'> & {
  readonly kind: 'reply' | 'inline'
  /** Its place among the buttons of the message: what a messenger with short callbacks may answer with. */
  readonly index: number
}

export interface Sending {
  /** What the messenger calls the person. */
  readonly to: string
  /** Our number of the message. */
  readonly message: number
  readonly part: Part
  /** What becomes of a reply keyboard: one that is open goes, a new one goes when it was used, or it stays. */
  readonly keyboard: 'stays' | 'once' | 'goes'
  /** What it answers: a message of ours by what the messenger calls it, or the person's own by the id of the news that brought it. */
  readonly answers?: { readonly ours: string } | { readonly theirs: string }
}

export interface Removal {
  /** What the messenger calls the person. */
  readonly to: string
  readonly ids: readonly string[]
}

/** A person of the messenger, as far as it tells. */
export interface Person {
  readonly outsideId: string
  readonly name: string
  readonly fullName: string
  /** The start tag of the link that he came by. */
  readonly tag?: string
}

/** What a messenger tells. `id` is its own name for what happened: what comes again under the same is dropped. */
export type News =
  | { readonly kind: 'event'; readonly id: string; readonly from: Person; readonly event: Event; readonly press?: string }
  /** A button of our message, by its `index`: there was no room for what it says. */
  | {
      readonly kind: 'pressed'
      readonly id: string
      readonly from: Person
      readonly message: number
      readonly index: number
      readonly press: string
    }
  | {
      readonly kind: 'files'
      readonly id: string
      readonly from: Person
      readonly caption: string
      readonly files: readonly OutsideFile[]
      /** What he sent together with them, each in news of its own: the messenger's name for the whole of it. */
      readonly album?: string
      readonly variables?: CarriedVariables
    }
  /** What he wrote is changed. `of`: the id of the news that brought it. */
  | { readonly kind: 'edited'; readonly from: Person; readonly of: string; readonly text: string }

export interface OutsideFile {
  readonly outsideId: string
  /** With the ending that tells what it is. */
  readonly name: string
}

export type Asked = { readonly told: readonly unknown[]; readonly position: number } | (Refusal & { readonly afterMs?: number })

export type Fetched =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string; readonly afterMs?: number }
  /** It will never come. */
  | { readonly kind: 'refused'; readonly reason: string }
