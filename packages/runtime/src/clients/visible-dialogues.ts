import type { Actor } from '../http/actor.ts'
import type { DialogueQuery } from './audience-query.ts'
import type { DialogueRow } from './dialogues.store.ts'

/** Dialogues that a role shows (crm-and-tasks, section 13): one's own always, others' and free ones by their switches. */
export function visibleTo<Row>(query: DialogueQuery<Row>, actor: Actor): DialogueQuery<Row> {
  const others = actor.has('clients.seeOthers')
  const free = actor.has('clients.seeFree')
  if (others && free) return query
  const own = actor.account ?? 0
  return query.where(({ eb, or, and }) =>
    or([
      eb('dialogues.responsible', '=', own),
      ...(free ? [eb('dialogues.responsible', 'is', null)] : []),
      ...(others ? [and([eb('dialogues.responsible', 'is not', null), eb('dialogues.responsible', '<>', own)])] : []),
    ]),
  )
}

export function isVisibleTo({ responsible, test }: DialogueRow, actor: Actor): boolean {
  if (test) return false
  if (responsible === null) return actor.has('clients.seeFree')
  return responsible === actor.account || actor.has('clients.seeOthers')
}
