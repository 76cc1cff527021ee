import { normalPhone } from '@voronka/functions'
import { settle, type Step } from '@voronka/flow/engine'
import type { Insertable } from 'kysely'
import type { Db } from '../db/contract.ts'
import type { Schema } from '../db/schema.ts'
import type { ClientRow, ClientsStore } from './clients.store.ts'

export interface Contact {
  readonly name: string
  readonly phone: string
  readonly email: string
}

export const emailKey = (email: string): string => email.trim().toLowerCase()

/** Channel of people whom we know by a phone number or an e-mail address alone; there is nothing to write to them through yet. */
const contactChannel = (project: number, kind: 'phone' | 'email'): string => `${kind}-${project}`

/** Finds people by phone or e-mail, and makes those that nobody knows yet (crm-and-tasks, section 6, `create_order`). */
export function contactClients({ db, clients }: { db: Db; clients: ClientsStore }) {
  function* find(project: number, field: 'phone' | 'email', key: string, test: boolean): Step<ClientRow | undefined> {
    if (key === '') return undefined
    const query = db.build
      .selectFrom('dialogues')
      .select('client_id as id')
      .where('project_id', '=', project)
      .where(field, '=', key)
      .where('test', '=', Number(test))
      .orderBy('client_id')
      .limit(1)
    const row = yield* settle(db.first<{ id: number }>(query))
    return row && (yield* clients.find(row.id))
  }

  function* addChannel(row: Insertable<Schema['channels']>): Step<void> {
    const query = db.build.insertInto('channels').values(row)
    yield* settle(db.run(query.onConflict((conflict) => conflict.column('key').doNothing())))
  }

  function* make(project: number, { name, phone, email }: Contact, test: boolean, now: number): Step<ClientRow> {
    const kind = phone === '' ? 'email' : 'phone'
    const outsideId = `${kind}:${phone || email}`
    const channel = test ? `test-${project}` : contactChannel(project, kind)
    if (!test) {
      const row = {
        key: channel,
        project_id: project,
        kind: 'web',
        name: '',
        enabled: 0,
        created_at: now,
        contact: kind,
        client_type: kind === 'phone' ? 13 : 14,
      } as const
      yield* addChannel(row)
    }
    const client = yield* clients.findOrCreate({ project, channel, outsideId, name: name || phone || email, now })
    yield* settle(db.run(db.build.updateTable('dialogues').set({ phone, email, stale: 1 }).where('client_id', '=', client.id)))
    return client
  }

  return {
    /** Somebody of whom nothing is known that one could reach him by. */
    *unknown(project: number, { name, id }: { name: string; id: string }, now: number): Step<ClientRow> {
      const channel = `outside-${project}-5-`
      yield* addChannel({
        key: channel,
        project_id: project,
        kind: 'web',
        name: '',
        enabled: 0,
        created_at: now,
        contact: 'outside',
        client_type: 5,
      })
      return yield* clients.findOrCreate({ project, channel, outsideId: id, name, now })
    },

    /** By the phone, else by the e-mail; undefined: neither is one. */
    *findOrCreate(project: number, { name, ...given }: Contact, test: boolean, now: number): Step<ClientRow | undefined> {
      const [phone, email] = [normalPhone(given.phone) ?? '', emailKey(given.email)]
      const known = (yield* find(project, 'phone', phone, test)) ?? (yield* find(project, 'email', email, test))
      if (known) return known
      return phone === '' && email === '' ? undefined : yield* make(project, { name, phone, email }, test, now)
    },
  }
}
