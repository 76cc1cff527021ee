import { getRetention, setRetention } from '@voronka/api'
import { answer } from '../http/answer.ts'
import { retentionStore } from './retention.store.ts'

export const retentionRoutes = [
  answer(getRetention, async ({ projectId }, { db, projects }) => {
    await projects.find(projectId)
    return db.transaction(() => retentionStore(db).of(projectId))
  }),
  answer(setRetention, async ({ projectId, messages, traces, inbox, log }, { db, projects }) => {
    await projects.find(projectId)
    const retention = { messages, traces, inbox, log }
    await db.transaction(() => retentionStore(db).set(projectId, retention))
    return retention
  }),
]
