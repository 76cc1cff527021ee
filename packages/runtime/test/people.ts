import { clientsStore } from '../src/clients/clients.store.ts'
import { dialoguesStore } from '../src/clients/dialogues.store.ts'
import type { Db } from '../src/db/contract.ts'

/** A project with a web chat `c` and these people in it; gives their numbers. For tests of stores, which need somebody to belong to. */
export async function people(db: Db, project: number, ...names: string[]): Promise<number[]> {
  const { build } = db
  const channel = `c${project}`
  await db.run(build.insertInto('projects').values({ id: project, name: '', draft: '{}', revision: 0, created_at: 0, updated_at: 0 }))
  await db.run(build.insertInto('channels').values({ key: channel, project_id: project, kind: 'web', name: '', enabled: 1, created_at: 0 }))
  const clients = clientsStore(db, dialoguesStore(db))
  const made = names.map((outsideId) =>
    db.transaction(() => clients.findOrCreate({ project, channel, outsideId, name: outsideId, now: 1 })),
  )
  return (await Promise.all(made)).map(({ id }) => id)
}
