import type { ClientChannel } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { messengerOf } from '../channels/channel-kind.ts'
import type { Db } from '../db/contract.ts'

/** Whence the clients of a project come, in the order in which these ways were opened: chats, messengers of others, phone, e-mail. */
export function* clientChannels(db: Db, project: number): Step<ClientChannel[]> {
  const query = db.build
    .selectFrom('channels')
    .select(['key', 'name', 'kind', 'contact', 'client_type'])
    .where('project_id', '=', project)
    .where('kind', '=', 'web')
    .orderBy('created_at')
    .orderBy('key')
  const rows = yield* settle(db.all<Parameters<typeof messengerOf>[0] & { key: string; name: string }>(query))
  return rows.map((row) => ({ key: row.key, name: row.name, messenger: messengerOf(row) }))
}
