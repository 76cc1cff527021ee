import type { World } from '@voronka/calculator'

/** An index from 0 up to, not including, `size`, each equally likely. */
export function randomIndex(size: number, world: Pick<World, 'random'>): number {
  return Math.min(Math.floor(world.random() * size), size - 1)
}
