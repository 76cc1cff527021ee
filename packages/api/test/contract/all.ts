import { accountCases } from './account-cases.ts'
import { audienceCases } from './audience-cases.ts'
import { bookingCases } from './booking-cases.ts'
import { chatCases } from './chat-cases.ts'
import { clientCases } from './client-cases.ts'
import { connectionCases } from './connection-cases.ts'
import { leadCases } from './lead-cases.ts'
import { orderCases } from './order-cases.ts'
import { projectCases } from './project-cases.ts'
import { rightsCases } from './rights-cases.ts'
import { taskCases } from './task-cases.ts'
import type { Cases } from './case.ts'

/** A case for every endpoint of the contract. */
export const cases: Cases = {
  ...accountCases,
  ...rightsCases,
  ...leadCases,
  ...projectCases,
  ...orderCases,
  ...connectionCases,
  ...clientCases,
  ...taskCases,
  ...audienceCases,
  ...bookingCases,
  ...chatCases,
}
