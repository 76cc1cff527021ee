import type { TurnInfo } from '@voronka/api'

/** The turn that is shown: the chosen one, or the latest while none is chosen or the chosen one is gone. */
export function shownTurn(
  turns: readonly TurnInfo[],
  chosen: number | undefined,
): { readonly turn: TurnInfo; readonly index: number } | undefined {
  const found = turns.findIndex(({ id }) => id === chosen)
  const index = found === -1 ? turns.length - 1 : found
  const turn = turns[index]
  return turn && { turn, index }
}

/** Where the client stood before a turn, as far as the turns before it tell. */
export function positionBefore(turns: readonly TurnInfo[], index: number): number | null {
  for (const { trace } of turns.slice(0, index).reverse()) {
    const last = trace.entries.findLast((entry) => entry.type === 'entered')
    if (last) return last.position
  }
  return null
}
