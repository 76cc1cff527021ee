import { outsideType } from '../channels/channel-kind.ts'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { createKept } from '../db/kept.ts'
import { noNotices, type Notices } from '../processes/notices.ts'

export interface Channel {
  readonly key: string
  readonly project: number
  readonly kind: 'web' | 'test'
  readonly name: string
  readonly enabled: boolean
  /** Number of the messenger of people whom nothing reaches yet, because their channel is not connected; null: it is one of our own. */
  readonly clientType: number | null
}

export interface Channels {
  find(key: string): Step<Channel | undefined>
  /** Call it after every committed change of a channel. */
  invalidate(key: string): void
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
          }
        )
      }),
    invalidate(key) {
      kept.forget(key)
      notices.tell({ type: 'channel', key })
    },
  }
}

const mostKept = 10_000
