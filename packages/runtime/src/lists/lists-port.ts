import { drive, type Step } from '@voronka/flow/engine'
import type { ListsPort } from '@voronka/functions'
import type { WorkContext } from '../worker/context.ts'
import type { Running } from '../worker/running-client.ts'
import { tellLists } from './tell-lists.ts'

/** Lists for functions and block actions, inside the turn's transaction (crm-and-tasks, section 9). */
export function listsPort(context: WorkContext, { members, now, asked }: Running, exists: (client: number) => Step<boolean>): ListsPort {
  const { lists } = context
  const { project } = members

  function* changed(client: number, added: readonly number[], removed: readonly number[]): Step<void> {
    if (!added.length && !removed.length) return
    asked.changed.add(client)
    yield* tellLists(context, { project, client }, { added, removed }, asked)
  }

  function* add(numbers: readonly number[], client: number): Step<boolean> {
    const known = yield* lists.known(project, numbers)
    if (!numbers.length || !numbers.every((number) => known.includes(number)) || !(yield* exists(client))) return false
    const added: number[] = []
    for (const list of known) if (yield* lists.add(members, list, client, now)) added.push(list)
    yield* changed(client, added, [])
    return true
  }

  function* move(numbers: readonly number[], client: number): Step<boolean> {
    const known = yield* lists.known(project, numbers)
    if (!numbers.length || !numbers.every((number) => known.includes(number)) || !(yield* exists(client))) return false
    const left = yield* lists.remove(project, 'all', client)
    for (const list of known) yield* lists.add(members, list, client, now)
    yield* changed(
      client,
      known.filter((list) => !left.includes(list)),
      left.filter((list) => !known.includes(list)),
    )
    return true
  }

  function* remove(numbers: readonly number[], client: number): Step<boolean> {
    const left = yield* lists.remove(project, numbers, client)
    yield* changed(client, [], left)
    return left.length > 0
  }

  function* clear(list: number): Step<boolean> {
    if (!(yield* lists.find(project, list))) return false
    yield* lists.clear(members, list)
    return true
  }

  return {
    create: (name) => drive(lists.create(project, { name }, now)),
    find: (name) => drive(lists.findByName(project, name)),
    add: (numbers, client) => drive(add(numbers, client)),
    remove: (numbers, client) => drive(remove(numbers, client)),
    move: (numbers, client) => drive(move(numbers, client)),
    has: (list, client) => drive(lists.has(project, list, client)),
    size: (numbers) => drive(lists.size(members, numbers)),
    clear: (list) => drive(clear(list)),
    members: (list) => drive(inProject(list)),
    delete: (list) => drive(lists.delete(project, list)),
    randomMember: (list, draw) => drive(lists.randomMember(members, list, draw)),
    ofClient: (client) => drive(lists.ofClient(project, client)),
  }

  /** Real and test people alike: only what has nobody in it may go without a question. */
  function* inProject(list: number): Step<number | undefined> {
    if (!(yield* lists.find(project, list))) return undefined
    return (yield* lists.size(members, [list])) + (members.test ? yield* lists.size({ project, test: 0 }, [list]) : 0)
  }
}
