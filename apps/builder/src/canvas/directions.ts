import type { Block } from '@voronka/flow'
import { cardLayout, cardWidth } from './card-layout.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The nearest block in a direction, where what lies straight ahead counts as nearer than what lies aside. Undefined at the edge. */
export function nearestBlock(blocks: readonly Block[], from: Block, direction: Direction): Block | undefined {
  const start = centre(from)
  let best: { block: Block; distance: number } | undefined
  for (const block of blocks) {
    if (block === from || block.sheet !== from.sheet) continue
    const { x, y } = centre(block)
    const [ahead, aside] = split(direction, x - start.x, y - start.y)
    if (ahead <= 0) continue
    const distance = ahead + 2 * Math.abs(aside)
    if (!best || distance < best.distance) best = { block, distance }
  }
  return best?.block
}

const centre = (block: Block) => ({ x: block.x + cardWidth / 2, y: block.y + cardLayout(block).height / 2 })

function split(direction: Direction, right: number, down: number): [ahead: number, aside: number] {
  if (direction === 'right') return [right, down]
  if (direction === 'left') return [-right, down]
  return direction === 'down' ? [down, right] : [-down, right]
}
