import { fromPlain, parseJson, writeJson, type Scopes, type Value } from '@voronka/calculator'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

/** The project variables as one turn sees them; `changes` is what it wrote (none: deleted). */
export interface TurnVariables {
  readonly store: Scopes['project']
  readonly before: ReadonlyMap<string, Value>
  readonly changes: ReadonlyMap<string, Value | undefined>
}

export interface ProjectVariables {
  /** Opens the variables for a turn. `test`: the copy of the test chat. */
  open(project: number, test: boolean): Step<TurnVariables>
  /** Stores what the turn changed, in its transaction; later turns see it. */
  store(project: number, test: boolean, turn: TurnVariables): Step<void>
  all(project: number, test: boolean): Step<ReadonlyMap<string, Value>>
  set(project: number, test: boolean, name: string, value: Value | undefined): Step<void>
  /** Forgets what is kept in memory: after a transaction that was not committed. */
  forget(): void
}

export function createProjectVariables(db: Db): ProjectVariables {
  const kept = new Map<string, Map<string, Value>>()
  const upsert = db.prepare((build, row: { project: number; test: number; name: string; value: string }) =>
    build
      .insertInto('project_variables')
      .values({ project_id: row.project, test: row.test, name: row.name, value: row.value })
      .onConflict((conflict) => conflict.columns(['project_id', 'test', 'name']).doUpdateSet({ value: row.value })),
  )
  const remove = db.prepare((build, row: { project: number; test: number; name: string }) =>
    build.deleteFrom('project_variables').where('project_id', '=', row.project).where('test', '=', row.test).where('name', '=', row.name),
  )

  function* all(project: number, test: boolean): Step<Map<string, Value>> {
    const key = `${project}:${test}`
    const known = kept.get(key)
    if (known) return known
    const query = db.build
      .selectFrom('project_variables')
      .select(['name', 'value'])
      .where('project_id', '=', project)
      .where('test', '=', Number(test))
    const rows = yield* settle(db.all<{ name: string; value: string }>(query))
    const values = new Map(rows.map(({ name, value }) => [name, parseJson(value) ?? fromPlain(value)]))
    kept.set(key, values)
    return values
  }

  function* set(project: number, test: boolean, name: string, value: Value | undefined): Step<void> {
    const row = { project, test: Number(test), name }
    if (value === undefined) yield* settle(remove.run(row))
    else yield* settle(upsert.run({ ...row, value: writeJson(value) }))
    const values = yield* all(project, test)
    if (value === undefined) values.delete(name)
    else values.set(name, value)
  }

  return {
    all,
    set,
    *open(project, test) {
      const before = yield* all(project, test)
      const changes = new Map<string, Value | undefined>()
      return { store: overlay(before, changes), before, changes }
    },
    *store(project, test, { changes }) {
      for (const [name, value] of changes) yield* set(project, test, name, value)
    },
    forget: () => kept.clear(),
  }
}

/** Writes go beside the values of the others until the turn is stored, so that a turn that fails has written nothing. */
function overlay(before: ReadonlyMap<string, Value>, changes: Map<string, Value | undefined>): Scopes['project'] {
  const get = (name: string) => (changes.has(name) ? changes.get(name) : before.get(name))
  const store: Scopes['project'] = {
    get,
    has: (name) => get(name) !== undefined,
    set(name, value) {
      changes.set(name, value)
      return new Map()
    },
    delete(name) {
      const had = get(name) !== undefined
      if (had) changes.set(name, undefined)
      return had
    },
    get size() {
      let size = before.size
      for (const [name, value] of changes) size += Number(value !== undefined) - Number(before.has(name))
      return size
    },
  }
  return store
}
