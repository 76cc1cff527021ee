import type { AuditAction, AuditPage, AuditSearch } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import type { Actor } from '../http/actor.ts'
import type { Clock } from '../worker/contract.ts'
import { auditValue } from './audit-value.ts'

/** One administrative act, as the code that carries it out tells it. */
export interface Act {
  readonly action: AuditAction
  /** Left out: it concerns the installation as a whole. */
  readonly project?: number
  /** What it happened to, in words that a person knows it by. */
  readonly subject: string
  /** What it was and what it is now; left out where there is nothing to tell. Values of secrets are taken out here. */
  readonly before?: unknown
  readonly after?: unknown
}

/** Writes an act down inside the transaction that carries it out: both are there afterwards, or neither (reliability-promises, P12.3). */
export type Audit = (actor: Actor, act: Act) => Step<void>

export type AuditStore = ReturnType<typeof auditStore>

const usualPage = 50

export function auditStore(db: Db, clock: Clock) {
  const audit: Audit = function* (actor, { action, project, subject, before, after }) {
    const who = [actor.name, actor.email].filter((part, index, all) => part !== '' && all.indexOf(part) === index).join(', ')
    const [was, is] = [auditValue(before), auditValue(after)]
    yield* settle(
      db.run(
        db.build.insertInto('audit_log').values({
          project_id: project ?? null,
          at: clock.now(),
          who_kind: actor.kind,
          account_id: actor.account,
          who_name: who,
          action,
          subject,
          address: actor.address,
          before: was,
          after: is,
          searched: [who, action, subject, actor.address, was, is].join('\n').toLowerCase(),
        }),
      ),
    )
  }
  return {
    audit,

    /** The latest first. `project` null: what concerns the installation. */
    *search(project: number | null, asked: AuditSearch): Step<AuditPage> {
      const limit = asked.limit ?? usualPage
      let query = db.build
        .selectFrom('audit_log')
        .selectAll()
        .orderBy('id', 'desc')
        .limit(limit + 1)
      query = project === null ? query.where('project_id', 'is', null) : query.where('project_id', '=', project)
      const { text, account, action, from, to, before } = asked
      if (text) query = query.where('searched', 'like', (eb) => eb.val(`%${text.toLowerCase().replace(/[%_\\]/g, '_')}%`))
      if (account !== undefined) query = query.where('account_id', '=', account)
      if (action !== undefined) query = query.where('action', '=', action)
      if (from !== undefined) query = query.where('at', '>=', Date.parse(from))
      if (to !== undefined) query = query.where('at', '<=', Date.parse(to))
      if (before !== undefined) query = query.where('id', '<', before)
      const rows = yield* settle(db.all(query))
      const shown = rows.slice(0, limit).map((row) => ({
        id: row.id,
        at: new Date(row.at).toISOString(),
        who: { kind: row.who_kind, account: row.account_id, name: row.who_name },
        action: row.action,
        subject: row.subject,
        address: row.address,
        before: valueOf(row.before),
        after: valueOf(row.after),
      }))
      return { entries: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
    },
  }
}

const valueOf = (text: string | null): unknown => (text === null ? null : JSON.parse(text))
