import type { FunctionDefinition } from '../define-function.ts'
import { zvonobotCall } from './zvonobot-call.ts'
import { zvonobotDigitsCall } from './zvonobot-digits-call.ts'

export const telephonyFunctions: readonly FunctionDefinition[] = [zvonobotCall, zvonobotDigitsCall]
