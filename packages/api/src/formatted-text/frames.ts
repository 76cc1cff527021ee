import type { FormattedNode, Mark } from '../formatted-text.ts'
import { textWithLinks } from './text-with-links.ts'

/** Deeper nesting than any message needs is shown as it was written. */
const deepest = 16

interface Frame {
  /** What the reader closes it by. */
  readonly name: string
  /** The opening as it was written: shown again when nothing closes it. */
  readonly opening: string
  readonly wrap: (children: readonly FormattedNode[]) => FormattedNode
  readonly children: FormattedNode[]
}

/** Collects a tree from openings, closings and text between them, both readers' common part. */
export class Frames {
  readonly #open: Frame[] = []
  readonly #root: FormattedNode[] = []
  #text = ''

  text(text: string): void {
    this.#text += text
  }

  /** Already in its final form: code, whose insides are not read. */
  node(node: FormattedNode): void {
    this.#flush()
    this.#top().push(node)
  }

  open(name: string, opening: string, wrap: Frame['wrap']): void {
    if (this.#open.length >= deepest) return this.text(opening)
    this.#flush()
    this.#open.push({ name, opening, wrap, children: [] })
  }

  isOpen(name: string): boolean {
    return this.#open.some((frame) => frame.name === name)
  }

  /** Closes the innermost frame of that name. What was opened inside it and not closed is shown as written, or closed too if `lenient`. */
  close(name: string, lenient: boolean): void {
    this.#flush()
    while (this.#open.length) {
      const frame = this.#open.pop()
      if (!frame) return
      if (frame.name === name || lenient) this.#top().push(frame.wrap(frame.children))
      else this.#spill(frame)
      if (frame.name === name) return
    }
  }

  finish(lenient: boolean): FormattedNode[] {
    this.#flush()
    for (let frame = this.#open.pop(); frame; frame = this.#open.pop()) {
      if (lenient) this.#top().push(frame.wrap(frame.children))
      else this.#spill(frame)
    }
    return this.#root
  }

  #spill({ opening, children }: Frame): void {
    this.#top().push({ kind: 'text', text: opening }, ...children)
  }

  #top(): FormattedNode[] {
    return this.#open.at(-1)?.children ?? this.#root
  }

  #flush(): void {
    if (!this.#text) return
    // Inside a link the text is its caption: an address there is not a second link.
    const nodes: FormattedNode[] = this.isOpen('link') ? [{ kind: 'text', text: this.#text }] : textWithLinks(this.#text)
    this.#top().push(...nodes)
    this.#text = ''
  }
}

export const mark =
  (name: Mark) =>
  (children: readonly FormattedNode[]): FormattedNode => ({ kind: 'mark', mark: name, children })

export const link =
  (href: string) =>
  (children: readonly FormattedNode[]): FormattedNode => ({ kind: 'link', href, children })
