import { ScriptError, type Value } from '@voronka/calculator'
import { describe, expect, it } from 'vitest'
import { processorTime } from '../../../house/src/processor-time.ts'
import { call, testWorld } from '../../test/test-world.ts'

const many = 100_000
const numbers = Array.from({ length: many }, (_, at) => (at * 7919) % 1_000_003)
const texts = numbers.map((number) => `item ${number}`)
const mixed: Value[] = numbers.map((number, at) =>
  at % 3 === 0 ? [number, `${at}`] : at % 3 === 1 ? new Map([['a', number]]) : `${number}`,
)
const long = 'ab '.repeat(300_000)

/** Quadratic work on inputs of this size takes minutes, so a generous bound tells it from linear work on any machine. */
const boundMs = 5_000

describe('long inputs are worked through in near-linear time', () => {
  it.each<[string, Value[]]>([
    ['except_arr', [texts, [...texts].reverse()]],
    ['cross_arr', [mixed, [...mixed].reverse()]],
    ['remove_duplicates', [mixed]],
    ['count_occurrences', [mixed, 'nothing']],
    ['in_array', [mixed, 'nothing']],
    ['index', [mixed, mixed]],
    ['remove', [mixed, 'nothing']],
    ['sort', [mixed]],
    ['sort', [numbers]],
    ['sum_array', [numbers]],
    ['shuffle_massive', [texts]],
    ['title', [long]],
    ['tg_escape', [long]],
    ['strip', [' '.repeat(900_000)]],
    ['is_int', [`${' '.repeat(900_000)}x`]],
    ['int', [`${' '.repeat(900_000)}+`]],
    ['normalizePhone', [long]],
    ['substring', ['👍'.repeat(400_000), -5, -1]],
    ['len', ['👍'.repeat(400_000)]],
    ['base64decode', ['A'.repeat(800_000)]],
    ['urldecode', ['%41'.repeat(300_000)]],
    ['sha256', [long]],
    ['convert_datetime', [long, long, '%Y']],
    ['convert_datetime', ['9'.repeat(900_000), '%s', '%Y']],
    ['get', [numbers, '9'.repeat(900_000)]],
    ['c2n', ['A'.repeat(900_000)]],
  ])('%s', (name, args) => {
    const took = processorTime(() => {
      try {
        void call(name, args)
      } catch (error) {
        expect(error).toBeInstanceOf(ScriptError)
      }
    })
    expect(took).toBeLessThan(boundMs)
  })

  it('similar refuses to compare what would take too long, and says so', () => {
    expect(() => call('similar', ['ab'.repeat(6_000), 'ba'.repeat(6_000)])).toThrow(expect.objectContaining({ code: 'text-too-long' }))
    expect(call('similar', [long, ` ${long}`])).toBe(true)
    expect(call('similar', [long, 'ab'])).toBe(false)
  })
})

it('findall stops when it takes longer than a script may', () => {
  let elapsed = 0
  const world = Object.assign(testWorld(), { stopwatch: () => (elapsed += 1) })
  const took = processorTime(() => {
    // Each of its searches looks ahead to the end of the text.
    expect(() => call('findall', ['a.*b|a', 'a'.repeat(20_000)], world)).toThrow(expect.objectContaining({ code: 'limit-time' }))
  })
  expect(took).toBeLessThan(boundMs)
})

describe('what would grow without bound is refused', () => {
  it.each<[string, Value[]]>([
    ['replace', ['a'.repeat(100_000), 'a', 'b'.repeat(100_000)]],
    ['massive_to_text', [numbers, '', '', 'x'.repeat(100_000)]],
    ['humanize', [new Map(numbers.map((number) => [String(number), 1])), 'x'.repeat(100_000)]],
    ['splitter', ['a,'.repeat(150_000), ',']],
    ['urlencode', ['я'.repeat(500_000)]],
    ['int_to_string', [1e300, 'x'.repeat(900_000)]],
    ['tools_make_button_str_checker', [Array.from({ length: 50_000 }, () => 'x'.repeat(100))]],
  ])('%s', (name, args) => {
    expect(() => call(name, args)).toThrow(expect.objectContaining({ name: 'LimitError' }))
  })
})
