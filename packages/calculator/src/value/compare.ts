import { momentOrder } from '../moment/moment-arithmetic.ts'
import type { Classified, Value } from '../values.ts'
import { classify, isMoment, isPlainText } from './classify.ts'
import { toText } from './coerce.ts'
import { isArray, isDict } from './json.ts'
import { compareText } from './text-units.ts'

/** The operator `==` (section 7.5): numbers numerically, moments as moments, texts by characters; different kinds are never equal. */
export function equal(a: Value, b: Value): boolean {
  if (a === b) return true
  if (typeof a === 'number' && typeof b === 'number') return false
  if (typeof a === 'string' && typeof b === 'string' && (isPlainText(a) || isPlainText(b))) return false
  return sameKindEqual(classify(a), classify(b)) ?? false
}

/** Equality of elements in `in_array`, `index`, `remove` and their like (section 10): values of one kind by `==`, otherwise by their texts. */
export function looseEqual(a: Value, b: Value): boolean {
  return a === b || (sameKindEqual(classify(a), classify(b)) ?? toText(a) === toText(b))
}

/** The order behind `<` and `>` (section 7.6); undefined where the answer is False: different kinds, none, booleans, containers. */
export function compare(a: Value, b: Value): -1 | 0 | 1 | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  const left = classify(a)
  const right = classify(b)
  if (left.kind !== right.kind) return undefined
  if (left.kind === 'number' && right.kind === 'number') return left.value < right.value ? -1 : left.value > right.value ? 1 : 0
  if (left.kind === 'text' && right.kind === 'text') return compareText(left.value, right.value)
  if (!isMoment(left) || !isMoment(right)) return undefined
  const difference = momentOrder(left.value) - momentOrder(right.value)
  return difference < 0 ? -1 : difference > 0 ? 1 : 0
}

/** Undefined when the kinds differ. */
function sameKindEqual(a: Classified, b: Classified): boolean | undefined {
  if (a.kind !== b.kind) return undefined
  if (a.kind === 'number' && b.kind === 'number') return numbersEqual(a.value, b.value)
  if (isMoment(a) && isMoment(b)) return momentOrder(a.value) === momentOrder(b.value)
  if ((a.kind === 'array' && b.kind === 'array') || (a.kind === 'dict' && b.kind === 'dict')) return deepEqual(a.value, b.value)
  return a.value === b.value
}

function numbersEqual(a: number | bigint, b: number | bigint): boolean {
  return !(a < b) && !(a > b)
}

/** Elements keep their JSON types: 1 and "1" differ, 5 and 5.0 do not. The order of a dict's keys does not count. */
function deepEqual(a: Value, b: Value): boolean {
  if (a === b) return true
  if (isNumber(a) && isNumber(b)) return numbersEqual(a, b)
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (isArray(a) && isArray(b)) return a.length === b.length && a.every((element, at) => deepEqual(element, b[at] ?? null))
  if (!isDict(a) || !isDict(b) || a.size !== b.size) return false
  for (const [key, inner] of a) {
    const other = b.get(key)
    if (other === undefined || !deepEqual(inner, other)) return false
  }
  return true
}

function isNumber(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}
