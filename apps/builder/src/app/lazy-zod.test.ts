import { expect, it } from 'vitest'
import * as plain from 'zod'
import * as lazy from './lazy-zod.ts'

/** Both are written in the same words; types are those of zod. */
const z: typeof plain.z = Object(lazy.z)

const order = (of: typeof plain.z) => {
  const place = of.discriminatedUnion('kind', [
    of.object({ kind: of.literal('state'), state: of.int().positive() }),
    of.object({ kind: of.enum(['unsorted', 'deleted']) }),
  ])
  const base = of.object({ name: of.string().trim().min(1).max(20), at: place.nullable(), tags: of.array(of.string()).default([]) })
  return base.extend({ ...of.object({ since: of.iso.datetime() }).shape, sum: of.number().optional() }).omit({ tags: true })
}

it.each([
  { name: ' Roses ', at: { kind: 'state', state: 3 }, since: '2026-01-02T03:04:05Z', more: 1 },
  { name: 'Roses', at: null, since: '2026-01-02T03:04:05Z', sum: 5 },
  { name: '', at: { kind: 'state', state: 0 }, since: 'yesterday' },
  { name: 'Roses', at: { kind: 'elsewhere' }, since: '2026-01-02T03:04:05Z' },
  'no object',
])('reads and refuses what zod itself does: %j', (given) => {
  const [wanted, got] = [order(plain.z).safeParse(given), order(z).safeParse(given)]
  expect(got.data).toEqual(wanted.data)
  expect(got.error?.issues).toEqual(wanted.error?.issues)
})

it('makes nothing before it is asked to read', () => {
  let made = 0
  const shape = Object.defineProperty({}, 'name', { enumerable: true, get: () => (made++, plain.z.string()) })
  const people = z.array(z.object(shape).partial()).max(3).nullable()
  expect(made).toBe(0)
  expect(people.parse([{ name: 'Olga' }, {}])).toEqual([{ name: 'Olga' }, {}])
  expect(people.parse(null)).toBeNull()
  expect(made).toBe(1)
})

it('is known by what it is', () => {
  const schema = z.object({ name: z.string().optional() })
  expect(schema instanceof plain.z.ZodObject).toBe(true)
  expect(schema.shape.name instanceof plain.z.ZodOptional).toBe(true)
  expect(z.enum(['a', 'b']).options).toEqual(['a', 'b'])
})

it('has every word of zod', () => {
  expect(Object.keys(lazy).filter((word) => word !== 'z')).toEqual(expect.arrayContaining(Object.keys(plain.z)))
})
