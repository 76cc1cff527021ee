import type { Words } from '../labels/index.ts'

/** What a messenger of somebody else can carry, as data: the editor warns by it before anything is sent, and what sends keeps to it. */
export interface MessengerLimits {
  /** As in `connectionKinds` of the contract. */
  readonly kind: string
  readonly name: Words
  /** Longest text, in UTF-16 units; a longer plain one is sent in pieces. */
  readonly text: number
  /** Longest text that goes with an attachment; a longer one follows it as a message of its own. */
  readonly caption: number
  readonly buttons: {
    readonly reply: { readonly perRow: number }
    readonly inline: { readonly perRow: number }
    readonly caption: number
    readonly most: number
    /** Both kinds can stand in one message. */
    readonly mixed: boolean
    /** Buttons are shown beside so many attachments at most, unless the text is too long to be their caption (builder-and-runtime, section 14). */
    readonly besides: number
  }
}
