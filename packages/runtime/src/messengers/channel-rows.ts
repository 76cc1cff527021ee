import { settle, type Step } from '@voronka/flow/engine'
import type { Account, ChannelPort } from '../channels/channel-port.ts'
import type { OpenConnection } from '../connections/connection-work.ts'
import { channelOf } from '../public-api/platform.ts'
import type { WorkContext } from '../worker/context.ts'

interface Row {
  readonly key: string
  readonly name: string
  readonly enabled: number
  readonly connection_id: number | null
}

export type ChannelRows = ReturnType<typeof channelRows>

/**
 * The channel of a connection: the one that has the name of its account. People whom we knew there before it was connected (http-api, `load_clients`)
 * are reached from then on; when it is disconnected they stay, and nothing reaches them any more.
 */
export function channelRows({ db, clock, channels }: Pick<WorkContext, 'db' | 'clock' | 'channels'>) {
  const columns = ['key', 'name', 'enabled', 'connection_id'] as const
  const byConnection = db.prepare((build, key: { connection: number }) =>
    build.selectFrom('channels').select(columns).where('connection_id', '=', key.connection),
  )
  const change = (key: string, fields: object): Step<unknown> =>
    settle(db.run(db.build.updateTable('channels').set(fields).where('key', '=', key)))

  /** Names of accounts are the same in capitals. */
  function* ofAccount(project: number, { clientType }: ChannelPort, group: string): Step<Row | undefined> {
    const query = db.build.selectFrom('channels').select(columns).where('project_id', '=', project).where('client_type', '=', clientType)
    const rows = yield* settle(db.all<Row>(query.where('contact', '=', 'outside').orderBy('key')))
    return rows.find(({ name }) => name.toLowerCase() === group.toLowerCase())
  }

  function* release(key: string): Step<void> {
    yield* change(key, { connection_id: null, messenger: null, enabled: 0 })
  }

  /** Inside a transaction; gives the keys of the channels that it changed, to be forgotten after it. Undefined: another connection has that account. */
  function* adopt(port: ChannelPort, { id, project, enabled }: OpenConnection, { group }: Account): Step<string[] | undefined> {
    const before: Row | undefined = yield* settle(byConnection.first({ connection: id }))
    const found = yield* ofAccount(project, port, group)
    if (found?.connection_id !== undefined && found.connection_id !== null && found.connection_id !== id) return undefined
    const fields = { name: group, enabled: Number(enabled), connection_id: id, messenger: port.kind }
    if (before && before.key === found?.key && before.name === group && before.enabled === fields.enabled) return []
    if (before && before.key !== found?.key) yield* release(before.key)
    const key = found?.key ?? channelOf(project, { type: port.clientType, group })
    if (found) yield* change(key, fields)
    else {
      const row = {
        key,
        project_id: project,
        kind: 'web',
        created_at: clock.now(),
        contact: 'outside',
        client_type: port.clientType,
      } as const
      yield* settle(db.run(db.build.insertInto('channels').values({ ...row, ...fields })))
    }
    return before ? [before.key, key] : [key]
  }

  return {
    *keyOf(connection: number): Step<string | undefined> {
      return (yield* settle(byConnection.first({ connection })))?.key
    },

    /** False: another connection of the project has that account. */
    async adopt(port: ChannelPort, connection: OpenConnection, account: Account): Promise<boolean> {
      const changed = await db.transaction(function* () {
        yield* db.claim(`channels of project ${connection.project}`)
        return yield* adopt(port, connection, account)
      })
      changed?.forEach(channels.invalidate)
      return changed !== undefined
    },

    /** Inside a transaction; the key of the channel that changed, to be forgotten after it. */
    *release(connection: number): Step<string | undefined> {
      const row = yield* settle(byConnection.first({ connection }))
      if (row) yield* release(row.key)
      return row?.key
    },

    /** Inside a transaction. */
    *switched(connection: number, enabled: boolean): Step<void> {
      yield* settle(
        db.run(
          db.build
            .updateTable('channels')
            .set({ enabled: Number(enabled) })
            .where('connection_id', '=', connection),
        ),
      )
    },

    /** The connection of the account of that name. */
    *named(project: number, messenger: string, group: string): Step<number | undefined> {
      const query = db.build.selectFrom('channels').select('connection_id').where('project_id', '=', project)
      const row = yield* settle(
        db.first<{ connection_id: number | null }>(query.where('messenger', '=', messenger).where('name', '=', group).limit(1)),
      )
      return row?.connection_id ?? undefined
    },
  }
}
