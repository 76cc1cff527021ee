import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asArray,
  asDict,
  classify,
  compare,
  equal,
  fromPlain,
  isNumericText,
  kindOf,
  length,
  looseEqual,
  numberText,
  parseJson,
  toNumber,
  toPlain,
  toText,
  truth,
  wellFormed,
  writeJson,
  type Value,
} from '../index.ts'

describe('classification of a text', () => {
  it.each([
    ['', 'text'],
    ['None', 'none'],
    ['True', 'boolean'],
    ['False', 'boolean'],
    ['true', 'text'],
    ['5', 'number'],
    ['-0.5', 'number'],
    ['08', 'number'],
    ['5.0', 'number'],
    [' 18 ', 'number'],
    ['\u00a07\n', 'number'],
    ['+79781112233', 'text'],
    ['1e5', 'text'],
    ['1,5', 'text'],
    ['.5', 'text'],
    ['5.', 'text'],
    ['-', 'text'],
    ['- 5', 'text'],
    ['10.10.2021', 'date'],
    ['8.1.2021', 'date'],
    ['31.02.2021', 'text'],
    ['29.02.2024', 'date'],
    ['29.02.2100', 'text'],
    ['10.10.21', 'text'],
    ['10.10.2021 ', 'text'],
    ['12:00', 'time'],
    ['9:05', 'time'],
    ['23:59:59', 'time'],
    ['24:00', 'text'],
    ['9:5', 'text'],
    ['12:00:', 'text'],
    ['10.10.2021 9:05', 'datetime'],
    ['10.10.2021 \n 09:05:07', 'datetime'],
    ['10.10.2021 9:05 ', 'text'],
    ['[1]', 'array'],
    ['[1', 'text'],
    ['[a]', 'text'],
    ['{}', 'dict'],
    ['{"a":1}', 'dict'],
    [' [1]', 'text'],
    ['Привет', 'text'],
  ])('%j is a %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })

  it('keeps whole numbers of more than 15 digits exact', () => {
    expect(classify('900719925474099312345')).toEqual({ kind: 'number', value: 900719925474099312345n })
    expect(classify('0000000000000000000005')).toEqual({ kind: 'number', value: 5 })
    expect(equal('900719925474099312345', '900719925474099312346')).toBe(false)
  })
})

describe('numbers as text', () => {
  it.each([
    [3, '3'],
    [0.1 + 0.2, '0.30000000000000004'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [-1.5e22, '-15000000000000000000000'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
  ])('%d is written %s', (number, text) => {
    expect(numberText(number)).toBe(text)
  })

  it('never has an exponent and reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = numberText(number)
        expect(isNumericText(text)).toBe(true)
        expect(Math.abs((toNumber(text) ?? NaN) - number)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('truth', () => {
  it.each<[Value, boolean]>([
    [null, false],
    ['', false],
    ['0', false],
    ['0.00', false],
    [' -0 ', false],
    ['None', false],
    ['False', false],
    ['[]', false],
    ['{ }', false],
    [[], false],
    [new Map(), false],
    ['false', true],
    ['[0]', true],
    ['[', true],
    [' ', true],
    ['00:00', true],
    [[null], true],
  ])('of %j is %j', (value, expected) => {
    expect(truth(value)).toBe(expected)
  })
})

describe('comparison', () => {
  it.each<[Value, Value, boolean]>([
    [5, '05', true],
    ['9:00', '09:00', true],
    ['09:00', '09:00:00', true],
    ['8.12.2021', '08.12.2021', true],
    [true, 1, false],
    [true, 'True', true],
    [null, '', false],
    [null, 'None', true],
    ['[1, 2]', [1, 2], true],
    ['[1]', '["1"]', false],
    ['{"a":1,"b":2}', '{"b":2,"a":1.0}', true],
    ['Да', 'да', false],
  ])('%j == %j is %j', (a, b, expected) => {
    expect(equal(a, b)).toBe(expected)
    expect(equal(b, a)).toBe(expected)
  })

  it('matches elements of different kinds by their text, and of one kind by ==', () => {
    expect(looseEqual(5, '5.0')).toBe(true)
    expect(looseEqual(null, '')).toBe(true)
    expect(looseEqual(true, 1)).toBe(false)
  })

  it('orders numbers, moments and texts, and nothing else', () => {
    expect(compare('10', 9)).toBe(1)
    expect(compare('01.09.2020', '11.10.2020')).toBe(-1)
    expect(compare('9:00', '18:00')).toBe(-1)
    expect(compare('\u{1f44d}', '\uffee')).toBe(1)
    expect(compare('10.03.2026', '14:05')).toBeUndefined()
    expect(compare(true, false)).toBeUndefined()
    expect(compare(null, null)).toBeUndefined()
  })
})

describe('JSON', () => {
  it('keeps the order of keys, and treats names of object members as ordinary keys', () => {
    const dict = parseJson('{"я":1,"10":2,"2":3,"__proto__":4,"constructor":5}')
    expect(writeJson(dict ?? null)).toBe('{"я":1,"10":2,"2":3,"__proto__":4,"constructor":5}')
    expect(JSON.stringify(toPlain(dict ?? null))).toContain('"__proto__":4')
  })

  it('keeps long whole numbers digit by digit', () => {
    expect(writeJson(parseJson('[900719925474099312345]') ?? null)).toBe('[900719925474099312345]')
  })

  it.each(['', '[', '[1,]', '{"a"}', '{a:1}', '[01]', '["\n"]', '["\\x"]', '[1] 2', 'nul', '[1e999]', '"\\'])('refuses %j', (text) => {
    expect(parseJson(text)).toBeUndefined()
  })

  it('refuses what nests deeper than 200 instead of overflowing', () => {
    expect(parseJson('['.repeat(200) + ']'.repeat(200))).toBeDefined()
    expect(parseJson('['.repeat(201) + ']'.repeat(201))).toBeUndefined()
    expect(parseJson('['.repeat(1_000_000))).toBeUndefined()
  })

  it('reads what the platform writes, and writes what the platform reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (plain) => {
        const text = JSON.stringify(plain)
        const read = parseJson(text)
        expect(read).toBeDefined()
        expect(equalPlain(JSON.parse(writeJson(read ?? null)), JSON.parse(text))).toBe(true)
      }),
    )
  })

  it('makes values of plain data, mending broken Unicode', () => {
    expect(fromPlain({ a: [1, '\ud800', Number.NaN, undefined] })).toEqual(new Map([['a', [1, '\ufffd', null, null]]]))
    expect(asDict('{"a":"\\ud800"}')?.get('a')).toBe('\ufffd')
    expect(wellFormed('a\udc00b👍')).toBe('a\ufffdb👍')
  })
})

it('counts characters as code points', () => {
  expect(length('ёж')).toBe(2)
  expect(length('👍👍a')).toBe(3)
})

it('writes text of every kind', () => {
  expect([null, true, 2.5, 7n, 'x', [1, 'б', null], new Map([['a', false]])].map(toText)).toEqual([
    '',
    'True',
    '2.5',
    '7',
    'x',
    '[1,"б",null]',
    '{"a":false}',
  ])
})

it('finds arrays and dicts in text, and only there where they are', () => {
  expect(asArray('[1]')).toEqual([1])
  expect(asArray('{}')).toBeUndefined()
  expect(asDict('{"a":1}')).toEqual(new Map([['a', 1]]))
  expect(asDict(' {}')).toBeUndefined()
})

/** -0 and long integers are the two things that we mean to write otherwise than the platform does. */
function equalPlain(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
