import type { StateColor } from '@voronka/api'

/** The bar over a column: each name of a colour as both themes show it. Written out, so that the style sheet finds them. */
export const stateColorClasses: Readonly<Record<StateColor, string>> = {
  grey: 'bg-state-grey',
  blue: 'bg-state-blue',
  cyan: 'bg-state-cyan',
  green: 'bg-state-green',
  yellow: 'bg-state-yellow',
  orange: 'bg-state-orange',
  red: 'bg-state-red',
  pink: 'bg-state-pink',
  violet: 'bg-state-violet',
}
