import type { FormattedNode } from '../formatted-text.ts'

/** What is read of a text, without its formatting. */
export const plainText = (nodes: readonly FormattedNode[]): string =>
  nodes.map((node) => (node.kind === 'text' ? node.text : plainText(node.children))).join('')
