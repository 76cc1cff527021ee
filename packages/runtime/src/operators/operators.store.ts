import type { OperatorStatus } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { Db } from '../db/contract.ts'

/** A member of the project who may be given dialogues, tasks and orders. */
export interface Operator {
  readonly account: number
  readonly email: string
  /** Of his card, else of his account; may be empty. */
  readonly name: string
  readonly phone: string
  readonly position: string
  readonly description: string
  /** JSON: up to three further fields, `[{name, value}]`. */
  readonly extra: string
  readonly status: OperatorStatus
  readonly since: number | null
  readonly lastAssignedAt: number
}

type OperatorRow = Omit<Operator, 'status' | 'name'> & {
  readonly status: OperatorStatus | null
  readonly card_name: string
  readonly account_name: string
}

export type OperatorsStore = ReturnType<typeof operatorsStore>

/** Who is on shift, and since when (crm-and-tasks, section 4). People themselves belong to the members of the project. */
export function operatorsStore(db: Db) {
  const { build } = db
  const ofProject = (project: number) =>
    build
      .selectFrom('members')
      .innerJoin('accounts', 'accounts.id', 'members.account_id')
      .leftJoin('operators', (join) =>
        join.onRef('operators.project_id', '=', 'members.project_id').onRef('operators.account_id', '=', 'members.account_id'),
      )
      .select([
        'members.account_id as account',
        'accounts.email',
        'accounts.name as account_name',
        'members.name as card_name',
        'members.phone',
        'members.position',
        'members.description',
        'members.extra',
        'operators.status',
        'operators.since',
        sql<number>`coalesce(operators.last_assigned_at, 0)`.as('lastAssignedAt'),
      ])
      .where('members.project_id', '=', project)
      .where('accounts.disabled', '=', 0)
      .orderBy('members.account_id')

  const toOperator = ({ card_name, account_name, status, ...row }: OperatorRow): Operator => ({
    ...row,
    name: card_name || account_name,
    status: status ?? 'absent',
  })

  const everybody = db.prepare((_build, key: { project: number }) => ofProject(key.project))
  const one = db.prepare((_build, key: { project: number; account: number }) =>
    ofProject(key.project).where('members.account_id', '=', key.account),
  )

  function* all(project: number): Step<Operator[]> {
    return (yield* settle(everybody.all({ project }))).map(toOperator)
  }

  return {
    all,

    *find(project: number, account: number): Step<Operator | undefined> {
      const row = yield* settle(one.first({ project, account }))
      return row && toOperator(row)
    },

    *findByEmail(project: number, email: string): Step<Operator | undefined> {
      const key = email.trim().toLowerCase()
      return (yield* all(project)).find((each) => each.email.toLowerCase() === key)
    },

    *setStatus(project: number, account: number, status: OperatorStatus, now: number): Step<void> {
      yield* settle(
        db.run(
          build
            .insertInto('operators')
            .values({ project_id: project, account_id: account, status, since: now, last_assigned_at: 0 })
            .onConflict((conflict) => conflict.columns(['project_id', 'account_id']).doUpdateSet({ status, since: now })),
        ),
      )
      yield* settle(
        db.run(
          build
            .updateTable('shifts')
            .set({ to_at: now })
            .where('project_id', '=', project)
            .where('account_id', '=', account)
            .where('to_at', 'is', null),
        ),
      )
      if (status === 'absent') return
      yield* settle(
        db.run(build.insertInto('shifts').values({ project_id: project, account_id: account, status, from_at: now, to_at: null })),
      )
    },

    *shifts(project: number, account: number, limit: number): Step<{ status: OperatorStatus; from_at: number; to_at: number | null }[]> {
      const query = build
        .selectFrom('shifts')
        .select(['status', 'from_at', 'to_at'])
        .where('project_id', '=', project)
        .where('account_id', '=', account)
        .orderBy('id', 'desc')
        .limit(limit)
      return yield* settle(db.all<{ status: OperatorStatus; from_at: number; to_at: number | null }>(query))
    },

    /** Somebody was given a client. */
    *noteAssignment(project: number, account: number, client: number, now: number): Step<void> {
      yield* settle(
        db.run(build.insertInto('assignments').values({ project_id: project, account_id: account, client_id: client, at: now })),
      )
      const query = build.updateTable('operators').set({ last_assigned_at: now })
      yield* settle(db.run(query.where('project_id', '=', project).where('account_id', '=', account)))
    },

    /** How many clients each was given since that moment. */
    *assignedSince(project: number, since: number): Step<Map<number, number>> {
      const query = build
        .selectFrom('assignments')
        .select(['account_id', sql<number>`count(*)`.as('count')])
        .where('project_id', '=', project)
        .where('at', '>=', since)
        .groupBy('account_id')
      const rows = yield* settle(db.all<{ account_id: number; count: number }>(query))
      return new Map(rows.map(({ account_id, count }) => [account_id, Number(count)]))
    },

    /** How many dialogues each holds. */
    *holding(project: number): Step<Map<number, number>> {
      const query = build
        .selectFrom('dialogues')
        .select(['responsible', sql<number>`count(*)`.as('count')])
        .where('project_id', '=', project)
        .where('responsible', 'is not', null)
        .where('test', '=', 0)
        .groupBy('responsible')
      const rows = yield* settle(db.all<{ responsible: number | null; count: number }>(query))
      return new Map(rows.map(({ responsible, count }) => [responsible ?? 0, Number(count)]))
    },

    /** Clients who wrote and wait for somebody to be responsible, in the order in which they came. */
    *queued(project: number): Step<number[]> {
      const query = build
        .selectFrom('dialogues')
        .select('client_id')
        .where('project_id', '=', project)
        .where('queued_at', 'is not', null)
        .where('responsible', 'is', null)
        .orderBy('queued_at')
        .orderBy('client_id')
      return (yield* settle(db.all<{ client_id: number }>(query))).map(({ client_id }) => client_id)
    },
  }
}
