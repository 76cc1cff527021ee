import type { FunctionDefinition } from '../define-function.ts'
import { ifFunction } from './if.ts'

export const controlFunctions: readonly FunctionDefinition[] = [ifFunction]
