import { arrayFunctions } from './array/all.ts'
import { clientFunctions } from './client/all.ts'
import { columnFunctions } from './columns/all.ts'
import { controlFunctions } from './control/all.ts'
import { dateFunctions } from './date/all.ts'
import { bookingFunctions } from './booking/all.ts'
import type { FunctionDefinition } from './define-function.ts'
import { dictFunctions } from './dict/all.ts'
import { encodingFunctions } from './encoding/all.ts'
import { labelFunctions } from './labels/all.ts'
import { listFunctions } from './lists/all.ts'
import { mathFunctions } from './math/all.ts'
import { messagingFunctions } from './messaging/all.ts'
import { operatorFunctions } from './operator/all.ts'
import { orderFunctions } from './order/all.ts'
import { paymentFunctions } from './payments/all.ts'
import { requestFunctions } from './requests/all.ts'
import { stringFunctions } from './string/all.ts'
import { taskFunctions } from './task/all.ts'
import { telegramFunctions } from './telegram/all.ts'
import { telephonyFunctions } from './telephony/all.ts'

/** Every function of the library, with all that it says of itself. */
export const allFunctions: readonly FunctionDefinition[] = [
  ...controlFunctions,
  ...mathFunctions,
  ...stringFunctions,
  ...encodingFunctions,
  ...arrayFunctions,
  ...dictFunctions,
  ...dateFunctions,
  ...columnFunctions,
  ...clientFunctions,
  ...operatorFunctions,
  ...orderFunctions,
  ...messagingFunctions,
  ...taskFunctions,
  ...listFunctions,
  ...labelFunctions,
  ...requestFunctions,
  ...bookingFunctions,
  ...telegramFunctions,
  ...telephonyFunctions,
  ...paymentFunctions,
]
