/**
 * Text of a message with its formatting, read into a tree of what may be shown (reliability-promises, P10.2). Whoever draws it builds elements
 * from the tree; no text is ever inserted as HTML. Anything that is not on the list stays visible as it was written.
 */
import { plainText } from './formatted-text/plain-text.ts'
import { readHtml } from './formatted-text/read-html.ts'
import { readMarkdown } from './formatted-text/read-markdown.ts'
import { shortened } from './formatted-text/shortened.ts'
import { textWithLinks } from './formatted-text/text-with-links.ts'

export { buttonColor, buttonColors, type ButtonColorName } from './formatted-text/button-color.ts'
export { fileKind, ownFile, type FileKind } from './formatted-text/own-file.ts'
export { plainText, shortened }
export { safeHref } from './formatted-text/safe-href.ts'

export type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'pre' | 'quote' | 'spoiler'

export type FormattedNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mark'; readonly mark: Mark; readonly children: readonly FormattedNode[] }
  /** `href` has passed `safeHref`. */
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly FormattedNode[] }

/** Never throws, whatever the text; time grows with its length only. Line feeds stay in the texts. */
export function readFormattedText(text: string, format: 'plain' | 'markdown' | 'html'): readonly FormattedNode[] {
  if (format === 'html') return readHtml(text)
  if (format === 'markdown') return readMarkdown(text)
  return textWithLinks(text)
}

/** So much of a message stands where another one quotes it. */
const longestQuote = 300

/** A message as another one quotes it: its words without formatting, else the names of its files. */
export function quotedText(message: {
  readonly text: string
  readonly format: 'plain' | 'markdown' | 'html'
  readonly attachments: readonly { readonly name: string }[]
}): string {
  const said = plainText(readFormattedText(message.text, message.format)).trim()
  const files = message.attachments.map(({ name }) => name).filter(Boolean)
  return shortened(said || files.join(', '), longestQuote)
}
