import { settle, type Step } from '@voronka/flow/engine'
import { contactClients } from '../clients/contacts.ts'
import type { WorkContext } from '../worker/context.ts'

/** Messengers in which one can write to somebody who never wrote (calculator-language, section 4.2). */
const writtenToFirst = [6]

/**
 * Whom a call concerns (telephony, section 3): the telephony client of that number; else the first of all clients who has it in a variable of his own, or
 * else of his current order. Undefined: nobody yet. The search index has to be up to date.
 */
export function* findClientOfCall({ db, clients }: WorkContext, project: number, phone: string): Step<number | undefined> {
  const ofTelephony = yield* clients.findByOutsideId(`phone-${project}`, `phone:${phone}`)
  if (ofTelephony) return ofTelephony.id
  const query = db.build
    .selectFrom('client_phones')
    .innerJoin('dialogues', 'dialogues.client_id', 'client_phones.client_id')
    .select('client_phones.client_id')
    .where('client_phones.project_id', '=', project)
    .where('client_phones.phone', '=', phone)
    .where('dialogues.test', '=', 0)
    .orderBy('client_phones.scope')
    .orderBy('client_phones.client_id')
    .limit(1)
  return (yield* settle(db.first<{ client_id: number }>(query)))?.client_id
}

/** The same; a number that nobody has becomes a client of a messenger in which he can be written to first, else of telephony. */
export function* clientOfCall(context: WorkContext, project: number, phone: string): Step<number | undefined> {
  const found = yield* findClientOfCall(context, project, phone)
  if (found !== undefined) return found
  const { db, clients, clock } = context
  const open = db.build
    .selectFrom('channels')
    .select('key')
    .where('project_id', '=', project)
    .where('enabled', '=', 1)
    .where('client_type', 'in', writtenToFirst)
    .orderBy('key')
    .limit(1)
  const channel = (yield* settle(db.first<{ key: string }>(open)))?.key
  if (channel !== undefined) return (yield* clients.findOrCreate({ project, channel, outsideId: phone, name: phone, now: clock.now() })).id
  return (yield* contactClients(context).findOrCreate(project, { name: '', phone, email: '' }, false, clock.now()))?.id
}
