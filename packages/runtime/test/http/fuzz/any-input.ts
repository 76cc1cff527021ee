import type { Endpoint } from '@voronka/api'
import fc from 'fast-check'
import { z } from 'zod'

export interface AnyInput {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Undefined where the endpoint reads none. */
  readonly body: unknown
}

/** What somebody may send to an endpoint, made from its schemas: ids are mostly those of things that are there, and some of it is spoiled. */
export function anyInput(endpoint: Endpoint): fc.Arbitrary<AnyInput> {
  const strings = (shape: z.ZodObject) => arbitraryOf(shape).map((fields) => withoutCursor(textsOf(fields)))
  const body = endpoint.body
    ? fc.tuple(arbitraryOf(endpoint.body), spoiling).map(([value, how]) => spoil(value, how))
    : fc.constant(undefined)
  return fc.record({ params: strings(endpoint.params), query: strings(endpoint.query), body })
}

const textsOf = (fields: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Object(fields)).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )

/** Nobody makes up one that fits: it would keep everything else from being looked at. */
const withoutCursor = ({ cursor, ...others }: Record<string, string>): Record<string, string> =>
  cursor === undefined || cursor.length > 3 ? others : { ...others, cursor }

interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
}

const arbitraryOf = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  return made(root, root.$defs ?? {}, 0)
}

/** Deeper than this a schema that refers to itself is answered with anything at all. */
const deepest = 6

function made(schema: Schema, defs: Readonly<Record<string, Schema>>, depth: number): fc.Arbitrary<unknown> {
  const inner = (each: Schema) => made(each, defs, depth + 1)
  if (depth > deepest) return fc.constant(null)
  if (schema.$ref !== undefined) return made(defs[schema.$ref.split('/').at(-1) ?? ''] ?? {}, defs, depth + 1)
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(inner))
  if (schema.allOf) return fc.tuple(...schema.allOf.map(inner)).map((parts) => Object.assign({}, ...parts))
  switch (schema.type) {
    case 'object':
      return anObject(schema, inner)
    case 'array':
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(inner))
      return fc.array(inner(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
      })
    case 'string':
      return aString(schema)
    case 'integer':
      return fc.oneof(
        {
          weight: 3,
          arbitrary: fc.integer({
            min: Math.max(schema.minimum ?? schema.exclusiveMinimum ?? 0, 0),
            max: Math.min(schema.maximum ?? 6, 1000),
          }),
        },
        fc.constantFrom(schema.maximum ?? 2 ** 53 - 1, schema.minimum ?? -1),
      )
    case 'number':
      return fc.double({ min: Math.max(schema.minimum ?? -1e12, -1e300), max: Math.min(schema.maximum ?? 1e12, 1e300), noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function anObject(schema: Schema, inner: (each: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, each]) => [name, inner(each)]))
  const known = fc.record(fields, { requiredKeys: [...(schema.required ?? [])], noNullPrototype: true })
  const more = schema.additionalProperties
  if (typeof more !== 'object' || Object.keys(more).length === 0) return known
  return fc.tuple(known, fc.dictionary(fc.string({ maxLength: 10 }), inner(more), { maxKeys: 3 })).map(([a, b]) => ({ ...b, ...Object(a) }))
}

const moments = ['2026-03-10T12:00:00Z', '1970-01-01T00:00:00.000Z', '9999-12-31T23:59:59Z', '2026-03-29T03:30:00+03:00']
const days = ['2026-03-10', '2024-02-29', '0001-01-01', '9999-12-31']
export const hostile: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\u202E',
  "'; drop table clients; --",
  '<img src=x onerror=alert(1)>',
  '=1+1',
  '%',
  '_',
  '#{x}',
  '../../etc/passwd',
  '__proto__',
  '😀',
  'İ',
  '\uD800',
  '(a+)+$',
]

function aString({ pattern, format, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (pattern?.startsWith('^[1-9][0-9]{0,15}'))
    return fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 12 }).map(String) }, fc.constantFrom('987654', '9007199254740991'))
  if (format === 'date-time') return fc.constantFrom(...moments)
  if (format === 'date') return fc.constantFrom(...days)
  if (pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(pattern), { maxLength: 60 })
    } catch {
      return fc.string({ maxLength: 20 })
    }
  }
  const [min, max] = [minLength, Math.max(minLength, Math.min(maxLength, 40))]
  return fc.oneof(
    { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: min, maxLength: max }) },
    fc.constantFrom(...hostile),
    fc.constant('x'.repeat(Math.min(maxLength, 5000))),
  )
}

interface Spoiling {
  readonly where: number
  readonly by: unknown
  readonly much: boolean
}

const deep = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => [inner], 1 as unknown)
const garbage = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  ...hostile,
  [],
  {},
  [[]],
  { __proto__: null },
  deep(20),
  deep(40),
  'x'.repeat(100_000),
  Array.from({ length: 5000 }, () => 1),
]

const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  where: fc.nat(),
  by: fc.constantFrom(...garbage),
  much: fc.constantFrom(true, false, false),
})

/** Puts garbage in the place of one part of it, or leaves it as it is. */
function spoil(value: unknown, { where, by, much }: Spoiling): unknown {
  if (!much) return value
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const key = keys[where % (keys.length + 1)]
  if (key === undefined) return by
  const inner: unknown = Reflect.get(Object(value), key)
  const changed = where % 3 === 0 ? spoil(inner, { where: Math.floor(where / 3), by, much }) : by
  return Array.isArray(value) ? value.map((each, index) => (String(index) === key ? changed : each)) : { ...Object(value), [key]: changed }
}
