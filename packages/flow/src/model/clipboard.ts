import { z } from 'zod'
import type { Edit } from './edits.ts'
import { arrowSchema, blockSchema, flowFormat } from './flow.ts'
import type { Arrow, Block, Point, Project } from './flow.ts'
import { lean } from './file/write-project.ts'
import { nextArrowId, nextBlockNumber } from './numbering.ts'
import { renumberArrow, renumberBlock } from './references.ts'
import type { Renumbering } from './references.ts'

/** What was copied: blocks, the arrows between them, and those that leave them for other blocks. */
export interface Clipboard {
  readonly blocks: readonly Block[]
  readonly arrows: readonly Arrow[]
  readonly links: readonly Arrow[]
}

const clipboardSchema = z.object({
  voronka: z.literal('blocks'),
  format: z.literal(flowFormat),
  blocks: z.array(blockSchema).min(1).max(20_000),
  arrows: z.array(arrowSchema).default([]),
  links: z.array(arrowSchema).default([]),
})

/** The blocks as text that can be pasted here, in another project, or sent to a colleague. Empty when none is there. */
export function copySelection(project: Project, numbers: Iterable<number>): string {
  const chosen = new Set(numbers)
  const blocks = project.blocks.filter(({ number }) => chosen.has(number))
  if (!blocks.length) return ''
  const leaving = project.arrows.filter(({ from }) => chosen.has(from))
  const lines = {
    voronka: 'blocks',
    format: flowFormat,
    blocks: lean(clipboardSchema.shape.blocks, blocks),
    arrows: lean(
      clipboardSchema.shape.arrows,
      leaving.filter(({ to }) => chosen.has(to)),
    ),
    links: lean(
      clipboardSchema.shape.links,
      leaving.filter(({ to }) => !chosen.has(to)),
    ),
  }
  return JSON.stringify(lines, null, 2)
}

/** Undefined when the text is something else than copied blocks. */
export function readClipboard(text: string): Clipboard | undefined {
  if (!text.includes('"voronka"')) return undefined
  try {
    const { success, data } = clipboardSchema.safeParse(JSON.parse(text))
    return success && new Set(data.blocks.map(({ number }) => number)).size === data.blocks.length ? data : undefined
  } catch {
    return undefined
  }
}

/**
 * Puts copied blocks on a sheet with their upper left corner at `at`: new numbers, arrows between them kept, block numbers in their scripts and
 * conditions rewritten. `keepLinks`: arrows to blocks outside are kept too where this project has a block of that number. Text that is something
 * else changes nothing.
 */
export function pasteClipboard(project: Project, text: string, at: Point, sheet: number, options: { keepLinks?: boolean } = {}): Edit[] {
  const clipboard = readClipboard(text)
  if (!clipboard) return []
  const first = nextBlockNumber(project)
  const numbers: Renumbering = new Map(clipboard.blocks.map(({ number }, index) => [number, first + index]))
  const shift = shiftTo(clipboard.blocks, at)
  const move = ({ x, y }: Point): Point => ({ x: x + shift.x, y: y + shift.y })

  const here = new Set(project.blocks.map(({ number }) => number))
  const inner = clipboard.arrows.filter(({ from, to }) => numbers.has(from) && numbers.has(to))
  const links = options.keepLinks ? clipboard.links.filter(({ from, to }) => numbers.has(from) && here.has(to)) : []
  const firstArrow = nextArrowId(project)
  const pasted = [...inner, ...links.map((link): Arrow => ({ ...link, bends: [] }))]
  return [
    ...clipboard.blocks.map((block): Edit => ({ type: 'put-block', block: { ...renumberBlock(block, numbers), ...move(block), sheet } })),
    ...pasted.map((arrow, index): Edit => {
      return { type: 'put-arrow', arrow: { ...renumberArrow(arrow, numbers), id: firstArrow + index, bends: arrow.bends.map(move) } }
    }),
  ]
}

function shiftTo(blocks: readonly Block[], at: Point): Point {
  const corner = { x: Math.min(...blocks.map(({ x }) => x)), y: Math.min(...blocks.map(({ y }) => y)) }
  return { x: at.x - corner.x, y: at.y - corner.y }
}
