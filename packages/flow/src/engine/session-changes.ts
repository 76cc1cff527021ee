import type { Value } from '@voronka/calculator'
import type { OpenTurn } from './open-turn.ts'
import type { Session } from './contract.ts'
import { packedText } from './session-json.ts'

/** What others did to a client's session while his turn waited for an answer from outside: operators, functions of other clients' turns. */
export interface SessionChanges {
  readonly variables: readonly Changed[]
  readonly fields: Partial<Pick<Session, (typeof fields)[number]>>
  readonly name?: string
  /** Planned entries that were cancelled, and those that got another moment. */
  readonly cancelled: readonly number[]
  readonly moved: readonly { readonly id: number; readonly due: number }[]
}

interface Changed {
  readonly scope: 'order' | 'client'
  readonly name: string
  /** Undefined: deleted. */
  readonly value: Value | undefined
}

const fields = ['order', 'position', 'unsubscribed', 'blocked', 'pausedUntil', 'waiting'] as const

/** The difference between a session as its turn left it and the same session as it is stored now; undefined when there is none. */
export function sessionChanges(left: Session, stored: Session): SessionChanges | undefined {
  const variables = (['order', 'client'] as const).flatMap((scope) => changedOf(scope, left.variables[scope], stored.variables[scope]))
  const changed = fields.filter((field) => left[field] !== stored[field])
  const present = new Map(stored.pending.map(({ id, due }) => [id, due]))
  const cancelled = left.pending.filter(({ id }) => !present.has(id)).map(({ id }) => id)
  const moved = left.pending.flatMap(({ id, due }) => {
    const now = present.get(id) ?? due
    return now === due ? [] : [{ id, due: now }]
  })
  const renamed = left.client.name !== stored.client.name
  if (!variables.length && !changed.length && !cancelled.length && !moved.length && !renamed) return undefined
  return {
    variables,
    fields: Object.fromEntries(changed.map((field) => [field, stored[field]])),
    ...(renamed && { name: stored.client.name }),
    cancelled,
    moved,
  }
}

function changedOf(scope: Changed['scope'], left: ReadonlyMap<string, Value>, stored: ReadonlyMap<string, Value>): Changed[] {
  const changed: Changed[] = []
  for (const [name, value] of stored) {
    const mine = left.get(name)
    if (mine === undefined || packedText(mine) !== packedText(value)) changed.push({ scope, name, value })
  }
  for (const name of left.keys()) if (!stored.has(name)) changed.push({ scope, name, value: undefined })
  return changed
}

/** The turn goes on with them. */
export function adoptChanges({ session }: OpenTurn, { variables, fields: changed, name, cancelled, moved }: SessionChanges): void {
  for (const { scope, name: variable, value } of variables) {
    if (value === undefined) session.variables[scope].delete(variable)
    else session.variables[scope].set(variable, value)
  }
  Object.assign(session, changed)
  if (name !== undefined) session.client = { ...session.client, name }
  const gone = new Set(cancelled)
  const moments = new Map(moved.map(({ id, due }) => [id, due]))
  if (gone.size || moments.size) {
    session.pending = session.pending
      .filter(({ id }) => !gone.has(id))
      .map((entry) => ({ ...entry, due: moments.get(entry.id) ?? entry.due }))
  }
}
