import type { Block } from '@voronka/flow'
import { cardLayout, cardWidth } from './card-layout.ts'

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The rectangle around blocks. Undefined without any. */
export function boundsOf(blocks: readonly Block[]): Bounds | undefined {
  if (!blocks.length) return undefined
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const block of blocks) {
    left = Math.min(left, block.x)
    top = Math.min(top, block.y)
    right = Math.max(right, block.x + cardWidth)
    bottom = Math.max(bottom, block.y + cardLayout(block).height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
