import { asArray, asDict, isArray, isDict, toNumber, toText, type Dict, type Value } from '@voronka/calculator'
import { malformed, required } from './refused.ts'

/**
 * What a caller sent, by name, whichever way he sent it (http-api, section 1): numbers may be texts, lists and objects JSON text, and what is empty or null
 * was not given. Each reader says what is wrong in the words of the reference.
 */
export class Parameters {
  readonly #all: ReadonlyMap<string, Value>
  /** The body as it came, when it was JSON. */
  readonly body: Value | undefined

  constructor(all: ReadonlyMap<string, Value>, body?: Value) {
    this.#all = all
    this.body = body
  }

  /** Everything that is not blank. */
  get entries(): readonly (readonly [name: string, value: Value])[] {
    return [...this.#all].filter(([, value]) => !isBlank(value))
  }

  get(name: string): Value | undefined {
    const value = this.#all.get(name)
    return value === undefined || isBlank(value) ? undefined : value
  }

  text(name: string): string | undefined {
    const value = this.get(name)
    return value === undefined ? undefined : toText(value)
  }

  needText(name: string): string {
    return this.text(name) ?? missing(name)
  }

  number(name: string): number | undefined {
    const value = this.get(name)
    if (value === undefined) return undefined
    const number = toNumber(value)
    if (typeof number !== 'number' || !Number.isFinite(number)) throw malformed(name, 'must be a number')
    return number
  }

  /** A number that something has. */
  id(name: string): number | undefined {
    const value = this.get(name)
    return value === undefined ? undefined : readId(name, value)
  }

  needId(name: string): number {
    return this.id(name) ?? missing(name)
  }

  /** `[1, 2]`, its JSON text, `1,2`, or one. */
  ids(name: string): number[] | undefined {
    return this.list(name)?.map((each) => readId(name, each))
  }

  texts(name: string): string[] | undefined {
    return this.list(name)
      ?.map(toText)
      .filter((text) => text !== '')
  }

  /** A list, an object, or JSON text of one. PHP writes `Array` for a list that it puts into a form, above all for the empty ones of a library that sends every field. */
  nested(name: string): Value | undefined {
    const value = this.get(name)
    return value === 'Array' ? undefined : value
  }

  list(name: string): readonly Value[] | undefined {
    const value = this.nested(name)
    if (value === undefined) return undefined
    const list = asArray(value)
    if (list) return list
    if (isDict(value)) throw malformed(name, 'must be a list')
    return typeof value === 'string' && /^\d+(\s*,\s*\d+)+$/.test(value) ? value.split(',').map((each) => each.trim()) : [value]
  }

  dict(name: string): Dict | undefined {
    const value = this.nested(name)
    if (value === undefined) return undefined
    // An empty list is what PHP makes of an empty object.
    return asDict(value) ?? (asArray(value)?.length === 0 ? new Map() : refuse(name, 'must be an object'))
  }

  /** `true`, `True`, `1`, `"1"`. */
  flag(name: string, usual = false): boolean {
    const value = this.get(name)
    return value === undefined ? usual : ['true', '1'].includes(toText(value).trim().toLowerCase())
  }

  /** With other values in place of these; undefined takes one out. */
  with(changes: Iterable<readonly [string, Value | undefined]>): Parameters {
    const all = new Map(this.#all)
    for (const [name, value] of changes) {
      if (value === undefined) all.delete(name)
      else all.set(name, value)
    }
    return new Parameters(all, this.body)
  }
}

const isBlank = (value: Value): boolean => value === null || value === ''

function missing(name: string): never {
  throw required(name)
}

function refuse(name: string, why: string): never {
  throw malformed(name, why)
}

function readId(name: string, value: Value): number {
  const text = isArray(value) || isDict(value) ? '' : toText(value).trim()
  const id = /^\d{1,16}$/.test(text) ? Number(text) : NaN
  if (!Number.isSafeInteger(id)) throw malformed(name, 'must be a number')
  return id
}
