import type { Db } from '../db/contract.ts'
import type { Sender } from '../outbox/sender.ts'
import type { Faults } from './fault-points.ts'

/** A database whose writes fail where a test planned it, one statement after another. */
export function faultyDatabase(db: Db, faults: Faults): Db {
  const run: Db['run'] = (query) => {
    faults.pass('storage.write')
    return db.run(query)
  }
  const prepare: Db['prepare'] = (build) => {
    const prepared = db.prepare(build)
    return {
      ...prepared,
      run(params) {
        faults.pass('storage.write')
        return prepared.run(params)
      },
    }
  }
  // What it is able to do is asked of the database itself each time.
  return Object.assign(Object.create(db) as Db, { run, prepare })
}

/** A sender that dies before or after somebody else's server took a message. */
export const faultySender =
  (faults: Faults) =>
  (sender: Sender): Sender => ({
    ...sender,
    async send(outgoing) {
      faults.pass('send.before')
      const outcome = await sender.send(outgoing)
      faults.pass('send.after')
      return outcome
    },
  })
