import { blockTitle } from '@voronka/flow'
import type { Block, Project } from '@voronka/flow'
import type { Language } from '@voronka/calculator'
import { indexOf } from '../editor/index.ts'

export interface Found {
  readonly block: Block
  /** The text that holds what was searched for, for a line in a list; empty when it is the number or the title. */
  readonly context: string
}

/**
 * Blocks by number, title, condition, message, buttons, calculator, attachments, API request and the conditions of their arrows. The block of that number comes first,
 * then titles, then the rest, each by number. An empty query finds all.
 */
export function findBlocks(project: Project, query: string, language: Language): Found[] {
  const wanted = normal(query)
  const { from } = indexOf(project)
  const ranked: { rank: number; found: Found }[] = []
  for (const block of project.blocks) {
    const title = blockTitle(block, language)
    if (!wanted || String(block.number) === wanted.replace(/^№\s*|^#/, '')) ranked.push({ rank: 0, found: { block, context: '' } })
    else if (normal(title).includes(wanted)) ranked.push({ rank: 1, found: { block, context: '' } })
    else {
      const text = textsOf(block, from.get(block.number) ?? []).find((candidate) => normal(candidate).includes(wanted))
      if (text !== undefined) ranked.push({ rank: 2, found: { block, context: around(text, wanted) } })
    }
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ found }) => found)
}

const textsOf = (
  block: Block,
  arrows: readonly { condition: string; compare: string; description: string; variable: string }[],
): string[] => [
  block.text,
  block.condition,
  block.compare,
  ...block.buttons.flatMap(({ text, callback, url }) => [text, callback, url]),
  ...block.calculator.split('\n'),
  block.buttonCode,
  block.buttonHint,
  ...block.attachments.flatMap(({ name, url }) => [name, url]),
  ...(block.request ? [block.request.url, block.request.body, ...block.request.params.map(({ value }) => value)] : []),
  ...arrows.flatMap(({ condition, compare, description, variable }) => [condition, compare, description, variable]),
]

const normal = (text: string): string => text.trim().toLocaleLowerCase().replaceAll('ё', 'е')

const contextLength = 60

function around(text: string, wanted: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const at = Math.max(0, normal(line).indexOf(wanted) - 15)
  return `${at ? '…' : ''}${line.slice(at, at + contextLength)}${line.length > at + contextLength ? '…' : ''}`
}
