import { localMoment, type LocalMoment, type World } from '@voronka/calculator'

/** What the clocks of the project's zone show now. */
export function today({ now, zone }: Pick<World, 'now' | 'zone'>): LocalMoment {
  return localMoment(now(), zone)
}
