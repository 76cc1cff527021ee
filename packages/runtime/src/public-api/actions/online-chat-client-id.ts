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
  const chats = db.build
    .selectFrom('channels')
    .select('key')
    .where('project_id', '=', project)
    .where('kind', '=', 'web')
    .where('client_type', 'is', null)
    .where('contact', 'is', null)
    .orderBy('enabled', 'desc')
    .orderBy('created_at')
    .orderBy('key')
  const keys = (yield* settle(db.all<{ key: string }>(chats))).map(({ key }) => key)
  for (const key of keys) {
    const known = yield* clients.findByOutsideId(key, recipient)
    if (known) return known
  }
  const [channel] = keys
  if (channel === undefined || !madeByUs.test(recipient)) return undefined
  return yield* beginSession(context, yield* clients.findOrCreate({ project, channel, outsideId: recipient, name, now: clock.now() }))
}
