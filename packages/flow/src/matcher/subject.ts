import { FuzzyMessage } from './fuzzy.ts'
import { looseForm, strictForm } from './normal-forms.ts'

/** The text that an attachment without a caption is matched as (builder-and-runtime, section 12.2). */
export const attachmentMessage = 'attachment_message'

/** Regular expressions look at this many characters of a message (section 7.3). */
export const mostSearched = 4096

/** What conditions are matched against: a message, a callback, a variable's value. Its normal forms are made once, when first asked for. */
export class Subject {
  readonly text: string
  /** An attachment with a caption: an alternative that is exactly `attachment_message` matches as well (section 12.2). */
  readonly hasAttachment: boolean
  #loose: string | undefined
  #strict: string | undefined
  #searched: string | undefined
  #fuzzy: FuzzyMessage | undefined

  constructor(text: string, { hasAttachment = false }: { readonly hasAttachment?: boolean } = {}) {
    this.text = text
    this.hasAttachment = hasAttachment
  }

  get loose(): string {
    this.#loose ??= looseForm(this.text)
    return this.#loose
  }

  get strict(): string {
    this.#strict ??= strictForm(this.text)
    return this.#strict
  }

  /** What a regular expression searches. */
  get searched(): string {
    this.#searched ??= firstCharacters(this.text.normalize('NFC').trim())
    return this.#searched
  }

  get fuzzy(): FuzzyMessage {
    this.#fuzzy ??= new FuzzyMessage(this.loose)
    return this.#fuzzy
  }
}

function firstCharacters(text: string): string {
  if (text.length <= mostSearched) return text
  let end = 0
  for (let count = 0; count < mostSearched && end < text.length; count++) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  return text.slice(0, end)
}
