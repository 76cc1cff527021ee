import { describe, expect, it } from 'vitest'
import { processorTime } from '../../../house/src/processor-time.ts'
import { compilePattern, type Pattern, type PatternOptions } from '../index.ts'

const pattern = (source: string, options?: PatternOptions): Pattern => {
  const compiled = compilePattern(source, options)
  return compiled.ok ? compiled.pattern : expect.fail(`${source}: ${compiled.message}`)
}

const found = (source: string, text: string, options?: PatternOptions): string[] =>
  pattern(source, options)
    .all(text)
    .map(({ groups }) => groups[0] ?? '')

describe('sets', () => {
  it.each<[string, string, string[]]>([
    ['\\w+', 'привет, мир_1 ok', ['привет', 'мир_1', 'ok']],
    ['\\W+', 'да - нет', [' - ']],
    ['[\\W_]+', 'да_-_нет👍', ['_-_', '👍']],
    ['[^\\W\\d_]+', 'абв123_где', ['абв', 'где']],
    ['\\d+', '12 ٣٤', ['12', '٣٤']],
    ['\\D+', '1аб2', ['аб']],
    ['[\\D]+', '1аб2', ['аб']],
    ['[\\S]+', 'аб\u00a0вг\nд', ['аб', 'вг', 'д']],
    ['\\s+', 'а\u00a0 \tб', ['\u00a0 \t']],
    ['[а-яё]+@', 'ёж@дом', ['ёж@']],
    ['[\\w-]+', 'а-б в', ['а-б', 'в']],
    ['[a\\-\\d]+', 'a-1b', ['a-1']],
    ['[+-]?\\d', '-1+2', ['-1', '+2']],
    ['[]x]+', 'a]x', [']x']],
    ['[^]]+', 'ab]c', ['ab', 'c']],
    ['[\\b]', 'a\bc', ['\b']],
    ['[[:digit:]]+', 'a12', ['12']],
    ['\\p{Cyrillic}+', 'да yes', ['да']],
    ['.+', 'а\nб', ['а', 'б']],
    ['(?s).+', 'а\nб', ['а\nб']],
    ['\\u0430\\x{431}', 'абв', ['аб']],
    ['a{,2}b', 'aaab', ['aab']],
    ['a{x}', 'a{x}', ['a{x}']],
    ['\\/(.+)\\/', 'x/y/', ['/y/']],
    ['\\Qa.b\\E', 'axb a.b', ['a.b']],
    ['a(?#note)b', 'ab', ['ab']],
  ])('%s in %j', (source, text, expected) => {
    expect(found(source, text)).toEqual(expected)
  })

  it('takes \\d for 0-9 alone where conditions ask so', () => {
    expect(found('\\d+', '12 ٣٤', { asciiDigits: true })).toEqual(['12'])
    expect(found('[\\D]+', '1٣2', { asciiDigits: true })).toEqual(['٣'])
  })

  it('ignores the case of every alphabet', () => {
    expect(pattern('^ДА$', { ignoreCase: true }).test('да')).toBe(true)
    expect(pattern('(?i)ёлка').test('ЁЛКА')).toBe(true)
    expect(pattern('\\bёлка\\b', { ignoreCase: true }).test('ЁЛКА!')).toBe(true)
  })
})

describe('word edges', () => {
  it.each<[string, string, string[]]>([
    ['\\bкот\\b', 'кот котик кот', ['кот', 'кот']],
    ['\\bк\\w*', 'кот окно кит', ['кот', 'кит']],
    ['\\Bот', 'кот от', ['от']],
    ['^\\w+\\b', 'да нет', ['да']],
    ['(?m)^\\b\\w+$', 'да\nнет\nи так', ['да', 'нет']],
    ['\\b\\w+\\b$', 'да\nнет', ['нет']],
    ['\\b.', 'а б', ['а', ' ', 'б']],
    ['\\b[^а]', 'абв гд', [' ', 'г']],
    ['\\b\\d{2}\\b', '12 123 45', ['12', '45']],
    ['\\b(?:да|нет)\\b|\\?', 'данет да?', ['да', '?']],
    ['\\b', 'а б', ['', '', '', '']],
    ['👍\\b', '👍а 👍', ['👍']],
  ])('%s in %j', (source, text, expected) => {
    expect(found(source, text)).toEqual(expected)
  })

  it('gives positions of the text as it is', () => {
    expect(pattern('\\b(к)от\\b').exec('👍 кот')).toEqual({ index: 3, end: 6, groups: ['кот', 'к'] })
    expect(pattern('\\bк').exec('кот кит', 1)).toEqual({ index: 4, end: 5, groups: ['к'] })
  })
})

it('finds from an offset on, and says which groups took no part', () => {
  expect(pattern('(а)|(б)').exec('а б', 1)).toEqual({ index: 2, end: 3, groups: ['б', undefined, 'б'] })
  expect(pattern('а').exec('а', 2)).toBeUndefined()
})

describe('refusals', () => {
  it.each([
    '(?=a)',
    '(?!a)',
    '(?<=a)',
    '(?<!a)\\b',
    '(a)\\1',
    '(?P<n>a)(?P=n)',
    'a++',
    '(?>a)',
    '(?x)a',
    '[a',
    '(a',
    'a)',
    '*a',
    '\\',
    '\\y',
    'a{2000}',
  ])('%s is an invalid pattern', (source) => {
    const compiled = compilePattern(source)
    expect(compiled.ok).toBe(false)
    expect(compiled.ok ? '' : compiled.message).not.toBe('')
  })

  it('refuses patterns that are too large, and work that is too much', () => {
    expect(compilePattern('[а-я]{0,999}'.repeat(50)).ok).toBe(false)
    expect(compilePattern('а'.repeat(10_001)).ok).toBe(false)
    expect(() => pattern('(.{0,900}x)b', { work: 1_000_000 }).test('b'.repeat(4096))).toThrow('limit-pattern')
  })
})

it('stays linear on patterns that hang a backtracking engine', () => {
  const took = processorTime(() => {
    for (const source of ['(a*)*c', '(a|aa)+c', '(.*)(.*)(.*)(.*)c$', '\\b(\\w+\\s?)+$']) pattern(source).test(`c${'a'.repeat(4000)}!`)
  })
  expect(took).toBeLessThan(1_000)
})
