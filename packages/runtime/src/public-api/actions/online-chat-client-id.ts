import { settle, type Step } from '@voronka/flow/engine'
import { cleanName } from '../../channels/clean-text.ts'
import type { ClientRow } from '../../clients/clients.store.ts'
import type { WorkContext } from '../../worker/context.ts'
import { definePublicAction } from '../action.ts'
import { beginSession, findOrMake } from '../clients.ts'
import { clientTypes } from '../platform.ts'
import { beginTag } from '../begin-tag.ts'

/** Made by our page for a site (`recipientId` of the chat there). */
const madeByUs = /^[0-9a-f]{48}$/

export const onlineChatClientId = definePublicAction({
  name: 'online_chat_client_id',
  needs: 'clients.write',
  run({ params, installation, project }) {
    const recipient = params.needText('recipient')
    return installation.db.transaction(function* () {
      const visitor = yield* visitorNamed(installation, project, recipient, cleanName(params.text('name') ?? ''))
      const platform = { type: clientTypes.onlineChat, id: recipient, group: '' }
      const client = visitor ?? (yield* findOrMake(installation, project, platform, { name: params.text('name') ?? '' }))
      yield* beginTag(installation, client, params.text('tag') ?? '')
      return { client_id: client.id }
    })
  },
})

/** The visitor of a web chat of the project. One who has not written yet is known from here on, so that what is said to him waits for him there. */
function* visitorNamed(context: WorkContext, project: number, recipient: string, name: string): Step<ClientRow | undefined> {
  const { db, clients, clock } = context
  // The chat that knows him, else the first that works.
  const chats = db.build
    .selectFrom('channels')
    .leftJoin('clients', (join) => join.onRef('clients.channel', '=', 'channels.key').on('clients.outside_id', '=', recipient))
    .select(['channels.key', 'clients.id as client'])
    .where('channels.project_id', '=', project)
    .where('channels.kind', '=', 'web')
    .where('channels.client_type', 'is', null)
    .where('channels.contact', 'is', null)
    .orderBy((eb) => eb.case().when('clients.id', 'is', null).then(1).else(0).end())
    .orderBy('channels.enabled', 'desc')
    .orderBy('channels.created_at')
    .orderBy('channels.key')
    .limit(1)
  const chat = yield* settle(db.first<{ key: string; client: number | null }>(chats))
  if (!chat) return undefined
  if (chat.client !== null) return yield* clients.find(chat.client)
  if (!madeByUs.test(recipient)) return undefined
  return yield* beginSession(
    context,
    yield* clients.findOrCreate({ project, channel: chat.key, outsideId: recipient, name, now: clock.now() }),
  )
}
