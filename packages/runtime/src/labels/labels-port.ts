import { drive, type Step } from '@voronka/flow/engine'
import type { LabelsPort } from '@voronka/functions'
import type { WorkContext } from '../worker/context.ts'
import type { Running } from '../worker/running-client.ts'
import { tellLabels } from './tell-labels.ts'

/** Labels for functions and block actions, inside the turn's transaction (crm-and-tasks, section 10). */
export function labelsPort(context: WorkContext, { members, asked }: Running, exists: (client: number) => Step<boolean>): LabelsPort {
  const { labels } = context
  const { project } = members

  function* changed(client: number, numbers: readonly number[], what: 'added' | 'removed'): Step<void> {
    if (!numbers.length) return
    asked.changed.add(client)
    yield* tellLabels(context, { project, client }, { [what]: numbers }, asked)
  }

  function* add(label: number, client: number): Step<boolean> {
    if (!(yield* labels.find(project, label)) || !(yield* exists(client))) return false
    if (yield* labels.add(members, label, client)) yield* changed(client, [label], 'added')
    return true
  }

  function* removeAll(numbers: readonly number[], client: number): Step<number> {
    const had = yield* labels.remove(project, numbers, client)
    yield* changed(client, had, 'removed')
    return had.length
  }

  function* used(label: number): Step<number | undefined> {
    if (!(yield* labels.find(project, label))) return undefined
    return (yield* labels.count(members, label)) + (members.test ? yield* labels.count({ project, test: 0 }, label) : 0)
  }

  function* remove(label: number, client: number): Step<boolean> {
    return (yield* removeAll([label], client)) > 0
  }

  function* has(label: number, client: number): Step<boolean> {
    return (yield* labels.ofClient(project, client)).has(label)
  }

  return {
    create: (name, color) => drive(labels.create(project, { name, color })),
    find: (name) => drive(labels.findByName(project, name)),
    add: (label, client) => drive(add(label, client)),
    remove: (label, client) => drive(remove(label, client)),
    has: (label, client) => drive(has(label, client)),
    removeAll: (numbers, client) => drive(removeAll(numbers, client)),
    clear: (label) => drive(labels.clear(members, label)),
    count: (label) => drive(labels.count(members, label)),
    used: (label) => drive(used(label)),
    delete: (label) => drive(labels.delete(project, label)),
    ofClient: (client) => drive(labels.ofClient(project, client)),
    clientsWithAll: (numbers) => drive(labels.clientsWithAll(members, numbers)),
  }
}
