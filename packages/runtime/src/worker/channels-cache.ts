import { outsideType } from '../channels/channel-kind.ts'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import type { Selectable } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { createKept } from '../db/kept.ts'
import { noNotices, type Notices } from '../processes/notices.ts'

export interface Channel {
  readonly key: string
  readonly project: number
  readonly kind: 'web' | 'test'
  readonly name: string
  readonly enabled: boolean
  /** Number of the messenger of somebody else whose people these are; null: it is one of our own. */
  readonly clientType: number | null
  /** Through which connection such people are reached, and by which port; null: nothing reaches them, it is not connected. */
  readonly outside: { readonly messenger: string; readonly connection: number } | null
}

type ChannelRow = Selectable<Schema['channels']>

export interface Channels {
  find(key: string): Step<Channel | undefined>
  /** Call it after every committed change of a channel. */
  invalidate(key: string): void
  /** For changes of which every process hears by itself. */
  forgetAll(): void
}

/** Channels are asked for at every event and change hardly ever. */
export function createChannels(db: Db, notices: Notices = noNotices): Channels {
  const kept = createKept<string, Channel | undefined>(mostKept, () => notices.hears)
  notices.hear((notice) => {
    if (notice.type === 'channel') kept.forget(notice.key)
    if (notice.type === 'missed') kept.forgetAll()
  })
  const byKey = db.prepare((build, params: { key: string }) => build.selectFrom('channels').selectAll().where('key', '=', params.key))
  return {
    find: (key) =>
      kept.get(key, function* () {
        const row = yield* settle(byKey.first({ key }))
        return (
          row && {
            key: row.key,
            project: row.project_id,
            kind: row.kind,
            name: row.name,
            enabled: row.enabled === 1,
            clientType: outsideType(row),
            outside: outsideOf(row),
          }
        )
      }),
    invalidate(key) {
      kept.forget(key)
      notices.tell({ type: 'channel', key })
    },
    forgetAll: kept.forgetAll,
  }
}

const outsideOf = ({ messenger, connection_id: connection }: ChannelRow): Channel['outside'] =>
  messenger === null || connection === null ? null : { messenger, connection }

const mostKept = 10_000
