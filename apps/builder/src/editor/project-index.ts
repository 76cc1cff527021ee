import type { Arrow, Block, Project } from '@voronka/flow'
import { groupBy } from './group-by.ts'

/** Look-ups of a document by number. */
export interface ProjectIndex {
  readonly blocks: ReadonlyMap<number, Block>
  readonly arrows: ReadonlyMap<number, Arrow>
  /** Arrows by the block they leave or reach. */
  readonly from: ReadonlyMap<number, readonly Arrow[]>
  readonly to: ReadonlyMap<number, readonly Arrow[]>
}

/** Made once for each list of blocks and of arrows, for as long as somebody holds the list. */
export function indexOf({ blocks, arrows }: Project): ProjectIndex {
  return {
    blocks: remember(blockMaps, blocks, () => new Map(blocks.map((block) => [block.number, block]))),
    ...remember(arrowMaps, arrows, () => ({
      arrows: new Map(arrows.map((arrow) => [arrow.id, arrow])),
      from: groupBy(arrows, ({ from }) => from),
      to: groupBy(arrows, ({ to }) => to),
    })),
  }
}

const blockMaps = new WeakMap<Project['blocks'], ProjectIndex['blocks']>()
const arrowMaps = new WeakMap<Project['arrows'], Omit<ProjectIndex, 'blocks'>>()

function remember<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
