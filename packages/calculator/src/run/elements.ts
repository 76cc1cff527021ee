import { limits } from '../limits.ts'
import { LimitError } from '../errors.ts'
import { asArray, asDict, classify, isMoment } from '../value/classify.ts'
import { toText } from '../value/coerce.ts'
import { isArray, isDict } from '../value/json.ts'
import type { Dict, Value, ValueArray } from '../values.ts'

/** `object[index]`; none for a missing key, an index outside the array, or something that is not a container (section 9). */
export function element(object: Value, index: Value): Value {
  const container = typeof object === 'string' ? containerOf(object) : object
  if (container === null || typeof container !== 'object') return null
  if (isDict(container)) return container.get(typeof index === 'string' ? index : toText(index)) ?? null
  const at = position(container, index)
  return at === undefined ? null : (container[at] ?? null)
}

/** The array or dict that a value is or that its text holds. */
export function containerOf(value: Value): ValueArray | Dict | undefined {
  return asArray(value) ?? asDict(value)
}

export type ElementChange = { readonly put: Value } | 'remove'

/**
 * A copy of a container with one element, however deep, replaced, added or removed. Undefined when there is nothing to change: an index outside
 * the array, something on the way that is not a container, or a key to remove that is not there (sections 5.2 and 6).
 */
export function changed(
  container: ValueArray | Dict,
  path: readonly Value[],
  change: ElementChange,
  depth = 0,
): ValueArray | Dict | undefined {
  const index = path[depth] ?? null
  const isLast = depth === path.length - 1
  const inner = isLast ? undefined : containerOf(element(container, index))
  const changedInner = inner && changed(inner, path, change, depth + 1)
  if (!isLast && changedInner === undefined) return undefined
  const last: ElementChange = changedInner === undefined ? change : { put: changedInner }
  return isDict(container) ? changedDict(container, toText(index), last) : changedArray(container, position(container, index), last)
}

/**
 * A bare variable or `#{x}` as an element of a literal: numeric text becomes a number, `True` and `False` booleans, JSON text a container,
 * other text stays text (section 9).
 */
export function asElement(value: Value): Value {
  if (typeof value !== 'string') return value
  const classified = classify(value)
  return isMoment(classified) ? value : classified.value
}

function position(array: ValueArray, index: Value): number | undefined {
  const at = typeof index === 'number' ? index : wholeNumber(index)
  if (at === undefined || !Number.isInteger(at)) return undefined
  const counted = at < 0 ? at + array.length : at
  return counted >= 0 && counted < array.length ? counted : undefined
}

function wholeNumber(index: Value): number | undefined {
  const { kind, value } = classify(index)
  return kind === 'number' ? Number(value) : undefined
}

function changedDict(dict: Dict, key: string, change: ElementChange): Dict | undefined {
  const copy = new Map(dict)
  if (change === 'remove') return copy.delete(key) ? copy : undefined
  copy.set(key, change.put)
  if (copy.size > limits.elements) throw new LimitError('limit-elements', { limit: String(limits.elements) })
  return copy
}

function changedArray(array: ValueArray, at: number | undefined, change: ElementChange): ValueArray | undefined {
  if (at === undefined || !isArray(array)) return undefined
  const copy = [...array]
  if (change === 'remove') copy.splice(at, 1)
  else copy[at] = change.put
  return copy
}
