import { LimitError, ScriptError, type Value } from '@voronka/calculator'
import { describe, expect, it } from 'vitest'
import { testWorld } from '../test/test-world.ts'
import { defineFunction, defineHostFunction } from './define-function.ts'
import type { MaybePromise } from './ports.ts'

const words = { ru: 'Проба.', en: 'A trial.' }
const common = { category: 'math', returns: 'any', help: words, examples: [] } as const

const describing = defineFunction({
  ...common,
  name: 'describing',
  params: [
    { name: 'text', type: 'text', about: words },
    { name: 'number', type: 'number', about: words },
    { name: 'whole', type: 'integer', optional: true, default: 7, about: words },
    { name: 'flag', type: 'boolean', optional: true, about: words },
  ],
  run: (text, number, whole, flag) => [text, number, whole, flag ?? 'skipped'],
})

const collecting = defineFunction({
  ...common,
  name: 'collecting',
  params: [
    { name: 'first', type: 'text', about: words },
    { name: 'others', type: 'number', variadic: true, about: words },
  ],
  run: (first, others) => [first, others],
})

const careful = defineHostFunction({
  ...common,
  name: 'careful',
  params: [{ name: 'client', type: 'id', about: words }],
  failure: false,
  run: (client): MaybePromise<Value | undefined> => (client > 5 ? Promise.resolve(client === 6 ? undefined : client) : client),
})

const sparing = defineHostFunction({
  ...common,
  name: 'sparing',
  params: [
    { name: 'client', type: 'id', optional: true, default: 3, about: words },
    { name: 'flag', type: 'boolean', optional: true, default: true, about: words },
    { name: 'value', type: 'any', optional: true, about: words },
  ],
  failure: false,
  run: (client, flag, value) => [client, flag, value ?? 'skipped'],
})

const world = testWorld()

describe('arguments of a function', () => {
  it('are converted by the types of its parameters', () => {
    expect(describing.call([12, ' 5.5 ', '3.9', '0'], world)).toEqual(['12', 5.5, 3, false])
    expect(describing.call([true, true, -3.9, 'no'], world)).toEqual(['True', 1, -3, true])
    expect(describing.call([[1, 'б'], '08'], world)).toEqual(['[1,"б"]', 8, 7, 'skipped'])
  })

  it.each(['', null, 'None'])('take their default when skipped as %j', (skipped) => {
    expect(describing.call(['a', 1, skipped, skipped], world)).toEqual(['a', 1, 7, 'skipped'])
  })

  it.each(['', null, 'None', 'none'])('of a function that acts on clients are left out as %j', (skipped) => {
    expect(sparing.call([skipped, skipped, 'none'], world)).toEqual([3, true, 'none'])
  })

  it('may be too many: the surplus is ignored', () => {
    expect(describing.call(['a', 1, 2, true, 'x', 'y'], world)).toEqual(['a', 1, 2, true])
  })

  it('may not be too few', () => {
    expect(() => describing.call(['a'], world)).toThrow(
      expect.objectContaining({ code: 'too-few-arguments', facts: { function: 'describing', required: '2', given: '1' } }),
    )
  })

  it('that cannot be converted are an error which names the parameter', () => {
    expect(() => describing.call(['a', 'five'], world)).toThrow(
      expect.objectContaining({
        code: 'wrong-argument',
        facts: { function: 'describing', parameter: 'number', expected: 'number', value: 'five' },
      }),
    )
    expect(() => describing.call(['a', null], world)).toThrow(ScriptError)
  })

  it('of a variadic parameter come as one array, at least one of them', () => {
    expect(collecting.call(['a', 1, '2', true], world)).toEqual(['a', [1, 2, 1]])
    expect(() => collecting.call(['a'], world)).toThrow(ScriptError)
    expect(() => collecting.call(['a', 1, 'x'], world)).toThrow(ScriptError)
  })
})

describe('the answer of a function', () => {
  const answering = (answer: Value | undefined) => defineFunction({ ...common, name: 'answering', params: [], run: () => answer })

  it.each([undefined, Number.NaN, Infinity])('%s means that there is none', (answer) => {
    expect(() => answering(answer).call([], world)).toThrow(
      expect.objectContaining({ code: 'no-answer', facts: { function: 'answering' } }),
    )
  })

  it('is never -0', () => {
    expect(Object.is(answering(-0).call([], world), 0)).toBe(true)
  })

  it('may not be larger than the language allows', () => {
    expect(() => answering('x'.repeat(1_000_001)).call([], world)).toThrow(LimitError)
    expect(() => answering(Array.from({ length: 100_001 }, () => 0)).call([], world)).toThrow(LimitError)
    expect(answering('x'.repeat(1_000_000)).call([], world)).toHaveLength(1_000_000)
  })
})

describe('a host function', () => {
  it('answers with its failure value instead of throwing', () => {
    for (const args of [[], [null], ['x'], [0], [1.5], [-1], [[1]]]) expect(careful.call(args, world)).toBe(false)
  })

  it('may tell itself what is missing', () => {
    const telling = defineHostFunction({
      ...common,
      name: 'telling',
      params: [{ name: 'client', type: 'any', about: words }],
      judgesMissing: true,
      failure: 'failed',
      run: (client) => (client === null ? 'no client' : 'found'),
    })
    expect([[], [null], [1]].map((args) => telling.call(args, world))).toEqual(['no client', 'no client', 'found'])
  })

  it('answers at once when nothing has to be waited for', () => {
    expect(careful.call(['3'], world)).toBe(3)
  })

  it('gives its failure value for a promise of nothing', async () => {
    expect(await careful.call([7], world)).toBe(7)
    expect(await careful.call([6], world)).toBe(false)
  })

  it('does not hide faults of the world behind it', async () => {
    const broken = defineHostFunction({
      ...common,
      name: 'broken',
      params: [],
      failure: false,
      run: () => Promise.reject(new Error('disk')),
    })
    await expect(broken.call([], world)).rejects.toThrow('disk')
  })
})
