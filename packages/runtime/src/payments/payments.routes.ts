import * as contract from '@voronka/api'
import { projectFacts } from '../booking/project-facts.ts'
import { answer, type Route } from '../http/answer.ts'
import { answerInProject } from '../http/answer-in-project.ts'
import { momentsOf } from '../leads/day-start.ts'

/** Every endpoint of `packages/api/src/payments.ts`. */
export const paymentRoutes: readonly Route[] = [
  answerInProject(contract.listPayments, async ({ projectId, from, until, before, size, ...asked }, installation) => {
    // Days are days of the project.
    const { timezone } = await installation.db.transaction(() => projectFacts(installation)(projectId))
    return installation.paymentDesk.list(projectId, { ...asked, ...momentsOf({ from, until }, timezone) }, { before, size })
  }),
  answer(contract.createPayment, ({ projectId, ...asked }, { paymentDesk }, actor) => paymentDesk.create(projectId, actor, asked)),
]
