import { expect, it } from 'vitest'
import { actionSchema, blankArrow, blankBlock } from './index.ts'
import { retargetArrow, retargetBlock } from './targets.ts'

const targets = {
  lists: new Map([
    [1, 11],
    [2, 1],
  ]),
  states: new Map([[5, 55]]),
  labels: new Map([[3, 33]]),
}

it.each([
  ['add_to_list(1)', 'add_to_list(11)'],
  ["add_to_list('1', client_id)", "add_to_list('11', client_id)"],
  ['move_to_list([1, 2, 9])', 'move_to_list([11, 1, 9])'],
  ['change_state(5, 1)', 'change_state(55, 1)'],
  ["x = create_order('A', 1, '', '', '', '', 5)", "x = create_order('A', 1, '', '', '', '', 55)"],
  ['n = get_count_orders(5) + list_size(2) + 5', 'n = get_count_orders(55) + list_size(1) + 5'],
  ['a = has_client_multiple_labels([3], 0)', 'a = has_client_multiple_labels([33], 0)'],
  ['a = inlist(number)', 'a = inlist(number)'],
  ['a = 1 + 5', 'a = 1 + 5'],
])('rewrites %s', (script, now) => {
  expect(retargetBlock(blankBlock(1, { calculator: script }), targets).calculator).toBe(now)
})

it('rewrites actions, comparisons and texts, and leaves what is not known', () => {
  const actions = [
    actionSchema.parse({ type: 'add-to-list', list: 1 }),
    actionSchema.parse({ type: 'move-to-state', state: 5 }),
    actionSchema.parse({ type: 'move-to-list', list: 7 }),
    actionSchema.parse({ type: 'add-label', label: 'hot' }),
  ]
  const block = retargetBlock(blankBlock(1, { actions, text: '#{list_size(1)}' }), targets)
  expect(block.actions).toEqual([{ ...actions[0], list: 11 }, { ...actions[1], state: 55 }, actions[2], actions[3]])
  expect(block.text).toBe('#{list_size(11)}')
  expect(retargetArrow(blankArrow(1, 1, 2, { compare: 'inlist(1) == True' }), targets).compare).toBe('inlist(11) == True')
})
