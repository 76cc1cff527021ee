import { toText, type Value } from '@voronka/calculator'
import { sessionFromJson, settle, type Session, type Step } from '@voronka/flow/engine'
import { searchValue } from '../clients/search-words.ts'
import type { WorkContext } from '../worker/context.ts'

export type Scope = 'client' | 'order'

export interface SoughtValue {
  readonly name: string
  readonly value: string
  readonly scopes: readonly Scope[]
  /** Capitals and spaces around it do not count. */
  readonly loosely?: boolean
}

/** Sessions that are read at a time. */
const atOnce = 500

/**
 * Real people who have a variable with that value, ascending (http-api, section 6). The search index knows those who may; where the letters count, their
 * own variables decide. Catch up with the index before.
 */
export function* withValue(
  context: Pick<WorkContext, 'db'>,
  project: number,
  { name, value, scopes, loosely = false }: SoughtValue,
): Step<number[]> {
  const { db } = context
  const wanted = searchValue(value)
  const query = db.build
    .selectFrom('client_variables')
    .innerJoin('dialogues', 'dialogues.client_id', 'client_variables.client_id')
    .select('client_variables.client_id as id')
    .distinct()
    .where('client_variables.project_id', '=', project)
    .where('client_variables.name', '=', name)
    .where('client_variables.value', '=', wanted)
    .where('client_variables.scope', 'in', scopes)
    .where('dialogues.test', '=', 0)
    .orderBy('client_variables.client_id')
  const found = (yield* settle(db.all<{ id: number }>(query))).map(({ id }) => id)
  // What has neither letters nor spaces nor more than the index keeps is found exactly.
  if (loosely || (wanted === value && !/\p{L}/u.test(value) && value.length < 200)) return found
  const exact: number[] = []
  for (let at = 0; at < found.length; at += atOnce) {
    for (const [id, session] of yield* sessionsOf(context, found.slice(at, at + atOnce))) {
      if (scopes.some((scope) => textIn(session, scope, name) === value)) exact.push(id)
    }
  }
  return exact
}

export const textIn = (session: Session, scope: Scope, name: string): string | undefined => {
  const value: Value | undefined = session.variables[scope].get(name)
  return value === undefined ? undefined : toText(value)
}

/** What is stored of these clients, ascending; those who have nothing yet are left out. */
export function* sessionsOf({ db }: Pick<WorkContext, 'db'>, clients: readonly number[]): Step<[id: number, session: Session][]> {
  if (!clients.length) return []
  const query = db.build.selectFrom('clients').select(['id', 'session']).where('id', 'in', clients).orderBy('id')
  const rows = yield* settle(db.all<{ id: number; session: string | null }>(query))
  return rows.flatMap(({ id, session }) => (session === null ? [] : [[id, sessionFromJson(session, [])]]))
}
