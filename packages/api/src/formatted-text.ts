/**
 * Text of a message with its formatting, read into a tree of what may be shown (reliability-promises, P10.2). Whoever draws it builds elements
 * from the tree; no text is ever inserted as HTML. Anything that is not on the list stays visible as it was written.
 */
import { readHtml } from './formatted-text/read-html.ts'
import { readMarkdown } from './formatted-text/read-markdown.ts'
import { textWithLinks } from './formatted-text/text-with-links.ts'

export { buttonColor, buttonColors, type ButtonColorName } from './formatted-text/button-color.ts'
export { fileKind, ownFile, type FileKind } from './formatted-text/own-file.ts'
export { plainText } from './formatted-text/plain-text.ts'
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
