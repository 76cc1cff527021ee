import { settle } from '@voronka/flow/engine'
import { definePublicAction } from '../action.ts'

/** Messengers that have no channel of ours yet are listed empty: clients of the original look them up by name. */
const others = { viber: [], facebook: [], whatsapp: [], avito: [], ok: [], vkontakte: [] }

interface Row {
  readonly key: string
  readonly kind: 'web' | 'test'
  readonly name: string
  readonly enabled: number
  readonly messenger: string | null
  readonly connection_id: number | null
}

export const connectedChannels = definePublicAction({
  name: 'connected_channels',
  needs: 'clients.read',
  run({ installation: { db }, project }) {
    return db.transaction(function* () {
      const query = db.build
        .selectFrom('channels')
        .select(['key', 'kind', 'name', 'enabled', 'messenger', 'connection_id'])
        .where('project_id', '=', project)
        .where((eb) => eb.or([eb('contact', 'is', null), eb('connection_id', 'is not', null)]))
        .orderBy('created_at')
        .orderBy('key')
      const rows = yield* settle(db.all<Row>(query))
      const ofKind = (wanted: 'web' | 'test') =>
        rows
          .filter(({ kind, messenger }) => kind === wanted && messenger === null)
          .map(({ key, name, enabled }) => ({ id: key, name, enabled: enabled === 1, group_id: name || key }))
      const connected: Record<string, object[]> = { telegram: [] }
      for (const { messenger, connection_id: id, name, enabled } of rows)
        if (messenger !== null) (connected[messenger] ??= []).push({ id, short_name: name, name, enabled: enabled === 1, group_id: name })
      return { project_id: project, ...others, ...connected, online_chat: ofKind('web'), test: ofKind('test') }
    })
  },
})
