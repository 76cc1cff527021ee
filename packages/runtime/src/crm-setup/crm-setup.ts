import { cardFields, type Pipeline } from '@voronka/api'
import type { Crm, FilePipeline } from '@voronka/flow'
import type { Step } from '@voronka/flow/engine'
import { bookingFile } from '../booking/set-up/booking-file.ts'
import { quickRepliesStore } from '../clients/quick-replies.store.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { MembersStore } from '../members/members.store.ts'
import type { WorkContext } from '../worker/context.ts'
import { pairByName } from './pair-by-name.ts'

/** Numbers here by numbers of the file, and what the project did not have. */
export interface BroughtIn {
  readonly states: ReadonlyMap<number, number>
  readonly lists: ReadonlyMap<number, number>
  readonly labels: ReadonlyMap<number, number>
  readonly added: {
    readonly pipelines: number
    readonly states: number
    readonly lists: number
    readonly labels: number
    /** Branches, categories, job titles, services and employees. */
    readonly booking: number
    readonly others: number
  }
  /** Employees whom the file calls members, and whom no member here is. */
  readonly notMembers: readonly string[]
}

export type CrmSetup = ReturnType<typeof createCrmSetup>

/** What is set up of the CRM, out into a project file and in from one (architecture, section 5). Nothing that people are or do is in it. */
export function createCrmSetup(context: WorkContext, live: LiveHub, members: MembersStore) {
  const { db, orders, lists, labels, taskColumns, workSettings } = context
  const { pipelines, settings } = orders
  const replies = quickRepliesStore(db)
  const booking = bookingFile(context, live, members)

  function* write(project: number): Step<Crm> {
    const { acceptLeads, callbacks } = yield* settings.read(project)
    return {
      pipelines: (yield* pipelines.list(project)).map(toFile),
      lists: (yield* lists.all(project)).map(({ number, name, folder, color }) => ({ number, name, folder, color })),
      labels: (yield* labels.all(project)).map(({ number, name, color }) => ({ number, name, color })),
      taskColumns: (yield* taskColumns.all(project)).map(({ number, name, color }) => ({ number, name, color })),
      quickReplies: (yield* replies.all(project)).map(({ folder, title, text }) => ({ folder, title, text })),
      acceptLeads,
      callbacks: { orders: callbacks, ...(yield* workSettings.get(project)).callbacks },
      booking: yield* booking.write(project),
    }
  }

  /** Pipelines and their states; gives the states and pipelines of the file as they are called here. */
  function* bringPipelines(project: number, file: Crm) {
    const here = yield* pipelines.list(project)
    const known = pairByName(file.pipelines, here)
    const ids = { pipelines: new Map<number, number>(), states: new Map<number, number>() }
    const fresh: FilePipeline['states'] = []
    let added = 0
    for (const pipeline of file.pipelines) {
      const { name, currency, cardFields: fields, cardVariables: variables } = pipeline
      const same = known.get(pipeline)
      const id = same?.id ?? (yield* pipelines.add(project, { id: pipeline.id, name, currency, card: { fields, variables } }))
      if (!same) added++
      ids.pipelines.set(pipeline.id, id)
      const states = pairByName(pipeline.states, same?.states ?? [])
      for (const state of pipeline.states) {
        const present = states.get(state)
        if (!present) fresh.push(state)
        ids.states.set(state.id, present?.id ?? (yield* pipelines.addState(project, id, state)))
      }
    }
    // The bans name states that have their numbers only now.
    for (const { id, hidden, forbidden } of fresh) {
      const mapped = forbidden.flatMap((other) => ids.states.get(other) ?? [])
      yield* pipelines.changeState(project, ids.states.get(id) ?? 0, { hidden, forbidden: mapped })
    }
    return { ...ids, added, addedStates: fresh.length }
  }

  function* bringLists(project: number, file: Crm, now: number) {
    const known = pairByName(file.lists, yield* lists.all(project))
    const numbers = new Map<number, number>()
    let added = 0
    for (const list of file.lists) {
      const same = known.get(list)
      if (!same) added++
      numbers.set(list.number, same?.number ?? (yield* lists.create(project, list, now)))
    }
    return { numbers, added }
  }

  function* bringLabels(project: number, file: Crm) {
    const numbers = new Map<number, number>()
    let added = 0
    for (const label of file.labels) {
      const same = yield* labels.findByName(project, label.name)
      const number = same ?? (yield* labels.create(project, label))
      if (same === undefined) added++
      if (number !== undefined) numbers.set(label.number, number)
    }
    return { numbers, added }
  }

  /** What nothing refers to by number. */
  function* bringOthers(project: number, file: Crm): Step<number> {
    let added = 0
    const columns = pairByName(file.taskColumns, yield* taskColumns.all(project))
    for (const column of file.taskColumns) {
      if (columns.has(column)) continue
      yield* taskColumns.add(project, column)
      added++
    }
    const present = new Set((yield* replies.all(project)).map(({ folder, title, text }) => JSON.stringify([folder, title, text])))
    for (const { folder, title, text } of file.quickReplies) {
      if (present.has(JSON.stringify([folder, title, text]))) continue
      yield* replies.add(project, { folder, title, text })
      added++
    }
    return added
  }

  function* switchOn(
    project: number,
    { callbacks }: Crm,
    ids: { pipelines: Map<number, number>; states: Map<number, number> },
  ): Step<void> {
    const { orders: asked, tasks, lists: ofLists, labels: ofLabels } = callbacks
    const { callbacks: before } = yield* settings.read(project)
    const joined = (mine: readonly number[], theirs: readonly number[], map: ReadonlyMap<number, number>) => [
      ...new Set([...mine, ...theirs.flatMap((id) => map.get(id) ?? [])]),
    ]
    yield* settings.change(project, {
      callbacks: {
        pipelines: joined(before.pipelines, asked.pipelines, ids.pipelines),
        states: joined(before.states, asked.states, ids.states),
        system: before.system || asked.system,
        responsible: before.responsible || asked.responsible,
        removed: before.removed || asked.removed,
      },
    })
    const work = (yield* workSettings.get(project)).callbacks
    yield* workSettings.set(project, {
      callbacks: {
        tasks: {
          created: work.tasks.created || tasks.created,
          edited: work.tasks.edited || tasks.edited,
          done: work.tasks.done || tasks.done,
          deleted: work.tasks.deleted || tasks.deleted,
        },
        lists: work.lists || ofLists,
        labels: work.labels || ofLabels,
      },
    })
  }

  return {
    write,

    /**
     * What the file has and the project has not is added; what has the same name stays as it is here, and so does everything that the file does not name.
     * Several things of one name are held against those here one by one. Doing it again adds nothing. `fresh`: a new project, which is as the file says.
     */
    *bringIn(project: number, file: Crm, now: number, { fresh = false } = {}): Step<BroughtIn> {
      const ids = yield* bringPipelines(project, file)
      const broughtLists = yield* bringLists(project, file, now)
      const broughtLabels = yield* bringLabels(project, file)
      const visits = yield* booking.bringIn(project, file.booking, ids.pipelines, ids.states)
      const others = yield* bringOthers(project, file)
      yield* switchOn(project, file, ids)
      if (fresh) {
        const { tasks, lists: ofLists, labels: ofLabels } = file.callbacks
        yield* settings.change(project, { acceptLeads: file.acceptLeads })
        yield* workSettings.set(project, { callbacks: { tasks, lists: ofLists, labels: ofLabels } })
      }
      const added = {
        pipelines: ids.added,
        states: ids.addedStates,
        lists: broughtLists.added,
        labels: broughtLabels.added,
        booking: visits.added,
        others,
      }
      return { states: ids.states, lists: broughtLists.numbers, labels: broughtLabels.numbers, added, notMembers: visits.notMembers }
    },
  }
}

const toFile = ({ id, name, currency, card, states }: Pipeline): FilePipeline => ({
  id,
  name,
  currency,
  // In the order of the contract, so that a file reads the same each time.
  cardFields: cardFields.filter((field) => card.fields.includes(field)),
  cardVariables: card.variables,
  states,
})
