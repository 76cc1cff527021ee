import { sessionToJson, settle, type Step } from '@voronka/flow/engine'
import { normalPhone } from '@voronka/functions'
import { emailKey } from '../clients/contacts.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import type { WorkContext } from '../worker/context.ts'
import { openSession } from '../worker/open-session.ts'
import type { PublicCall } from './action.ts'
import { withValue } from './find-by-variable.ts'
import { clientTypes, findByPlatform, outsideChannel, outsideIdOf, platformKey, type Platform } from './platform.ts'
import { clientNotFound } from './refused.ts'

export interface FoundClient {
  readonly client: ClientRow
  /** A person of the test chat: programs may work with him, and no list shows him. */
  readonly test: boolean
}

/** The client of that number in the project. Throws `client_not_found`. */
export function* clientById(context: WorkContext, project: number, id: number): Step<FoundClient> {
  const client = yield* context.clients.find(id)
  if (client?.project_id !== project) throw clientNotFound()
  return { client, test: (yield* context.channels.find(client.channel))?.kind === 'test' }
}

/** People of WhatsApp and telephony by their number, else whoever has it as his contact or in the variable `phone` (http-api, section 2). */
export const idByPhone = (call: PublicCall, written: string): Promise<number | undefined> => {
  const phone = normalPhone(written)
  if (phone === undefined) return Promise.resolve(undefined)
  return idByContact(call, { phone }, { ids: [phone], types: [clientTypes.whatsapp, clientTypes.telephony] })
}

export const idByEmail = (call: PublicCall, written: string): Promise<number | undefined> => {
  const email = emailKey(written)
  return idByContact(call, { email }, { ids: [email], types: [clientTypes.email] })
}

async function idByContact(
  { installation, project }: PublicCall,
  contact: { phone: string } | { email: string },
  platform: Parameters<typeof findByPlatform>[2],
): Promise<number | undefined> {
  const known = await installation.db.transaction(function* () {
    const [found] = yield* findByPlatform(installation, project, platform)
    return found?.id ?? (yield* installation.dialogues.findBy({ project, test: 0 }, contact))
  })
  if (known !== undefined) return known
  await installation.search.catchUp()
  return installation.db.transaction(function* () {
    if ('phone' in contact) return yield* withPhone(installation, project, contact.phone)
    for (const scope of ['client', 'order'] as const) {
      const [found] = yield* withValue(installation, project, { name: 'email', value: contact.email, scopes: [scope], loosely: true })
      if (found !== undefined) return found
    }
    return undefined
  })
}

/** The first who has that number in his variable `phone`, however it is written there; variables of clients go before those of orders. */
function* withPhone({ db }: WorkContext, project: number, phone: string): Step<number | undefined> {
  const query = db.build
    .selectFrom('client_phones')
    .innerJoin('dialogues', 'dialogues.client_id', 'client_phones.client_id')
    .innerJoin('client_variables', (join) =>
      join.onRef('client_variables.client_id', '=', 'client_phones.client_id').onRef('client_variables.scope', '=', 'client_phones.scope'),
    )
    .select(['client_phones.client_id as id', 'client_variables.value'])
    .where('client_phones.project_id', '=', project)
    .where('client_phones.phone', '=', phone)
    .where('client_variables.name', '=', 'phone')
    .where('dialogues.test', '=', 0)
    .orderBy('client_phones.scope')
    .orderBy('client_phones.client_id')
  const rows = yield* settle(db.all<{ id: number; value: string }>(query))
  return rows.find(({ value }) => normalPhone(value) === phone)?.id
}

/** The person whom a messenger names so; made on first sight, as somebody to whom nothing can be sent until the channel is connected. */
export function* findOrMake(
  context: WorkContext,
  project: number,
  platform: Platform,
  { name = '', phone = '', email = '' }: { name?: string; phone?: string; email?: string },
): Step<ClientRow> {
  const group = platform.group === '' ? undefined : platform.group
  const [known] = yield* findByPlatform(context, project, { ids: [platform.id], types: [platform.type], group })
  if (known) return known
  const now = context.clock.now()
  const channel = yield* outsideChannel(context, project, platform)
  const shown = name || phone || email || platformKey(platform.type, platform.id)
  const client = yield* context.clients.findOrCreate({ project, channel, outsideId: outsideIdOf(platform), name: shown, now })
  if (client.session !== null) return client
  yield* context.dialogues.set(client.id, { ...(phone && { phone }), ...(email && { email }), stale: 1 })
  return yield* beginSession(context, client)
}

/** What is known of somebody who never had a turn is kept from here on. */
export function* beginSession(context: WorkContext, client: ClientRow): Step<ClientRow> {
  const channel = yield* context.channels.find(client.channel)
  if (client.session !== null || !channel) return client
  const session = sessionToJson(openSession(client, [], channel, { now: client.created_at }))
  yield* context.clients.save({ id: client.id, name: client.name, session, position: null, now: context.clock.now() })
  return { ...client, session }
}
