import * as contract from '@voronka/api'
import { answer, type Route } from '../http/answer.ts'

/** Every endpoint of `packages/api/src/payments.ts`. */
export const paymentRoutes: readonly Route[] = [
  answer(contract.listPayments, ({ projectId, ...asked }, { paymentDesk }) => paymentDesk.list(projectId, asked)),
  answer(contract.createPayment, ({ projectId, ...asked }, { paymentDesk }, actor) => paymentDesk.create(projectId, actor, asked)),
]
