import { classify, compareText, isArray, type Moment, type Value } from '@voronka/calculator'

/**
 * A set under the loose equality of elements (calculator-language, section 10): two values of one kind are equal by `==`, others by their
 * texts. One look-up costs the length of the value, whatever the size of the set (reliability-promises, P6.5).
 */
export class LooseSet {
  private readonly keys = new Set<string>()

  constructor(values: Iterable<Value> = []) {
    for (const value of values) this.add(value)
  }

  has(value: Value): boolean {
    return value === null
      ? this.keys.has(noneKey) || this.keys.has(emptyKey)
      : this.keys.has(looseKey(value)) || (value === '' && this.hasNull)
  }

  add(value: Value): void {
    if (value === null) this.hasNull = true
    this.keys.add(looseKey(value))
  }

  /** None equals the text `None` by kind and the empty text by its text, although these two differ. */
  private hasNull = false
}

/** A predicate for "loosely equal to this one". */
export function looselyEqualTo(wanted: Value): (value: Value) => boolean {
  const set = new LooseSet([wanted])
  return (value) => value === wanted || set.has(value)
}

const noneKey = '-'
const emptyKey = 't'

/** Two values, neither of them none, are loosely equal exactly when their keys are the same. */
function looseKey(value: Value): string {
  const classified = classify(value)
  switch (classified.kind) {
    case 'none':
      return noneKey
    case 'text':
      return `t${classified.value}`
    case 'boolean':
      return `b${classified.value}`
    case 'number':
      return numberKey(classified.value)
    case 'array':
    case 'dict':
      return containerKey(classified.value)
    default:
      return `${classified.kind} ${momentKey(classified.value)}`
  }
}

/** Beyond 15 digits a double is written out in full, so that it meets the exact number of the same value. */
function numberKey(number: number | bigint): string {
  const exact = typeof number === 'number' && Number.isInteger(number) && Math.abs(number) >= 1e15 ? BigInt(number) : number
  return `n${exact}`
}

function momentKey({ year, month, day, hour, minute, second }: Moment): string {
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`
}

/** Inside containers the JSON types count: "1" and 1 differ, 5 and 5.0 do not; the order of a dict's keys does not count. */
function containerKey(value: Value): string {
  if (typeof value === 'number' || typeof value === 'bigint') return numberKey(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isArray(value)) return `[${value.map(containerKey).join(',')}]`
  const pairs = [...value].toSorted(([a], [b]) => compareText(a, b))
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${containerKey(inner)}`).join(',')}}`
}
