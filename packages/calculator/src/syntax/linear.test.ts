import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { processorTime } from '../../../house/src/processor-time.ts'
import { compileScript, explain, highlight, parseExpression, parseScript, parseTemplate, printScript } from '../index.ts'
import { library } from '../../test/small-library.ts'

/** Pieces that a script is made of, and that go wrong in every way when they are put together at random. */
const piece = fc.constantFrom(
  '\n',
  ' ',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '#{',
  '#',
  '\\',
  '/*',
  '*/',
  '=',
  '==',
  ',',
  ':',
  '.',
  '+',
  '-',
  '*',
  '**',
  '^',
  '!',
  '<',
  'and',
  'or',
  'not',
  'del ',
  'if(',
  'len(',
  'нет(',
  'client.',
  'проект.',
  'x',
  'имя',
  '1',
  '2.50',
  '10.10.2021',
  'True',
  '👍',
  '\ud800',
  '\t',
  '\r\n',
)
const script = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

describe('any text', () => {
  it('parses, prints, is coloured and explained without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(script, fc.string({ unit: 'binary', maxLength: 80 })), (source) => {
        const parsed = parseScript(source, library)
        printScript(parsed)
        parseExpression(source, library)
        parseTemplate(source, library)
        compileScript(source, library)
        for (const diagnostic of parsed.diagnostics) {
          expect(explain(diagnostic, 'ru').message, diagnostic.code).not.toBe(diagnostic.code)
          expect(diagnostic.from).toBeLessThanOrEqual(diagnostic.to)
          expect(diagnostic.to).toBeLessThanOrEqual(source.length)
        }
        for (const { from, to } of parsed.statements) expect(from).toBeLessThan(to)
      }),
      { numRuns: 3_000 },
    )
  })

  it('is coloured by spans in order that do not overlap', () => {
    fc.assert(
      fc.property(script, (source) => {
        let end = 0
        for (const { from, to } of highlight(source, library)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(source.length)
      }),
      { numRuns: 2_000 },
    )
  })

  it('prints to a script with the same meaning', () => {
    fc.assert(
      fc.property(script, (source) => {
        const { statements } = parseScript(source, library)
        const printed = printScript({ statements })
        expect(printScript(parseScript(printed, library)), printed).toBe(printed)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('time', () => {
  const hard = [
    '(\n',
    '[\n',
    "'",
    '"\n',
    "'#{",
    '#{',
    '}',
    'x = (',
    'x = [1,\n',
    "t = 'abc\n",
    '/* ',
    '/* */ ',
    'a = b c\n',
    'a[',
    'a[1]',
    '1+',
    '-',
    'not ',
    '2^',
  ]
  const harder = [
    'if(',
    '"#{"#{',
    '\\',
    'x = нет(5)\n',
    '"\'',
    '#{a}',
    'a=#{a\n',
    'x = (1 1\n',
    '[[],\n',
    'a == b\n',
    'x = hi #{имя}\n',
    "x = 'a /* \n",
    'del ',
  ]

  it.each([...hard, ...harder])('grows with the length of %j repeated, not with its square', (unit) => {
    // Eight times the text; what looks back from each of so many places takes seconds. A short text is read within a few milliseconds, and the long one pays
    // for the collector of garbage as well.
    let growth = Infinity
    for (let attempt = 0; attempt < 4 && growth >= 40; attempt++) growth = best(unit, 240_000) / Math.max(best(unit, 30_000), 10)
    expect(growth).toBeLessThan(40)
  })

  function best(unit: string, length: number): number {
    const source = unit.repeat(Math.ceil(length / unit.length))
    return processorTime(() => {
      parseScript(source, library)
      highlight(source, library)
    }, 2)
  }
})
