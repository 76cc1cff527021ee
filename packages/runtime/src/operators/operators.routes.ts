import * as contract from '@voronka/api'
import type { Route } from '../http/answer.ts'
import { answerInProject } from '../http/answer-in-project.ts'

const ok = { ok: true } as const
const shown = 50
const mostShifts = 200

/** Every endpoint of `packages/api/src/operators.ts`. */
export const operatorRoutes: readonly Route[] = [
  answerInProject(contract.listOperators, async ({ projectId }, { operatorsWork }, { account }) => ({
    operators: await operatorsWork.list(projectId),
    me: account,
  })),
  answerInProject(contract.setMyStatus, ({ projectId, status }, { operatorsWork }, { account }) =>
    operatorsWork.setStatus(projectId, account, status),
  ),
  answerInProject(contract.setOperatorStatus, ({ projectId, account, status }, { operatorsWork }) =>
    operatorsWork.setStatus(projectId, account, status),
  ),
  answerInProject(contract.listShifts, async ({ projectId, account }, { db, operators }) => {
    const shifts = await db.transaction(() => operators.shifts(projectId, account, mostShifts))
    return {
      shifts: shifts.map(({ status, from_at, to_at }) => ({
        status,
        from: new Date(from_at).toISOString(),
        to: to_at === null ? null : new Date(to_at).toISOString(),
      })),
    }
  }),
  answerInProject(
    contract.getDistribution,
    async ({ projectId }, { db, workSettings }) => (await db.transaction(() => workSettings.get(projectId))).distribution,
  ),
  answerInProject(contract.setDistribution, ({ projectId, ...rules }, { operatorsWork }, actor) =>
    operatorsWork.setDistribution(projectId, actor, rules),
  ),
  answerInProject(contract.clearBindings, async ({ projectId }, { operatorsWork }, actor) => ({
    freed: await operatorsWork.clearBindings(projectId, actor),
  })),
  answerInProject(contract.listNotifications, ({ projectId, before }, { db, notifications }, { account }) =>
    db.transaction(function* () {
      const own = account ?? 0
      const found = yield* notifications.latest(projectId, own, before, shown)
      return {
        notifications: found.map(({ id, at, text, priority, client_id, task, read }) => ({
          id,
          at: new Date(at).toISOString(),
          text,
          priority,
          client: client_id,
          task,
          read: read === 1,
        })),
        unread: yield* notifications.unread(projectId, own),
      }
    }),
  ),
  answerInProject(contract.readNotifications, async ({ projectId, upTo }, { db, notifications }, { account }) => {
    await db.transaction(() => notifications.markRead(projectId, account ?? 0, upTo))
    return ok
  }),
]
