import { compareText, looseEqual, ScriptError, toNumber, toText, writeJson, type Value } from '@voronka/calculator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allFunctions } from '../src/index.ts'
import { LooseSet } from '../src/shared/loose-set.ts'
import { call, testWorld } from './test-world.ts'

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(
    null,
    true,
    false,
    '',
    'None',
    'True',
    '0',
    ' 18 ',
    '5.0',
    '007',
    '10.10.2021',
    '9:05',
    '10.10.2021 9:05',
    '[1,"a"]',
    '{"a":1}',
    '[',
    '\\',
    '(',
    '%Y',
  ),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.bigInt({ min: 10n ** 15n, max: 10n ** 25n }),
  fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text)),
  fc.string({ unit: fc.constantFrom('а', 'Б', 'x', '1', ' ', '-', '.', '👍', '"', '#') }),
)

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 6 }),
    fc
      .array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '10', '2')), tie('value')), { maxLength: 6 })
      .map((pairs) => new Map(pairs)),
  ),
})).value

const array = fc.array(value, { maxLength: 12 })

describe('every function', () => {
  it.each(allFunctions.map(({ name }) => name))('%s throws nothing but ScriptError and changes none of its arguments', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 6 }), async (args) => {
        const before = args.map(snapshot)
        try {
          const answer = await call(name, args)
          expect(answer).not.toBeUndefined()
          if (typeof answer === 'number') expect(Number.isFinite(answer)).toBe(true)
        } catch (error) {
          if (!(error instanceof ScriptError)) throw error
        }
        expect(args.map(snapshot)).toEqual(before)
      }),
      { numRuns: 150 },
    )
  })

  it.each(allFunctions.filter(({ kind }) => kind === 'host').map(({ name }) => name))('%s never fails, whatever it gets', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 4 }), async (args) => {
        await expect(Promise.resolve(call(name, args))).resolves.toBeDefined()
      }),
      { numRuns: 100 },
    )
  })
})

describe('laws', () => {
  it('loose sets agree with looseEqual on every pair', () => {
    fc.assert(
      fc.property(value, value, (a, b) => new LooseSet([a]).has(b) === looseEqual(a, b)),
      { numRuns: 2000 },
    )
    fc.assert(fc.property(value, (a) => new LooseSet([a]).has(a)))
  })

  it('base64decode(base64(x)) is x', () => {
    fc.assert(fc.property(text(), (x) => call('base64decode', [call('base64', [x]) as Value]) === x))
  })

  it('urldecode(urlencode(x)) is x, and the code needs no escaping', () => {
    fc.assert(
      fc.property(text(), (x) => {
        const code = call('urlencode', [x])
        expect(code).toMatch(/^[A-Za-z0-9\-_.~%]*$/)
        return call('urldecode', [code as Value]) === x
      }),
    )
  })

  it('n2c and c2n undo each other', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 50 }), (n) => call('c2n', [call('n2c', [n]) as Value]) === n))
  })

  it('addCols moves there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), (n, by) => {
        const letters = call('n2c', [n]) as Value
        return call('addCols', [call('addCols', [letters, by]) as Value, -by]) === letters
      }),
    )
  })

  it('sort is an ordered permutation, descending is its order reversed', () => {
    fc.assert(
      fc.property(array, (elements) => {
        const up = list(call('sort', [elements]))
        expect(up.map(written).toSorted()).toEqual(elements.map(written).toSorted())
        const numeric = elements.every(
          (element) => typeof element !== 'boolean' && element !== 'True' && element !== 'False' && toNumber(element) !== undefined,
        )
        for (const [at, next] of up.slice(1).entries()) {
          const before = up[at] ?? null
          if (numeric) expect(toNumber(before)).toBeLessThanOrEqual(toNumber(next) ?? Number.NaN)
          else expect(compareText(toText(before), toText(next))).toBeLessThanOrEqual(0)
        }
        const down = list(call('sort', [elements, true]))
        expect(down.map(toText).toReversed().map(sortKey(numeric))).toEqual(up.map(toText).map(sortKey(numeric)))
      }),
    )
  })

  it('shuffle_massive is a permutation', () => {
    fc.assert(
      fc.property(array, (elements) => {
        expect(
          list(call('shuffle_massive', [elements]))
            .map(written)
            .toSorted(),
        ).toEqual(elements.map(written).toSorted())
      }),
    )
  })

  it('two slices at one place put together give the array again', () => {
    fc.assert(
      fc.property(array, fc.integer({ min: -15, max: 15 }), (elements, at) => {
        const clamped = at < 0 ? Math.max(elements.length + at, 0) : at
        const head = list(call('array_slice', [elements, 0, clamped]))
        const tail = list(call('array_slice', [elements, at]))
        expect([...head, ...tail]).toEqual(elements)
      }),
    )
  })

  it('remove_duplicates is idempotent and leaves no two equal elements', () => {
    fc.assert(
      fc.property(array, (elements) => {
        const once = list(call('remove_duplicates', [elements]))
        expect(call('remove_duplicates', [once])).toEqual(once)
        for (const [at, element] of once.entries()) expect(once.slice(at + 1).some((other) => looseEqual(element, other))).toBe(false)
      }),
    )
  })

  it('cross_arr and except_arr share the first array between them', () => {
    fc.assert(
      fc.property(array, array, (first, second) => {
        const shared = list(call('cross_arr', [first, second]))
        const rest = list(call('except_arr', [first, second]))
        expect(shared.length + rest.length).toBe(first.length)
        expect(shared.every((element) => call('in_array', [second, element]))).toBe(true)
        expect(rest.some((element) => call('in_array', [second, element]))).toBe(false)
      }),
    )
  })

  it('index, in_array, count_occurrences and remove agree', () => {
    fc.assert(
      fc.property(array, value, (elements, wanted) => {
        const at = call('index', [elements, wanted])
        expect(call('in_array', [elements, wanted])).toBe(at !== -1)
        const count = elements.filter((element) => looseEqual(element, wanted)).length
        expect(call('count_occurrences', [elements, wanted])).toBe(count)
        expect(list(call('remove', [elements, wanted])).length).toBe(elements.length - Math.min(count, 1))
      }),
    )
  })

  it('substring counts characters, and its two parts are the text', () => {
    fc.assert(
      fc.property(text(), fc.nat(20), (whole, at) => {
        const characters = Array.from(whole)
        expect(call('substring', [whole, at])).toBe(characters.slice(at).join(''))
        expect(call('substring', [whole, 0, at === 0 ? 0 : at])).toBe(characters.slice(0, at).join(''))
        expect(call('substring', [whole, -at - 1])).toBe(characters.slice(-at - 1).join(''))
      }),
    )
  })

  it('splitter, then joining by the delimiter, gives the text again', () => {
    fc.assert(
      fc.property(
        text(),
        text().filter((delimiter) => delimiter !== ''),
        fc.option(fc.nat(5), { nil: null }),
        (whole, delimiter, most) => {
          const parts = list(call('splitter', [whole, delimiter, most]))
          expect(parts.join(delimiter)).toBe(whole)
          if (most) expect(parts.length).toBeLessThanOrEqual(most)
        },
      ),
    )
  })

  it('round is near, and rounding again changes nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: -3, max: 9 }), (number, digits) => {
        const rounded = call('round', [number, digits])
        expect(call('round', [rounded as Value, digits])).toBe(rounded)
        expect(Math.abs(Number(rounded) - number)).toBeLessThanOrEqual(0.5 * 10 ** -digits * (1 + 1e-9) + Number.EPSILON * Math.abs(number))
      }),
    )
  })

  it('dates: adding days there and back, and compare_date agrees', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1000, max: 9000 }),
        fc.integer({ min: -9e4, max: 9e4 }),
        (day, month, year, days) => {
          const date = `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`
          const moved = call('addDays', [date, days]) as Value
          expect(call('addDays', [moved, -days])).toBe(date)
          expect(call('compare_date', [moved, date])).toBe(Math.sign(days))
        },
      ),
    )
  })

  it('convert_datetime reads back what it wrote', () => {
    const full = '%Y-%m-%d %H:%M:%S.%f'
    fc.assert(
      fc.property(
        fc.integer({ min: -6e10, max: 2e11 }),
        fc.constantFrom(
          '%d.%m.%Y %H:%M:%S.%f',
          '%j/%Y %I:%M:%S %p %f',
          '%a %W %Y %H %M %S %f',
          '%A %U %Y %H %M %S %f',
          '%B %d, %Y %X%H:%M:%S.%f',
        ),
        (seconds, format) => {
          const world = testWorld({ zone: 'UTC' })
          const written = call('convert_datetime', [`${seconds}.123456`, '%s.%f', full], world) as Value
          const there = call('convert_datetime', [written, full, format], world) as Value
          expect(call('convert_datetime', [there, format, full], world)).toBe(written)
        },
      ),
    )
  })

  it('random stays within its bounds, in either order', () => {
    const world = testWorld()
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const drawn = Number(call('random', [a, b], world))
        return Number.isInteger(drawn) && drawn >= Math.min(a, b) && drawn <= Math.max(a, b)
      }),
    )
  })
})

function text(): fc.Arbitrary<string> {
  return fc.string({ unit: 'grapheme' }).filter((each) => !/\p{Surrogate}/u.test(each))
}

function list(answer: unknown): readonly Value[] {
  if (!Array.isArray(answer)) throw new Error(`not an array: ${String(answer)}`)
  return answer
}

function written(element: Value): string {
  return writeJson([element])
}

/** Equal numbers may be written differently (5 and 5.0), so that their order shows only in their values. */
function sortKey(numeric: boolean): (written: string) => unknown {
  return (each) => (numeric ? toNumber(each) : each)
}

/** Enough to see any change of an argument. */
function snapshot(argument: Value): string {
  return writeJson([argument])
}
