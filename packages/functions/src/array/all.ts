import type { FunctionDefinition } from '../define-function.ts'
import { append } from './append.ts'
import { arrLen } from './arr-len.ts'
import { arraySlice } from './array-slice.ts'
import { countOccurrences } from './count-occurrences.ts'
import { crossArr } from './cross-arr.ts'
import { del } from './del.ts'
import { exceptArr } from './except-arr.ts'
import { inArray } from './in-array.ts'
import { index } from './index.ts'
import { insert } from './insert.ts'
import { massiveToText } from './massive-to-text.ts'
import { removeDuplicates } from './remove-duplicates.ts'
import { remove } from './remove.ts'
import { selectRandomFromList } from './select-random-from-list.ts'
import { selectRandom } from './select-random.ts'
import { shuffleMassive } from './shuffle-massive.ts'
import { sort } from './sort.ts'
import { sumArray } from './sum-array.ts'
import { toolsCheckUserInput } from './tools-check-user-input.ts'
import { toolsMakeButtonStrChecker } from './tools-make-button-str-checker.ts'
import { unpackList } from './unpack-list.ts'

export const arrayFunctions: readonly FunctionDefinition[] = [
  append,
  arrLen,
  arraySlice,
  countOccurrences,
  crossArr,
  del,
  exceptArr,
  inArray,
  index,
  insert,
  massiveToText,
  removeDuplicates,
  remove,
  selectRandomFromList,
  selectRandom,
  shuffleMassive,
  sort,
  sumArray,
  toolsCheckUserInput,
  toolsMakeButtonStrChecker,
  unpackList,
]
