import type { FunctionDefinition } from '../define-function.ts'
import { assignToUser } from './assign-to-user.ts'
import { checkOperatorStatus } from './check-operator-status.ts'
import { distributeClient } from './distribute-client.ts'
import { freeClient } from './free-client.ts'
import { getOperator } from './get-operator.ts'
import { getOperatorInfo } from './get-operator-info.ts'
import { getOperatorName } from './get-operator-name.ts'
import { sendNotification } from './send-notification.ts'

export const operatorFunctions: readonly FunctionDefinition[] = [
  assignToUser,
  checkOperatorStatus,
  distributeClient,
  freeClient,
  getOperator,
  getOperatorInfo,
  getOperatorName,
  sendNotification,
]
