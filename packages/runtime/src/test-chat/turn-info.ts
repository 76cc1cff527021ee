import type { TurnInfo } from '@voronka/api'
import type { StoredTurn } from '../worker/turns.store.ts'

/** A stored turn as pages show it. */
export const turnInfo = ({ id, at, took, trace, changed }: StoredTurn): TurnInfo => ({
  id,
  at: new Date(at).toISOString(),
  took,
  trace,
  changed: [...changed],
})
