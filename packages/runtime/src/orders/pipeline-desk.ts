import type { Pipeline, State, StateColor } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import { followOrder } from '../booking/follow-order.ts'
import { failure, failureWith } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { WorkContext } from '../worker/context.ts'
import type { StateRow } from './pipelines.store.ts'

export type PipelineDesk = ReturnType<typeof createPipelineDesk>

/** A state, or a place for orders whose state goes away. */
type MoveTo = number | 'unsorted' | 'archive' | undefined

/** Pipelines and their states as people set them up (crm-and-tasks, sections 5.1 and 11.1). */
export function createPipelineDesk({ db, clock, orders, booking, audit }: WorkContext, live: LiveHub) {
  const { pipelines } = orders

  async function change<T>(project: number, work: () => Step<T>): Promise<T> {
    const answer = await db.transaction(work)
    live.publish(project, { type: 'pipelines-changed' })
    return answer
  }

  function* pipeline(project: number, id: number): Step<Pipeline> {
    const found = yield* pipelines.find(project, id)
    if (!found) throw failure('pipeline-not-found')
    return found
  }

  function* state(project: number, id: number): Step<State & { pipeline: number; label: string }> {
    for (const { id: pipelineId, name, states } of yield* pipelines.list(project)) {
      const found = states.find((each) => each.id === id)
      if (found) return { ...found, pipeline: pipelineId, label: `${name}: ${found.name}` }
    }
    throw failure('state-not-found')
  }

  /** Everything that is in these states goes elsewhere, closed orders and those of test people too: none may be left in a state that is gone. */
  function* empty(project: number, actor: Actor, states: readonly { id: number; label: string }[], moveTo: MoveTo): Step<void> {
    const target = typeof moveTo === 'number' ? yield* orders.findState(project, moveTo) : undefined
    if (typeof moveTo === 'number' && (!target || states.some(({ id }) => id === target.id))) throw failure('state-not-found')
    if (moveTo === undefined) {
      const count = yield* held(
        project,
        states.map(({ id }) => id),
      )
      if (count) throw failureWith('orders-need-target', { orders: count }, count)
    }
    for (const { id, label } of states) yield* emptyOne(project, actor, id, label, moveTo, target)
  }

  const openIn = (project: number, states: readonly number[]) =>
    db.build
      .selectFrom('orders')
      .where('project_id', '=', project)
      .where('state_id', 'in', states)
      .where('status', '=', 'active')
      .where('deleted_at', 'is', null)
      .where('test', '=', 0)

  /** How many open orders are in these states. */
  function* held(project: number, states: readonly number[]): Step<number> {
    if (!states.length) return 0
    const query = openIn(project, states).select((select) => select.fn.countAll<number>().as('count'))
    return Number((yield* settle(db.first<{ count: number }>(query)))?.count ?? 0)
  }

  function* emptyOne(project: number, actor: Actor, id: number, label: string, moveTo: MoveTo, target: StateRow | undefined): Step<void> {
    const now = clock.now()
    if (yield* held(project, [id])) {
      const after = target ? `${target.pipelineName}: ${target.name}` : (moveTo ?? 'unsorted')
      const noted = openIn(project, [id]).select([
        'project_id',
        'number',
        sql.val(now).$castTo<number>().as('at'),
        sql
          .val(actor.kind === 'person' ? 'person' : 'program')
          .$castTo<'person' | 'program'>()
          .as('by_kind'),
        sql.val(actor.account).$castTo<number | null>().as('by_account'),
        sql.val(actor.name).$castTo<string>().as('by_name'),
        sql.lit('place').$castTo<string>().as('what'),
        sql.val(label).$castTo<string>().as('before'),
        sql.val(String(after)).$castTo<string>().as('after'),
        sql.lit('').$castTo<string>().as('why'),
      ])
      const columns = ['project_id', 'number', 'at', 'by_kind', 'by_account', 'by_name', 'what', 'before', 'after', 'why'] as const
      yield* settle(db.run(db.build.insertInto('order_history').columns(columns).expression(noted)))
    }
    const place = { pipeline_id: target?.pipeline ?? null, state_id: target?.id ?? null }
    const moved = db.build
      .updateTable('orders')
      .set(({ eb, ref }) => ({ ...place, changed_at: now, revision: eb(ref('revision'), '+', 1) }))
      .where('project_id', '=', project)
      .where('state_id', '=', id)
    yield* settle(
      db.run(
        moved.set({ entered_at: now, ...(moveTo === 'archive' && { status: 'archive', closed_at: now }) }).where('status', '=', 'active'),
      ),
    )
    yield* settle(db.run(moved))
    if (moveTo === 'archive') yield* bookingsOfArchived(project)
  }

  /** The visits among them take up no time any more, and remind of nothing. */
  function* bookingsOfArchived(project: number): Step<void> {
    const archived = db.build
      .selectFrom('bookings')
      .innerJoin('orders', (join) =>
        join.onRef('orders.project_id', '=', 'bookings.project_id').onRef('orders.number', '=', 'bookings.order_number'),
      )
      .select(['orders.project_id', 'orders.number', 'orders.status', 'orders.deleted_at'])
      .where('bookings.project_id', '=', project)
      .where('bookings.status', '=', 'active')
      .where('orders.status', '=', 'archive')
      .orderBy('orders.number')
    for (const row of yield* settle(db.all<Parameters<typeof followOrder>[1]>(archived))) yield* followOrder(db, row)
  }

  /** As the audit log tells of a pipeline: its states by their names. */
  const told = ({ name, currency, card, states }: Pipeline) => ({ name, currency, card, states: states.map((each) => each.name) })

  const toldState = ({ id: _id, pipeline: _pipeline, label: _label, ...set }: State & { pipeline: number; label: string }) => set

  return {
    list: (project: number) => db.transaction(() => pipelines.list(project)),

    create: (project: number, actor: Actor, fields: { name: string; currency: string }) =>
      change(project, function* () {
        const made = yield* pipeline(project, yield* pipelines.add(project, fields))
        yield* audit(actor, { action: 'pipeline.created', project, subject: made.name })
        return made
      }),

    change: (project: number, id: number, actor: Actor, fields: Partial<Pick<Pipeline, 'name' | 'currency' | 'card'>>) =>
      change(project, function* () {
        const before = yield* pipeline(project, id)
        yield* pipelines.change(project, id, fields)
        const after = yield* pipeline(project, id)
        yield* audit(actor, { action: 'pipeline.changed', project, subject: after.name, before: told(before), after: told(after) })
        return after
      }),

    remove: (project: number, id: number, moveTo: MoveTo, actor: Actor) =>
      change(project, function* () {
        const before = yield* pipeline(project, id)
        const { name, states } = before
        if (yield* booking.branches.find(project, id)) throw failure('pipeline-is-branch')
        yield* empty(
          project,
          actor,
          states.map((each) => ({ id: each.id, label: `${name}: ${each.name}` })),
          moveTo,
        )
        yield* pipelines.remove(project, id)
        yield* audit(actor, { action: 'pipeline.deleted', project, subject: name, before: told(before) })
      }),

    sort: (project: number, ids: readonly number[]) =>
      change(project, function* () {
        refuseIncomplete(ids, yield* pipelines.list(project))
        yield* pipelines.sort(project, ids)
        return yield* pipelines.list(project)
      }),

    createState: (project: number, pipelineId: number, actor: Actor, fields: { name: string; color: StateColor }) =>
      change(project, function* () {
        const before = yield* pipeline(project, pipelineId)
        const made = yield* state(project, yield* pipelines.addState(project, pipelineId, fields))
        const after = yield* pipeline(project, pipelineId)
        yield* audit(actor, { action: 'pipeline.changed', project, subject: after.name, before: told(before), after: told(after) })
        return made
      }),

    changeState: (project: number, id: number, actor: Actor, fields: Partial<Omit<State, 'id'>>) =>
      change(project, function* () {
        const before = yield* state(project, id)
        for (const other of fields.forbidden ?? []) yield* state(project, other)
        yield* pipelines.changeState(project, id, fields)
        const after = yield* state(project, id)
        yield* audit(actor, {
          action: 'pipeline.changed',
          project,
          subject: before.label,
          before: toldState(before),
          after: toldState(after),
        })
        return after
      }),

    removeState: (project: number, id: number, moveTo: MoveTo, actor: Actor) =>
      change(project, function* () {
        const gone = yield* state(project, id)
        const before = yield* pipeline(project, gone.pipeline)
        yield* empty(project, actor, [gone], moveTo)
        yield* pipelines.removeState(project, id)
        const after = yield* pipeline(project, gone.pipeline)
        yield* audit(actor, { action: 'pipeline.changed', project, subject: after.name, before: told(before), after: told(after) })
      }),

    sortStates: (project: number, pipelineId: number, ids: readonly number[]) =>
      change(project, function* () {
        refuseIncomplete(ids, (yield* pipeline(project, pipelineId)).states)
        yield* pipelines.sortStates(project, ids)
        return yield* pipeline(project, pipelineId)
      }),
  }
}

function refuseIncomplete(ids: readonly number[], known: readonly { readonly id: number }[]): void {
  const named = new Set(ids)
  if (named.size !== ids.length || named.size !== known.length || !known.every(({ id }) => named.has(id)))
    throw failure('order-list-incomplete')
}
