import { fromPlain, parseJson, writeJson, type Value, type VariableStore } from '@voronka/calculator'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { LostRace } from '../db/lost-race.ts'
import { TurnJournal } from './journal/turn-journal.ts'

/** The project variables as one turn sees them. */
export interface TurnVariables {
  readonly store: VariableStore
  /** What it wrote that is not stored yet (none: deleted). */
  readonly changes: ReadonlyMap<string, Value | undefined>
  readonly before: ReadonlyMap<string, Value>
  /** Names that the turn looked at; `all` when it counted them. */
  readonly seen: ReadonlySet<string> | 'all'
  /** All that it wrote, with what was there at first. */
  readonly written: ReadonlyMap<string, { readonly before: Value | undefined; readonly after: Value | undefined }>
}

export interface ProjectVariables {
  /** Opens the variables for a turn. `test`: the copy of the test chat. */
  open(project: number, test: boolean, journal?: TurnJournal): Step<TurnVariables>
  /**
   * Stores what the turn changed, in its transaction; later turns see it. Where others write at the same time, the transaction is run again when one of
   * them changed what this turn has seen: `project.x = project.x + 1` loses nothing (reliability-promises, P2.3).
   */
  store(project: number, test: boolean, turn: TurnVariables): Step<void>
  all(project: number, test: boolean): Step<ReadonlyMap<string, Value>>
  set(project: number, test: boolean, name: string, value: Value | undefined): Step<void>
  /** Forgets what is kept in memory: after a transaction that was not committed. */
  forget(): void
}

export function createProjectVariables(db: Db): ProjectVariables {
  const kept = new Map<string, Map<string, Value>>()
  const select = db.prepare((build, key: { project: number; test: number }) =>
    build.selectFrom('project_variables').select(['name', 'value']).where('project_id', '=', key.project).where('test', '=', key.test),
  )
  const upsert = db.prepare((build, row: { project: number; test: number; name: string; value: string }) =>
    build
      .insertInto('project_variables')
      .values({ project_id: row.project, test: row.test, name: row.name, value: row.value })
      .onConflict((conflict) => conflict.columns(['project_id', 'test', 'name']).doUpdateSet({ value: row.value })),
  )
  const remove = db.prepare((build, row: { project: number; test: number; name: string }) =>
    build.deleteFrom('project_variables').where('project_id', '=', row.project).where('test', '=', row.test).where('name', '=', row.name),
  )
  const nameOf = (project: number, test: boolean) => `the variables of project ${project}${test ? ' in the test chat' : ''}`

  function* read(project: number, test: boolean): Step<Map<string, Value>> {
    const rows = yield* settle(select.all({ project, test: Number(test) }))
    return new Map(rows.map(({ name, value }) => [name, parseJson(value) ?? fromPlain(value)]))
  }

  /** In memory they are true only while nobody else writes. */
  function* all(project: number, test: boolean): Step<Map<string, Value>> {
    if (db.can.shared) return yield* read(project, test)
    const key = `${project}:${test}`
    const values = kept.get(key) ?? (yield* read(project, test))
    kept.set(key, values)
    return values
  }

  function* write(project: number, test: boolean, name: string, value: Value | undefined): Step<void> {
    const row = { project, test: Number(test), name }
    if (value === undefined) yield* settle(remove.run(row))
    else yield* settle(upsert.run({ ...row, value: writeJson(value) }))
    if (db.can.shared) return
    const values = yield* all(project, test)
    if (value === undefined) values.delete(name)
    else values.set(name, value)
  }

  /** From here on nobody else writes them until the transaction ends. */
  function* refuseOutdated(project: number, test: boolean, { before, changes, seen }: TurnVariables): Step<void> {
    const name = nameOf(project, test)
    yield* db.claim(name)
    if (db.lost(name)) return
    const present = yield* read(project, test)
    const names = seen === 'all' ? new Set([...before.keys(), ...present.keys()]) : new Set([...seen, ...changes.keys()])
    for (const each of names) if (!same(before.get(each), present.get(each))) throw new LostRace(name)
  }

  return {
    all,
    *set(project, test, name, value) {
      yield* db.claim(nameOf(project, test))
      yield* write(project, test, name, value)
    },
    *open(project, test, journal = new TurnJournal()) {
      const name = nameOf(project, test)
      if (db.lost(name)) yield* db.claim(name)
      return new Overlay(yield* all(project, test), journal)
    },
    *store(project, test, turn) {
      if (turn.changes.size && db.can.shared) yield* refuseOutdated(project, test, turn)
      for (const [name, value] of turn.changes) yield* write(project, test, name, value)
    },
    forget: () => kept.clear(),
  }
}

const same = (left: Value | undefined, right: Value | undefined): boolean =>
  left === right || (left !== undefined && right !== undefined && writeJson(left) === writeJson(right))

/**
 * Writes go beside the values of the others until the turn is stored, so that a turn that fails has written nothing. Behind a call to the outside
 * the turn sees the values anew, and what it wrote before is stored already. A class, as the ports of a turn are (world-ports.ts).
 */
class Overlay implements TurnVariables {
  readonly before: ReadonlyMap<string, Value>
  readonly written = new Map<string, { before: Value | undefined; after: Value | undefined }>()
  readonly store = new OverlaidStore(this)
  readonly #journal: TurnJournal
  readonly #changes = new Map<string, Value | undefined>()
  readonly #seen = new Set<string>()
  #counted = false
  #segment: number

  constructor(before: ReadonlyMap<string, Value>, journal: TurnJournal) {
    this.before = before
    this.#journal = journal
    this.#segment = journal.segment
  }

  get changes(): Map<string, Value | undefined> {
    if (this.#segment !== this.#journal.segment) {
      this.#segment = this.#journal.segment
      this.#changes.clear()
    }
    return this.#changes
  }

  get seen(): ReadonlySet<string> | 'all' {
    return this.#counted ? 'all' : this.#seen
  }

  get(name: string): Value | undefined {
    if (this.#journal.isNew) this.#seen.add(name)
    const { changes } = this
    return changes.has(name) ? changes.get(name) : this.#look(name)
  }

  write(name: string, value: Value | undefined): void {
    this.written.set(name, { before: this.written.get(name)?.before ?? this.get(name), after: value })
    this.changes.set(name, value)
  }

  count(): number {
    if (this.#journal.isNew) this.#counted = true
    let size = this.#journal.size(() => this.before.size)
    for (const [name, value] of this.changes) size += Number(value !== undefined) - Number(this.#look(name) !== undefined)
    return size
  }

  #look(name: string): Value | undefined {
    return this.#journal.look(name, () => this.before.get(name))
  }
}

/** The overlay as scripts see it. */
class OverlaidStore implements VariableStore {
  readonly #overlay: Overlay

  constructor(overlay: Overlay) {
    this.#overlay = overlay
  }

  get(name: string): Value | undefined {
    return this.#overlay.get(name)
  }

  has(name: string): boolean {
    return this.#overlay.get(name) !== undefined
  }

  set(name: string, value: Value): Map<string, Value> {
    this.#overlay.write(name, value)
    return new Map()
  }

  delete(name: string): boolean {
    const had = this.has(name)
    if (had) this.#overlay.write(name, undefined)
    return had
  }

  get size(): number {
    return this.#overlay.count()
  }
}
