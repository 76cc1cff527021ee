import { localMoment, type LocalMoment, type World } from '@voronka/calculator'

/** What the clocks of the project's zone show now. */
export function today(world: Pick<World, 'now' | 'zone'>): LocalMoment {
  return localMoment(world.now(), world.zone)
}
