import type { FunctionDefinition } from '../define-function.ts'
import { dictKeysToArray } from './dict-keys-to-array.ts'
import { dictValuesToArray } from './dict-values-to-array.ts'
import { existKey } from './exist-key.ts'
import { getValuesByKey } from './get-values-by-key.ts'
import { get } from './get.ts'
import { humanize } from './humanize.ts'
import { keyIndex } from './key-index.ts'
import { set } from './set.ts'
import { sortByValue } from './sort-by-value.ts'

export const dictFunctions: readonly FunctionDefinition[] = [
  dictKeysToArray,
  dictValuesToArray,
  existKey,
  getValuesByKey,
  get,
  humanize,
  keyIndex,
  set,
  sortByValue,
]
