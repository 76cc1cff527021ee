import { settle, type Effect, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

type LogEffect = Omit<Extract<Effect, { type: 'log' }>, 'type'>

const minuteMs = 60_000

/** Lines of one script that may be told apart. */
const mostAlike = 50

export interface LogEntry {
  readonly id: number
  readonly at: string
  readonly level: 'warning' | 'error'
  readonly code: string
  readonly client: number | null
  readonly block: number | null
  readonly arrow: number | null
  readonly facts: Record<string, string>
  /** How many times it was met within its minute. */
  readonly count: number
}

export interface ProjectLog {
  /** Writes an entry; the same once more within a minute is counted, not repeated (reliability-promises, P5.4). */
  write(project: number, client: number | null, entry: LogEffect, now: number): Step<void>
  /** The latest entries, newest first. */
  latest(project: number, limit: number): Step<LogEntry[]>
}

export function createProjectLog(db: Db): ProjectLog {
  const alike = db.prepare((build, like: Like) =>
    build
      .selectFrom('log')
      .select(['id', 'facts'])
      .where('project_id', '=', like.project)
      .where('code', '=', like.code)
      .where('block', 'is not distinct from', like.block)
      .where('arrow', 'is not distinct from', like.arrow)
      .where('at', '>', like.after)
      .orderBy('id', 'desc')
      .limit(mostAlike),
  )
  const countOn = db.prepare((build, row: { id: number }) =>
    build
      .updateTable('log')
      .set(({ eb }) => ({ count: eb('count', '+', 1) }))
      .where('id', '=', row.id),
  )
  const insert = db.prepare((build, row: Omit<LogRow, 'id' | 'count'> & { project: number }) =>
    build.insertInto('log').values({
      project_id: row.project,
      at: row.at,
      level: row.level,
      code: row.code,
      client_id: row.client_id,
      block: row.block,
      arrow: row.arrow,
      facts: row.facts,
      count: 1,
    }),
  )
  return {
    *write(project, client, { level, code, block = null, arrow = null, facts }, now) {
      const rows = yield* settle(alike.all({ project, code, block, arrow, after: now - minuteMs }))
      // What a script says of its lines are different things; other facts vary with every client.
      const same = rows.find((row) => factsOf(row).line === facts.line)
      if (same) yield* settle(countOn.run(same))
      else yield* settle(insert.run({ project, at: now, level, code, client_id: client, block, arrow, facts: JSON.stringify(facts) }))
    },
    *latest(project, limit) {
      const query = db.build.selectFrom('log').selectAll().where('project_id', '=', project).orderBy('id', 'desc').limit(limit)
      const rows = yield* settle(db.all<LogRow>(query))
      return rows.map(({ id, at, level, code, client_id, block, arrow, facts, count }) => ({
        id,
        at: new Date(at).toISOString(),
        level,
        code,
        client: client_id,
        block,
        arrow,
        facts: factsOf({ facts }),
        count,
      }))
    },
  }
}

/** What makes two entries the same, but for their line. */
interface Like {
  readonly project: number
  readonly code: string
  readonly block: number | null
  readonly arrow: number | null
  readonly after: number
}

/** Written by `write` above and by nobody else. */
const factsOf = ({ facts }: Pick<LogRow, 'facts'>) => JSON.parse(facts) as Record<string, string>

interface LogRow {
  id: number
  at: number
  level: 'warning' | 'error'
  code: string
  client_id: number | null
  block: number | null
  arrow: number | null
  facts: string
  count: number
}
