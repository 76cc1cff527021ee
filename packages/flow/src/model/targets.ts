/** Numbers of lists, states and labels that stand in actions and scripts, and how they are changed when an import gives these other numbers. */
import { callsOf, type ArgumentReference } from '@voronka/calculator'
import { library } from '@voronka/functions'
import type { Action, Arrow, Block } from './flow.ts'
import { parseText } from './parse-text.ts'
import type { Renumbering } from './references.ts'
import { mapArrowTexts, mapBlockTexts } from './texts.ts'
import type { TextKind } from './texts.ts'

/** Numbers here by numbers of the file. What is not in it stays. */
export interface Retargeting {
  readonly lists: Renumbering
  readonly states: Renumbering
  readonly labels: Renumbering
}

type Kind = keyof Retargeting

const listFunctions: readonly string[] = [
  'add_to_list',
  'clear_list',
  'inlist',
  'list_size',
  'lists_joint_count',
  'move_to_list',
  'random_list_member',
  'remove_from_list',
  'remove_list_from_project',
  'some_client_in_list',
]
const labelFunctions: readonly string[] = [
  'find_clients_by_multiple_labels',
  'has_client_multiple_labels',
  'remove_label_from_project',
  'remove_multiple_client_labels',
]

type Argument = readonly [kind: Kind, index: number]

/** Which argument of which function is the number of a list, a state or a label, or an array of them. */
const targetArguments: ReadonlyMap<string, Argument> = new Map([
  ...listFunctions.map((name): [string, Argument] => [name, ['lists', 0]]),
  ...labelFunctions.map((name): [string, Argument] => [name, ['labels', 0]]),
  ...Object.entries<Argument>({
    change_state: ['states', 0],
    create_order: ['states', 6],
    count_client_orders: ['states', 1],
    get_count_orders: ['states', 0],
  }),
])

export const retargetBlock = (block: Block, targets: Retargeting): Block => ({
  ...mapBlockTexts(block, (source, kind) => retargetText(source, kind, targets)),
  actions: block.actions.map((action) => retargetAction(action, targets)),
})

export const retargetArrow = (arrow: Arrow, targets: Retargeting): Arrow =>
  mapArrowTexts(arrow, (source, kind) => retargetText(source, kind, targets))

function retargetAction(action: Action, { lists, states }: Retargeting): Action {
  if ('list' in action) return { ...action, list: lists.get(action.list) ?? action.list }
  if ('state' in action) return { ...action, state: states.get(action.state) ?? action.state }
  return action
}

/** The text with its numbers changed; the same text when none is. */
function retargetText(source: string, kind: TextKind, targets: Retargeting): string {
  if (!source.includes('(') || ![...targetArguments.keys()].some((name) => source.includes(name))) return source
  const changes = callsOf(parseText(source, kind, library)).flatMap(({ name, args }) => {
    const [what, at] = targetArguments.get(name) ?? []
    const argument = at === undefined ? undefined : args[at]
    if (!what || !argument) return []
    return numbersIn(argument).flatMap(({ number, digits: [from, to] }) => {
      const now = targets[what].get(number)
      return now === undefined || now === number ? [] : [{ from, to, now }]
    })
  })
  let text = source
  // From the end on, so that the places before stay true.
  for (const { from, to, now } of changes.toSorted((a, b) => b.from - a.from)) text = `${text.slice(0, from)}${now}${text.slice(to)}`
  return text
}

function numbersIn({ number, digits, elements = [] }: ArgumentReference): { number: number; digits: readonly [number, number] }[] {
  return number !== undefined && digits ? [{ number, digits }] : elements.flatMap(numbersIn)
}
