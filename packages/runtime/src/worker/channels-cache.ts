import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

export interface Channel {
  readonly key: string
  readonly project: number
  readonly kind: 'web' | 'test'
  readonly name: string
  readonly enabled: boolean
}

export interface Channels {
  find(key: string): Step<Channel | undefined>
  /** Call it after every committed change of a channel. */
  invalidate(key: string): void
}

/** Channels are asked for at every event and change hardly ever. */
export function createChannels(db: Db): Channels {
  const kept = new Map<string, Channel>()
  const byKey = db.prepare((build, params: { key: string }) => build.selectFrom('channels').selectAll().where('key', '=', params.key))
  return {
    *find(key) {
      const known = kept.get(key)
      if (known) return known
      const row = yield* settle(byKey.first({ key }))
      if (!row) return undefined
      const channel = { key: row.key, project: row.project_id, kind: row.kind, name: row.name, enabled: row.enabled === 1 }
      kept.set(key, channel)
      return channel
    },
    invalidate: (key) => void kept.delete(key),
  }
}
