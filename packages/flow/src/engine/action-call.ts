import type { CallWorld, Library, Value } from '@voronka/calculator'
import type { Ports } from '@voronka/functions'
import type { Action } from '../model/flow.ts'
import type { Acted } from './contract.ts'
import { isPromise } from './steps.ts'

/** "Block actions do the same without code" (crm-and-tasks, section 9): each is a call of the function that a script would have used. */
export function callOf(action: Action, functions: Library<Ports>, world: CallWorld<Ports>): Acted | PromiseLike<Acted> {
  if (action.type === 'python') return { done: false, why: 'python' }
  const [name, target] = written(action)
  const called = functions.get(name)
  if (!target || !called || called.lazy) return noTarget
  const answer = called.call([target], world)
  // To take away what is not there is done: there is nothing more to do.
  const judge = action.type.startsWith('remove') ? () => done : judged
  return isPromise(answer) ? answer.then(judge) : judge(answer)
}

const noTarget: Acted = { done: false, why: 'no-target' }
const done: Acted = { done: true }
const judged = (answer: Value): Acted => (answer === false ? noTarget : done)

function written(action: Exclude<Action, { type: 'python' }>): readonly [name: string, target: Value] {
  switch (action.type) {
    case 'move-to-state':
      return ['change_state', action.state]
    case 'add-to-list':
      return ['add_to_list', action.list]
    case 'remove-from-list':
      return ['remove_from_list', action.list]
    case 'move-to-list':
      return ['move_to_list', action.list]
    case 'add-label':
      return ['add_label', action.label]
    case 'remove-label':
      return ['remove_label', action.label]
    default:
      return action satisfies never
  }
}
