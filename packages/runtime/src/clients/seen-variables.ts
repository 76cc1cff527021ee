import type { Audience, TurnInfo } from '@voronka/api'
import type { TraceEntry } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import { wordSources } from './search-words.ts'

type Scope = 'client' | 'order'

/** Whose variables a role shows (crm-and-tasks, section 13). */
const sees = (actor: Actor, scope: Scope): boolean => actor.has(scope === 'client' ? 'variables.seeClient' : 'variables.seeOrder')

/** Where a filter by a variable looks for it: what somebody may not see he cannot guess at either. */
export function searchedScope(actor: Actor): Scope | 'any' {
  const [client, order] = [sees(actor, 'client'), sees(actor, 'order')]
  if (client && order) return 'any'
  if (!client && !order) throw failure('not-allowed')
  return client ? 'client' : 'order'
}

/** Which sources of words somebody may find clients by, added up; undefined: all of them. */
export function searchedSources(actor: Actor): number | undefined {
  const [client, order] = [sees(actor, 'client'), sees(actor, 'order')]
  if (client && order) return undefined
  return wordSources.open + (client ? wordSources.client : 0) + (order ? wordSources.order : 0)
}

/** Refuses who asks for orders by a variable and may not see them. */
export function checkOrderFilter(actor: Actor, { variable }: { readonly variable?: string | undefined }): void {
  if (variable !== undefined && !sees(actor, 'order')) throw failure('not-allowed')
}

/** Refuses who asks for clients by variables that he may not see. */
export function checkAudience(actor: Actor, audience: Pick<Audience, 'variables'> | undefined): void {
  for (const { scope } of audience?.variables ?? []) {
    for (const each of scope === 'any' ? (['client', 'order'] as const) : [scope]) if (!sees(actor, each)) throw failure('not-allowed')
  }
}

/** A turn without the values that a role does not show. A script, or a request, may hold any of them: of these only what the funnel itself says is left. */
export function turnSeenBy(actor: Actor, turn: TurnInfo): TurnInfo {
  if (sees(actor, 'client') && sees(actor, 'order')) return turn
  const changed = turn.changed.filter(({ scope }) => scope === 'project' || sees(actor, scope))
  return { ...turn, changed, trace: { ...turn.trace, entries: turn.trace.entries.map(withoutValues) } }
}

function withoutValues(entry: TraceEntry): TraceEntry {
  switch (entry.type) {
    case 'line': {
      const { value: _, diagnostic: __, ...rest } = entry
      return rest
    }
    case 'collected':
      return { ...entry, value: '' }
    case 'requested':
      return { ...entry, url: '', headers: [], body: null }
    case 'answered':
      return { ...entry, body: '' }
    case 'webhook':
      return { ...entry, url: '' }
    case 'examined': {
      const { facts: _, ...rest } = entry
      return rest
    }
    case 'problem':
      return { ...entry, facts: {} }
    default:
      return entry
  }
}
