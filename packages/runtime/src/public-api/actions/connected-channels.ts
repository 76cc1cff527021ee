import { settle } from '@voronka/flow/engine'
import { definePublicAction } from '../action.ts'

/** Messengers that have no channel of ours yet are listed empty: clients of the original look them up by name. */
const others = { viber: [], facebook: [], telegram: [], whatsapp: [], avito: [], ok: [], vkontakte: [] }

export const connectedChannels = definePublicAction({
  name: 'connected_channels',
  needs: 'clients.read',
  run({ installation: { db }, project }) {
    return db.transaction(function* () {
      const query = db.build
        .selectFrom('channels')
        .select(['key', 'kind', 'name', 'enabled'])
        .where('project_id', '=', project)
        .where('contact', 'is', null)
        .orderBy('created_at')
        .orderBy('key')
      const rows = yield* settle(db.all<{ key: string; kind: 'web' | 'test'; name: string; enabled: number }>(query))
      const ofKind = (wanted: 'web' | 'test') =>
        rows
          .filter(({ kind }) => kind === wanted)
          .map(({ key, name, enabled }) => ({ id: key, name, enabled: enabled === 1, group_id: name || key }))
      return { project_id: project, ...others, online_chat: ofKind('web'), test: ofKind('test') }
    })
  },
})
