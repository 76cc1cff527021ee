import { cardFields, type CardField, type Pipeline, type State, type StateColor } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import type { Numbers } from '../db/numbers.ts'
import type { Schema } from '../db/schema.ts'

export type PipelinesStore = ReturnType<typeof pipelinesStore>

/** A state as moves need it. */
export interface StateRow {
  readonly id: number
  readonly pipeline: number
  readonly name: string
  readonly pipelineName: string
  readonly forbidden: readonly number[]
}

/** What the cards of a new pipeline show. */
export const defaultCard: Pipeline['card'] = { fields: [...cardFields], variables: [] }

export function pipelinesStore(db: Db, numbers: Numbers) {
  const states = db.prepare((build, key: { project: number }) =>
    build
      .selectFrom('states')
      .innerJoin('pipelines', (join) =>
        join.onRef('pipelines.id', '=', 'states.pipeline_id').onRef('pipelines.project_id', '=', 'states.project_id'),
      )
      .select(['states.id', 'states.pipeline_id', 'states.name', 'states.forbidden', 'pipelines.name as pipeline_name'])
      .where('states.project_id', '=', key.project)
      .orderBy('pipelines.position')
      .orderBy('pipelines.id')
      .orderBy('states.position')
      .orderBy('states.id'),
  )

  /** Every state of the project in the order of the boards: the first one is where new orders go. */
  function* statesOf(project: number): Step<StateRow[]> {
    return (yield* settle(states.all({ project }))).map((row) => ({
      id: row.id,
      pipeline: row.pipeline_id,
      name: row.name,
      pipelineName: row.pipeline_name,
      forbidden: numbersIn(row.forbidden),
    }))
  }

  function* list(project: number): Step<Pipeline[]> {
    const build = db.build
    const rows = yield* settle(
      db.all<Schema['pipelines']>(
        build.selectFrom('pipelines').selectAll().where('project_id', '=', project).orderBy('position').orderBy('id'),
      ),
    )
    const stateRows = yield* settle(
      db.all<Schema['states']>(build.selectFrom('states').selectAll().where('project_id', '=', project).orderBy('position').orderBy('id')),
    )
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      currency: row.currency,
      // Written by `change` below and by nobody else.
      card: JSON.parse(row.card) as { fields: CardField[]; variables: string[] },
      states: stateRows.filter(({ pipeline_id }) => pipeline_id === row.id).map(stateOf),
    }))
  }

  return {
    statesOf,
    list,

    *find(project: number, id: number): Step<Pipeline | undefined> {
      return (yield* list(project)).find((pipeline) => pipeline.id === id)
    },

    *add(
      project: number,
      { name, currency, card = defaultCard, id: wanted = 0 }: { name: string; currency: string; card?: Pipeline['card']; id?: number },
    ): Step<number> {
      const id = yield* numbers.takeLike(project, 'pipeline', wanted)
      const values = { project_id: project, id, name, currency, card: JSON.stringify(card), position: id }
      yield* settle(db.run(db.build.insertInto('pipelines').values(values)))
      return id
    },

    *change(project: number, id: number, { name, currency, card }: Partial<Pick<Pipeline, 'name' | 'currency' | 'card'>>): Step<void> {
      const set = {
        ...(name !== undefined && { name }),
        ...(currency !== undefined && { currency }),
        ...(card && { card: JSON.stringify(card) }),
      }
      if (!Object.keys(set).length) return
      yield* settle(db.run(db.build.updateTable('pipelines').set(set).where('project_id', '=', project).where('id', '=', id)))
    },

    *remove(project: number, id: number): Step<void> {
      yield* settle(db.run(db.build.deleteFrom('states').where('project_id', '=', project).where('pipeline_id', '=', id)))
      yield* settle(db.run(db.build.deleteFrom('pipelines').where('project_id', '=', project).where('id', '=', id)))
    },

    *sort(project: number, ids: readonly number[]): Step<void> {
      for (const [position, id] of ids.entries()) {
        yield* settle(db.run(db.build.updateTable('pipelines').set({ position }).where('project_id', '=', project).where('id', '=', id)))
      }
    },

    *addState(
      project: number,
      pipeline: number,
      { name, color, id: wanted = 0 }: Pick<State, 'name' | 'color'> & { id?: number },
    ): Step<number> {
      const id = yield* numbers.takeLike(project, 'state', wanted)
      const values = { project_id: project, id, pipeline_id: pipeline, name, color, hidden: 0, forbidden: '[]', position: id }
      yield* settle(db.run(db.build.insertInto('states').values(values)))
      return id
    },

    *changeState(project: number, id: number, { name, color, hidden, forbidden }: Partial<Omit<State, 'id'>>): Step<void> {
      const set = {
        ...(name !== undefined && { name }),
        ...(color !== undefined && { color }),
        ...(hidden !== undefined && { hidden: Number(hidden) }),
        ...(forbidden && { forbidden: JSON.stringify(forbidden) }),
      }
      if (!Object.keys(set).length) return
      yield* settle(db.run(db.build.updateTable('states').set(set).where('project_id', '=', project).where('id', '=', id)))
    },

    *removeState(project: number, id: number): Step<void> {
      yield* settle(db.run(db.build.deleteFrom('states').where('project_id', '=', project).where('id', '=', id)))
    },

    *sortStates(project: number, ids: readonly number[]): Step<void> {
      for (const [position, id] of ids.entries()) {
        yield* settle(db.run(db.build.updateTable('states').set({ position }).where('project_id', '=', project).where('id', '=', id)))
      }
    },
  }
}

const stateOf = ({ id, name, color, hidden, forbidden }: Schema['states']): State => ({
  id,
  name,
  // Written from the contract's own list.
  color: color as StateColor,
  hidden: hidden === 1,
  forbidden: numbersIn(forbidden),
})

/** Written by `changeState` and by nobody else. */
const numbersIn = (text: string): number[] => JSON.parse(text) as number[]
