import { toPlain } from '@voronka/calculator'
import { definePublicAction } from '../action.ts'
import { findByPlatform } from '../platform.ts'
import { fail, required } from '../refused.ts'
import { sessionOf } from '../session-of.ts'

const mostAtOnce = 1000

export const findClientIdByPlatformId = definePublicAction({
  name: 'find_client_id_by_platform_id',
  needs: 'clients.read',
  run({ params, installation, project }) {
    const ids = params.texts('platform_ids') ?? params.texts('platform_id')
    if (!ids?.length) throw required('platform_ids')
    if (ids.length > mostAtOnce) throw fail(400, `Parameter "platform_ids" is longer than ${mostAtOnce}`)
    const group = params.text('group_id')
    return installation.db.transaction(function* () {
      const found: object[] = []
      for (const row of yield* findByPlatform(installation, project, { ids, group })) {
        const { client, variables } = yield* sessionOf(installation, row)
        found.push({
          id: row.id,
          tag: client.tag || null,
          created_at: Math.floor(row.created_at / 1000),
          name: row.name,
          avatar: client.avatar || null,
          platform_id: client.platformId,
          group: client.group,
          variables: Object.fromEntries([...variables.client].map(([name, value]) => [name, toPlain(value)])),
        })
      }
      return found
    })
  },
})
