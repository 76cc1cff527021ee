import type { Block } from '../model/flow.ts'
import { log } from './log.ts'
import type { OpenTurn } from './open-turn.ts'
import { settle, type Step } from './steps.ts'

/** The actions of a block that are switched on, in the order listed, after its script (section 5, step 4). One that cannot be carried out stops nothing. */
export function* act(turn: OpenTurn, { number, actions }: Block): Step<void> {
  for (const action of actions) {
    if (action.off) continue
    const { done, why } = yield* settle(turn.tools.act(action, turn.scope))
    turn.trace.push({ type: 'acted', block: number, action, done })
    if (!done)
      log(turn, { code: why === 'python' ? 'python-disabled' : 'action-without-target', block: number, facts: { action: action.type } })
  }
}
