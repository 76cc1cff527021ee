import { readFormattedText, type FormattedNode, type Mark } from '@voronka/api/formatted-text'
import { element } from './element.ts'
import type { Words } from './words.ts'

const tags: Readonly<Record<Exclude<Mark, 'spoiler'>, 'strong' | 'em' | 'u' | 's' | 'code' | 'pre' | 'blockquote'>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  pre: 'pre',
  quote: 'blockquote',
}

/** The text of a message as elements; nothing of it is ever parsed as HTML by the browser (reliability-promises, P10.2). */
export function formatted(text: string, format: 'plain' | 'markdown' | 'html', words: Words): Node[] {
  return nodes(readFormattedText(text, format), words)
}

function nodes(list: readonly FormattedNode[], words: Words): Node[] {
  return list.map((node) => {
    if (node.kind === 'text') return document.createTextNode(node.text)
    const children = nodes(node.children, words)
    if (node.kind === 'link') return link(node.href, ...children)
    return node.mark === 'spoiler' ? spoiler(children, words) : element(tags[node.mark], {}, ...children)
  })
}

export function link(href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, ...children)
}

/** Hidden from screen readers too until it is opened. */
function spoiler(children: readonly Node[], words: Words): HTMLElement {
  const hidden = element('button', { type: 'button', class: 'spoiler', 'aria-label': words.spoiler })
  hidden.addEventListener('click', () => hidden.replaceWith(element('span', { class: 'spoiler-open' }, ...children)), { once: true })
  hidden.append(element('span', { 'aria-hidden': 'true' }, ...children.map((child) => child.cloneNode(true))))
  return hidden
}
