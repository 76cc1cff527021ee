import type { FunctionDefinition } from '../define-function.ts'
import { getPaymentUrl } from './get-payment-url.ts'

export const paymentFunctions: readonly FunctionDefinition[] = [getPaymentUrl]
