import type { FunctionDefinition } from '../define-function.ts'
import { callback } from './callback.ts'
import { message } from './message.ts'

export const messagingFunctions: readonly FunctionDefinition[] = [callback, message]
