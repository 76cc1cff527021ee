import type { Library } from '@voronka/calculator'
import { allFunctions } from './all-functions.ts'
import type { Ports } from './ports.ts'

/** The functions by name and by every alias, as the language looks them up. */
export const library: Library<Ports> = new Map(
  allFunctions.flatMap((each) => [each.name, ...each.aliases].map((name) => [name, each] as const)),
)
