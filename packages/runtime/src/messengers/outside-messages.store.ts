import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

export type OutsideMessages = ReturnType<typeof outsideMessagesStore>

interface PartRow {
  part: number
  outside_ids: string
  failed: string | null
}

/** What messengers call our messages, and which of them they did not take. */
export function outsideMessagesStore(db: Db) {
  function* partsOf(message: number): Step<PartRow[]> {
    const query = db.build.selectFrom('outside_messages').select(['part', 'outside_ids', 'failed']).where('message_id', '=', message)
    return yield* settle(db.all<PartRow>(query.orderBy('part')))
  }

  return {
    /** Gives why a part of the message was not taken; null: all that was sent of it was. */
    *note(
      { client, message, part }: { client: number; message: number; part: number },
      became: { readonly ids: string } | { readonly failed: string },
    ): Step<string | null> {
      const values = 'ids' in became ? { outside_ids: became.ids, failed: null } : { outside_ids: '', failed: became.failed }
      const query = db.build
        .insertInto('outside_messages')
        .values({ message_id: message, part, client_id: client, ...values })
        .onConflict((conflict) => conflict.columns(['message_id', 'part']).doUpdateSet(values))
      yield* settle(db.run(query))
      return (yield* partsOf(message)).find(({ failed }) => failed !== null)?.failed ?? null
    },

    /** What the messenger calls the parts of it. */
    *idsOf(message: number): Step<string[]> {
      return (yield* partsOf(message)).flatMap(({ outside_ids: ids }) => ids.split(' ').filter((id) => id !== ''))
    },

    /** Our number of the client's message that the messenger calls so. */
    *find(client: number, outsideId: string): Step<number | undefined> {
      const query = db.build
        .selectFrom('outside_messages')
        .select(['message_id', 'outside_ids'])
        .where('client_id', '=', client)
        .where((eb) =>
          eb.or([
            eb('outside_ids', '=', outsideId),
            eb('outside_ids', 'like', `${outsideId} %`),
            eb('outside_ids', 'like', `% ${outsideId}`),
            eb('outside_ids', 'like', `% ${outsideId} %`),
          ]),
        )
        .orderBy('message_id', 'desc')
        .limit(1)
      return (yield* settle(db.first<{ message_id: number }>(query)))?.message_id
    },
  }
}
