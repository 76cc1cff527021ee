import type { FormattedNode } from '../formatted-text.ts'
import { safeHref } from './safe-href.ts'

const address = /\b(?:https?:\/\/|mailto:|tel:|tg:\/\/)[^\s<>"'«»`]+/gi

/** Text in which addresses are links. Punctuation that ends the sentence is not part of the address. */
export function textWithLinks(text: string): FormattedNode[] {
  const nodes: FormattedNode[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    const shown = withoutTail(found)
    const href = safeHref(shown)
    if (!href) continue
    if (index > end) nodes.push({ kind: 'text', text: text.slice(end, index) })
    nodes.push({ kind: 'link', href, children: [{ kind: 'text', text: shown }] })
    end = index + shown.length
  }
  if (end < text.length) nodes.push({ kind: 'text', text: text.slice(end) })
  return nodes
}

function withoutTail(found: string): string {
  let end = found.length
  while (end > 0 && '.,;:!?)]}'.includes(found[end - 1] ?? '')) end--
  // A bracket that the address itself opened belongs to it: `…/wiki/Rome_(city)`.
  if (found[end] === ')' && found.slice(0, end).includes('(')) end++
  return found.slice(0, end)
}
