import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'

export type FeedsStore = ReturnType<typeof feedsStore>

/** How far each messenger was asked for news, and which process does it: one at a time, as messengers demand. */
export function feedsStore(db: Db) {
  return {
    /** Where to go on; undefined: another process asks. */
    *hold(connection: number, holder: string, now: number, until: number): Step<number | undefined> {
      const row = { connection_id: connection, position: 0, holder, held_until: until }
      const begin = db.build.insertInto('channel_feeds').values(row)
      yield* settle(db.run(begin.onConflict((conflict) => conflict.column('connection_id').doNothing())))
      const query = db.build
        .updateTable('channel_feeds')
        .set({ holder, held_until: until })
        .where('connection_id', '=', connection)
        .where((eb) => eb.or([eb('holder', '=', holder), eb('held_until', '<=', now)]))
        .returning('position')
      return (yield* settle(db.first<{ position: number }>(query)))?.position
    },

    /** False: another process asks by now. */
    *moveOn(connection: number, holder: string, position: number): Step<boolean> {
      const query = db.build.updateTable('channel_feeds').set({ position }).where('connection_id', '=', connection)
      return (yield* settle(db.run(query.where('holder', '=', holder)))).changes === 1
    },

    *letGo(connection: number, holder: string): Step<void> {
      const query = db.build.updateTable('channel_feeds').set({ held_until: 0 }).where('connection_id', '=', connection)
      yield* settle(db.run(query.where('holder', '=', holder)))
    },
  }
}
