import { normalPhone } from '@voronka/functions'
import { settle, type Step } from '@voronka/flow/engine'
import { messengers } from '../channels/channel-kind.ts'
import { emailKey } from '../clients/contacts.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import type { WorkContext } from '../worker/context.ts'

/** Numbers of messengers (calculator-language, section 4.2) that actions are named after. */
export const clientTypes = { vk: 0, telegram: 1, onlineChat: 5, whatsapp: 6, ok: 8, telephony: 13, email: 14 } as const

export const isClientType = (type: number): boolean => messengers.has(type)

/** A person as a messenger names him. */
export interface Platform {
  readonly type: number
  readonly id: string
  /** The account of the business there. */
  readonly group: string
}

/** Platform ids as they are kept: WhatsApp's without its ending, numbers of phones and addresses in their one form. */
export function platformKey(type: number, written: string): string {
  const text = written.trim()
  if (type === clientTypes.whatsapp || type === clientTypes.telephony) {
    const number = text.replace(/@(s\.whatsapp\.net|c\.us)$/, '')
    return normalPhone(number) ?? number
  }
  return type === clientTypes.email ? emailKey(text) : text
}

/** Telephony and e-mail have one channel each, which scripts and orders use too (`contacts.ts`). */
const contactOf = (type: number): 'phone' | 'email' | 'outside' =>
  type === clientTypes.telephony ? 'phone' : type === clientTypes.email ? 'email' : 'outside'

export function channelOf(project: number, { type, group }: Pick<Platform, 'type' | 'group'>): string {
  const contact = contactOf(type)
  return contact === 'outside' ? `outside-${project}-${type}-${group}` : `${contact}-${project}`
}

export function outsideIdOf({ type, id }: Pick<Platform, 'type' | 'id'>): string {
  const contact = contactOf(type)
  return contact === 'outside' ? platformKey(type, id) : `${contact}:${platformKey(type, id)}`
}

/** The row of a channel that nobody connected: its people are known, and nothing reaches them yet. */
export function* outsideChannel({ db, clock }: WorkContext, project: number, platform: Platform): Step<string> {
  const key = channelOf(project, platform)
  const contact = contactOf(platform.type)
  const group = contact === 'outside' ? platform.group : ''
  const row = {
    key,
    project_id: project,
    kind: 'web',
    name: group,
    enabled: 0,
    created_at: clock.now(),
    contact,
    client_type: platform.type,
  } as const
  yield* settle(
    db.run(
      db.build
        .insertInto('channels')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doNothing()),
    ),
  )
  return key
}

interface Sought {
  readonly ids: readonly string[]
  readonly group?: string | undefined
  /** Of these messengers only. */
  readonly types?: readonly number[]
}

/** Real people whom a messenger names so, ascending. People of our own chat are named by their number. */
export function* findByPlatform(context: WorkContext, project: number, { ids, group, types }: Sought): Step<ClientRow[]> {
  const { db } = context
  const spellings = [...new Set(ids.flatMap((id) => [id, ...[...messengers.keys()].map((type) => outsideIdOf({ type, id }))]))]
  const found = new Map<number, ClientRow>()
  for (let at = 0; at < spellings.length; at += 300) {
    let query = db.build
      .selectFrom('clients')
      .innerJoin('channels', 'channels.key', 'clients.channel')
      .select([
        'clients.id',
        'clients.project_id',
        'clients.channel',
        'clients.outside_id',
        'clients.name',
        'clients.session',
        'clients.clock_offset',
        'clients.created_at',
        'clients.calling',
      ])
      .where('channels.project_id', '=', project)
      .where('channels.contact', 'is not', null)
      .where('clients.outside_id', 'in', spellings.slice(at, at + 300))
    if (group !== undefined) query = query.where((eb) => eb.or([eb('channels.name', '=', group), eb('channels.contact', '<>', 'outside')]))
    if (types) query = query.where('channels.client_type', 'in', types)
    for (const row of yield* settle(db.all<ClientRow>(query))) found.set(row.id, row)
  }
  if (!types || types.includes(clientTypes.onlineChat)) {
    for (const id of ids) {
      const own = /^[1-9]\d{0,14}$/.test(id) ? yield* ownClient(context, project, Number(id), group) : undefined
      if (own) found.set(own.id, own)
    }
  }
  return [...found.values()].toSorted((a, b) => a.id - b.id)
}

function* ownClient(
  { clients, channels }: WorkContext,
  project: number,
  id: number,
  group: string | undefined,
): Step<ClientRow | undefined> {
  const client = yield* clients.find(id)
  if (client?.project_id !== project) return undefined
  const channel = yield* channels.find(client.channel)
  if (channel?.kind !== 'web' || channel.clientType !== null) return undefined
  return group === undefined || group === channel.name || group === channel.key ? client : undefined
}
