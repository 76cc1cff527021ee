import type { Effect } from './contract.ts'
import type { OpenTurn } from './open-turn.ts'

type LogEffect = Extract<Effect, { type: 'log' }>

/** Something an owner should look at: in the trace of this turn, and in the project's log. */
export function log(turn: OpenTurn, { level = 'warning', facts = {}, ...rest }: Partial<LogEffect> & Pick<LogEffect, 'code'>): void {
  turn.effects.push({ ...rest, type: 'log', level, facts })
  turn.trace.push({
    type: 'problem',
    code: rest.code,
    facts,
    ...(rest.block !== undefined && { block: rest.block }),
    ...(rest.arrow !== undefined && { arrow: rest.arrow }),
  })
}
