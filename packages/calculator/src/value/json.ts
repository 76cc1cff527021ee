import { LimitError } from '../errors.ts'
import { limits } from '../limits.ts'
import type { Dict, Value, ValueArray } from '../values.ts'
import { numberText } from './numbers.ts'
import { wellFormed } from './text-units.ts'

/** Compact JSON, without spaces after `,` and `:`, other alphabets as they are (section 2). Throws `limit-nesting` beyond 200 levels. */
export function writeJson(value: Value): string {
  return write(value, 0)
}

/** A value from plain JSON data (objects, arrays, scalars). What JSON cannot hold (functions, undefined, NaN) becomes none. */
export function fromPlain(plain: unknown): Value {
  if (typeof plain === 'string') return wellFormed(plain)
  if (typeof plain === 'number') return Number.isFinite(plain) ? plain : null
  if (typeof plain === 'boolean' || typeof plain === 'bigint') return plain
  if (Array.isArray(plain)) return plain.map(fromPlain)
  if (plain instanceof Map) return new Map(Array.from(plain, ([key, inner]) => [wellFormed(String(key)), fromPlain(inner)]))
  if (typeof plain !== 'object' || plain === null) return null
  return new Map(Object.entries(plain).map(([key, inner]) => [wellFormed(key), fromPlain(inner)]))
}

/**
 * Plain JSON data of a value, for answers of an API: dicts become objects without a prototype, whole numbers beyond 15 digits
 * decimal texts. JavaScript moves keys such as `"10"` to the front; where the order of keys matters, use `writeJson`.
 */
export function toPlain(value: Value): unknown {
  if (typeof value === 'bigint') return String(value)
  if (isDict(value)) {
    const plain: Record<string, unknown> = Object.create(null)
    for (const [key, inner] of value) plain[key] = toPlain(inner)
    return plain
  }
  return isArray(value) ? value.map(toPlain) : value
}

export function isArray(value: Value): value is ValueArray {
  return Array.isArray(value)
}

export function isDict(value: Value): value is Dict {
  return value instanceof Map
}

/** More than `limits.nesting`, so that what a script may still hold while it builds can be written too. */
const deepest = limits.nesting * 2

function write(value: Value, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return numberText(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (depth > deepest) throw new LimitError('limit-nesting', { limit: String(limits.nesting) })
  const parts: string[] = []
  if (isDict(value)) {
    for (const [key, inner] of value) parts.push(`${JSON.stringify(key)}:${write(inner, depth + 1)}`)
    return `{${parts.join(',')}}`
  }
  for (const inner of value) parts.push(write(inner, depth + 1))
  return `[${parts.join(',')}]`
}
