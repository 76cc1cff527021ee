/**
 * What the pages have as `zod` (vite.config.ts): the same words, but a schema is made when it is first asked for anything, and until then is only a note of how.
 * The contract is thousands of schemas, a screen reads with some dozens of them, and making them all was half of what happened before the first screen was
 * drawn. What a schema is made of and what it reads is zod's own business here as elsewhere.
 */
import * as zod from 'zod/v4'

export * from 'zod/v4'
// Those that stand in the contract again and again; what is not among them is made at once.
export const array = lazily(zod.array)
export const boolean = lazily(zod.boolean)
export const discriminatedUnion = lazily(zod.discriminatedUnion)
export const int = lazily(zod.int)
export const literal = lazily(zod.literal)
export const number = lazily(zod.number)
export const object = lazily(zod.object)
export const record = lazily(zod.record)
export const string = lazily(zod.string)
export const union = lazily(zod.union)
export const iso = { ...zod.iso, datetime: lazily(zod.iso.datetime) }
const oneOf = lazily(zod.enum)
export { oneOf as enum }
export * as z from './lazy-zod.ts'

/** These make another schema of one, so they can be noted as well. */
const makesAnother: ReadonlySet<PropertyKey> = new Set(
  [
    'default nullable optional prefault catch readonly array or pipe refine superRefine transform',
    'max min length positive nonnegative int trim regex startsWith extend omit partial pick strict',
  ].flatMap((words) => words.split(' ')),
)

/** How a schema is made, and once it was, the schema. */
class Noted {
  private readonly make: () => object
  private made: object | undefined

  constructor(make: () => object) {
    this.make = make
  }

  get schema(): object {
    return (this.made ??= this.make())
  }

  get isMade(): boolean {
    return this.made !== undefined
  }
}

/** Of what stands for a schema, the note. */
const notes = new WeakMap<object, Noted>()

function noted(make: () => object): object {
  const note = new Noted(make)
  const schema = new Proxy(note, asSchema)
  notes.set(schema, note)
  return schema
}

const asSchema: ProxyHandler<Noted> = {
  get(note, name) {
    if (!note.isMade && makesAnother.has(name)) {
      return (...given: unknown[]) => noted(() => Reflect.apply(Reflect.get(note.schema, name), note.schema, made(given)))
    }
    const value: unknown = Reflect.get(note.schema, name)
    return typeof value === 'function' ? value.bind(note.schema) : value
  },
  has: (note, name) => name in note.schema,
  getPrototypeOf: (note) => Reflect.getPrototypeOf(note.schema),
}

function lazily(make: (...given: never[]) => object): (...given: unknown[]) => object {
  return (...given) => noted(() => Reflect.apply(make, undefined, made(given)))
}

/** What is given to make a schema of, with the schemas in it made. */
const made = (given: readonly unknown[]): unknown[] => given.map(madeOne)

function madeOne(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given
  const note = notes.get(given)
  if (note) return note.schema
  if (Array.isArray(given)) return made(given)
  if (Object.getPrototypeOf(given) !== Object.prototype) return given
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, madeOne(value)]))
}
