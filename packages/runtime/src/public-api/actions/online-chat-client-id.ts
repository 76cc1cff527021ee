import { definePublicAction } from '../action.ts'
import { findOrMake } from '../clients.ts'
import { clientTypes } from '../platform.ts'
import { beginTag } from '../begin-tag.ts'

export const onlineChatClientId = definePublicAction({
  name: 'online_chat_client_id',
  needs: 'clients.write',
  run({ params, installation, project }) {
    const recipient = params.needText('recipient')
    return installation.db.transaction(function* () {
      const platform = { type: clientTypes.onlineChat, id: recipient, group: '' }
      const client = yield* findOrMake(installation, project, platform, { name: params.text('name') ?? '' })
      yield* beginTag(installation, client, params.text('tag') ?? '')
      return { client_id: client.id }
    })
  },
})
