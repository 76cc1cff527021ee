import type { Trace } from '@voronka/flow/engine'

export interface TurnPath {
  readonly blocks: readonly number[]
  readonly arrows: readonly number[]
}

/** The blocks that a turn executed and the arrows it went over, for lighting them on the canvas. */
export function turnPath({ entries }: Trace): TurnPath {
  const entered = entries.filter((entry) => entry.type === 'entered')
  return {
    blocks: [...new Set(entered.map(({ block }) => block))],
    arrows: [...new Set(entered.flatMap(({ arrow }) => (arrow === undefined ? [] : [arrow])))],
  }
}
