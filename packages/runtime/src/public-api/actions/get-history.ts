import { instant, parseDate } from '@voronka/calculator'
import { settle, type Step } from '@voronka/flow/engine'
import type { StoredMessage } from '../../clients/messages.store.ts'
import { definePublicAction, success, type PublicCall } from '../action.ts'
import { clientById } from '../clients.ts'
import { malformed, required } from '../refused.ts'
import { zoneOf } from '../zone.ts'

const mostMessages = 2000

export const getHistory = definePublicAction({
  name: 'get_history',
  needs: 'clients.read',
  async run(call) {
    const { params, installation, project } = call
    const id = params.needId('client_id')
    const limit = Math.min(params.id('limit') ?? mostMessages, mostMessages)
    const period = await periodOf(call)
    return installation.db.transaction(function* () {
      yield* clientById(installation, project, id)
      const messages = yield* installation.messages.newest(id, period, limit)
      const emails = yield* emailsOf(call, messages)
      // The newest come first: whoever spoke for the project so far has answered what is older.
      const latest = yield* installation.messages.latestOfOurs(id)
      return { ...success, result: messages.map((message) => shown(message, latest, emails)) }
    })
  },
})

/** Whole days in the project's zone: both or none. */
async function periodOf(call: PublicCall): Promise<{ from: number; until: number } | undefined> {
  const [start, stop] = [call.params.text('start_date'), call.params.text('stop_date')]
  if (start === undefined && stop === undefined) return undefined
  if (start === undefined) throw required('start_date')
  if (stop === undefined) throw required('stop_date')
  const zone = await zoneOf(call)
  const midnight = (name: string, text: string, daysLater: number): number => {
    const date = /^\d{2}\.\d{2}\.\d{4}$/.test(text) ? parseDate(text) : undefined
    if (!date) throw malformed(name, 'must be DD.MM.YYYY')
    return instant({ ...date, day: date.day + daysLater, hour: 0, minute: 0, second: 0, hasSeconds: true }, zone)
  }
  // A day on which clocks change is not 24 hours long: the last one ends with the next midnight.
  return { from: midnight('start_date', start, 0), until: midnight('stop_date', stop, 1) }
}

function* emailsOf({ installation: { db } }: PublicCall, messages: readonly StoredMessage[]): Step<ReadonlyMap<number, string>> {
  const accounts = [...new Set(messages.flatMap(({ account }) => account ?? []))]
  if (!accounts.length) return new Map()
  const query = db.build.selectFrom('accounts').select(['id', 'email']).where('id', 'in', accounts)
  return new Map((yield* settle(db.all<{ id: number; email: string }>(query))).map(({ id, email }) => [id, email]))
}

function shown(message: StoredMessage, latestOfOurs: number, emails: ReadonlyMap<number, string>) {
  const { id, author, text, block, at, account, extra } = message
  const own = author === 'client'
  return {
    id,
    answered: !own || latestOfOurs > id,
    client_replica: own,
    message_id: block,
    message_from_outside: author === 'event' ? 3 : 0,
    created_at: Math.floor(at / 1000),
    text,
    attachments: attachmentsOf(extra.attachments ?? []),
    delivered: extra.failed === undefined,
    error_message: extra.failed ?? '',
    manager_id: author === 'operator' ? account : null,
    manager_email: author === 'operator' && account !== null ? (emails.get(account) ?? null) : null,
  }
}

/** By kind; of several of one kind a list. */
function attachmentsOf(attachments: NonNullable<StoredMessage['extra']['attachments']>): Record<string, string | string[]> {
  const kinds = new Map<string, string[]>()
  for (const { kind, url } of attachments) kinds.set(kind, [...(kinds.get(kind) ?? []), url])
  return Object.fromEntries([...kinds].map(([kind, urls]) => [kind, urls.length === 1 ? (urls[0] ?? '') : urls]))
}
