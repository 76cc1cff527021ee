import type { FunctionDefinition } from '../define-function.ts'
import { abs } from './abs.ts'
import { acos } from './acos.ts'
import { asin } from './asin.ts'
import { atan } from './atan.ts'
import { atan2 } from './atan2.ts'
import { ceil } from './ceil.ts'
import { cos } from './cos.ts'
import { customizableRoundDivision } from './customizable-round-division.ts'
import { customizableRoundMultiply } from './customizable-round-multiply.ts'
import { distance } from './distance.ts'
import { exp } from './exp.ts'
import { fac } from './fac.ts'
import { float } from './float.ts'
import { floor } from './floor.ts'
import { intToString } from './int-to-string.ts'
import { int } from './int.ts'
import { isFloat } from './is-float.ts'
import { isInt } from './is-int.ts'
import { log } from './log.ts'
import { max } from './max.ts'
import { min } from './min.ts'
import { pow } from './pow.ts'
import { pyt } from './pyt.ts'
import { random } from './random.ts'
import { round } from './round.ts'
import { sin } from './sin.ts'
import { sqrt } from './sqrt.ts'
import { tan } from './tan.ts'

export const mathFunctions: readonly FunctionDefinition[] = [
  abs,
  acos,
  asin,
  atan,
  atan2,
  ceil,
  cos,
  customizableRoundDivision,
  customizableRoundMultiply,
  distance,
  exp,
  fac,
  float,
  floor,
  intToString,
  int,
  isFloat,
  isInt,
  log,
  max,
  min,
  pow,
  pyt,
  random,
  round,
  sin,
  sqrt,
  tan,
]
