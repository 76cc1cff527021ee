import { getRetention, setRetention } from '@voronka/api'
import { answer } from '../http/answer.ts'
import { retentionStore } from './retention.store.ts'

export const retentionRoutes = [
  answer(getRetention, async ({ projectId }, { db, projects }) => {
    await projects.find(projectId)
    return db.transaction(() => retentionStore(db).of(projectId))
  }),
  answer(setRetention, async ({ projectId, messages, traces, inbox, log }, { db, projects, audit }, actor) => {
    await projects.find(projectId)
    const retention = { messages, traces, inbox, log }
    await db.transaction(function* () {
      const before = yield* retentionStore(db).of(projectId)
      yield* retentionStore(db).set(projectId, retention)
      yield* audit(actor, { action: 'settings.keeping-changed', project: projectId, subject: '', before, after: retention })
    })
    return retention
  }),
]
