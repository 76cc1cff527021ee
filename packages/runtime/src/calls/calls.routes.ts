import * as contract from '@voronka/api'
import { projectFacts } from '../booking/project-facts.ts'
import { failure } from '../errors.ts'
import type { Route } from '../http/answer.ts'
import { answerInProject } from '../http/answer-in-project.ts'
import { momentsOf } from '../leads/day-start.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/calls.ts`. */
export const callRoutes: readonly Route[] = [
  answerInProject(contract.listCalls, async ({ projectId, cursor, ...asked }, installation, actor) => {
    if (cursor !== undefined && !/^[1-9][0-9]{0,14}$/.test(cursor)) throw failure('bad-request', 'cursor: not from an answer')
    const { from, until, client, employee, outcome } = asked
    // Days are days of the project.
    const { timezone } = await installation.db.transaction(() => projectFacts(installation)(projectId))
    const filter = {
      ...momentsOf({ from, until }, timezone),
      client,
      employee: employee === 'nobody' ? null : employee,
      outcome,
    }
    return installation.calls.list(projectId, actor, filter, cursor === undefined ? undefined : Number(cursor))
  }),
  answerInProject(contract.getMyCallWay, ({ projectId }, { calls }, actor) => calls.way(projectId, actor)),
  answerInProject(contract.callClient, ({ projectId, clientId, phone }, { calls }, actor) =>
    calls.callClient(projectId, actor, clientId, phone),
  ),
  answerInProject(contract.listStoppedNumbers, ({ projectId, q = '', cursor }, { calls }) =>
    calls.stoppedNumbers(projectId, q.replaceAll(/[^0-9]/g, ''), cursor),
  ),
  answerInProject(contract.addStoppedNumber, ({ projectId, phone }, { calls }, actor) => calls.stopNumber(projectId, actor, phone)),
  answerInProject(contract.removeStoppedNumber, async ({ projectId, phone }, { calls }, actor) => {
    await calls.releaseNumber(projectId, actor, phone)
    return ok
  }),
]
