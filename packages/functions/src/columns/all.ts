import type { FunctionDefinition } from '../define-function.ts'
import { addCols } from './add-cols.ts'
import { c2n } from './c2n.ts'
import { n2c } from './n2c.ts'

export const columnFunctions: readonly FunctionDefinition[] = [addCols, c2n, n2c]
