import { describe, expect, it } from 'vitest'
import { explain, parseScript, printScript } from '../index.ts'
import { library } from '../../test/small-library.ts'

const parse = (source: string) => parseScript(source, library)
const kinds = (source: string) => parse(source).statements.map(({ type }) => type)
const codes = (source: string) => parse(source).diagnostics.map(({ code }) => code)
/** What each line of a script came to, written out. */
const lines = (source: string) => parse(source).statements.map((statement) => printScript({ statements: [statement] }))

describe('comments', () => {
  it.each([
    ['/* a */ x = 1', ['x = 1']],
    ['x = 1 /* a */ + 2', ['x = 1 + 2']],
    ['x = 1 /* a\nb */ y = 2', ['x = 1', 'y = 2']],
    ['x = 1 /* never closed\ny = 2', ['x = 1']],
    ['/* a *//* b */ x = 1', ['x = 1']],
    ['x = "a /* b */ c"', ['x = "a /* b */ c"']],
    ['x = https://a.b/*c', ['x = https://a.b/*c']],
    ['x = just text /* c */ here', ['x = just text  here']],
    ["x = it's /* c */ fine", ["x = it's  fine"]],
    ['x = [1, /* a\nb */ 2]', ['x = [1, 2]']],
    ['x = "a /* not\nclosed */"', ['x = "a /* not\\nclosed */"']],
  ])('%j', (source, expected) => {
    expect(lines(source)).toEqual(expected)
  })
})

describe('statements over several lines', () => {
  it.each([
    ['x = {\n"a": 1,\n"b": [\n2]\n}\ny = 1', ['x = {"a": 1, "b": [2]}', 'y = 1']],
    ["x = 'a\n\nb'\ny = 1", ["x = 'a\\n\\nb'", 'y = 1']],
    ['x = if(1 > 2,\n "a",\r\n "b"\n)', ['x = if(1 > 2, "a", "b")']],
    ['x = (1 +\ny = 2', ['x = (1 +', 'y = 2']],
    ['x = (1\n+ 2) + 3', ['x = (1 + 2) + 3']],
    ['x = 1 +\n2', ['x = 1 +', '2']],
    ['x[\n0\n] = 5', ['x[0] = 5']],
    ['x = "#{len("a",\n"b")}"', ['x = "#{len("a", "b")}"']],
    ['x = sad :(\ny = glad :)', ['x = sad :(', 'y = glad :)']],
    ["x = it's\ny = 'b'", ["x = it's", "y = 'b'"]],
  ])('%j', (source, expected) => {
    expect(lines(source)).toEqual(expected)
  })

  it('counts lines of the source, not statements', () => {
    expect(parse('x = [1,\n2]\n\n/* a\nb */ y = 3').statements.map(({ line }) => line)).toEqual([1, 5])
  })
})

describe('what a line is', () => {
  it.each([
    ['x = 5', 'assignment'],
    ['client.x = 5', 'assignment'],
    ['клиент.q#{i}_b = 5', 'assignment'],
    ['#{a} = 5', 'assignment'],
    ['client = 5', 'assignment'],
    ['len = 5', 'assignment'],
    ['x == 5', 'evaluation'],
    ['x', 'evaluation'],
    ['len ("a")', 'evaluation'],
    ['del x["a"][0]', 'deletion'],
    ['del x', 'ignored'],
    ['1x = 5', 'ignored'],
    ['_x = 5', 'ignored'],
    ['Имя клиента = Вася', 'ignored'],
    ['not = 5', 'ignored'],
    ['print = 5', 'ignored'],
    ['client.a.b = 5', 'ignored'],
    ['hello world', 'ignored'],
    ['5шт', 'ignored'],
  ])('%j is an %s', (source, kind) => {
    expect(kinds(source)).toEqual([kind])
  })

  it.each([
    'x = Первичное жилье',
    'x = 10.10.2021',
    'x = 12:00',
    'x = 1 < 2 < 3',
    'x = 5 +',
    'x = a[1:3]',
    'x = nofunction(5)',
    'x = print(5)',
    'x = "a" "b"',
    'x = a & b',
    'x = = 5',
    'x = 5шт',
    'x = 5.',
    'x = .5',
    'x = 5#{a}',
    'x = a#{b',
    'x = #{}',
    'x = not',
    'x = client.q#{i}',
    'x = 1 + not y',
  ])('%j has bare text on its right', (source) => {
    expect(parse(source).statements[0]).toMatchObject({ type: 'assignment', value: { type: 'bare-text' } })
  })
})

describe('expressions', () => {
  it.each([
    ['1 + 2 * 3', '1 + (2 * 3)'],
    ['-2 ^ 2', '-(2 ^ 2)'],
    ['2 ^ -1', '2 ^ (-1)'],
    ['2 ^ 3 ** 2', '2 ^ (3 ** 2)'],
    ['not a == b and c', '(not (a == b)) and c'],
    ['!a || b && c', '(!a) || (b && c)'],
    ['a + 1 > b % 2 OR c', '((a + 1) > (b % 2)) OR c'],
    ['-x[0][1]', '-((x[0])[1])'],
    ['len("a")[0] * 2', '(len("a")[0]) * 2'],
  ])('%s is %s', (source, grouped) => {
    const shape = (text: string) =>
      JSON.stringify(parse(text).statements, (key, value) => (key === 'from' || key === 'to' ? undefined : value))
    expect(ungrouped(shape(grouped))).toBe(ungrouped(shape(source)))
  })

  it('has the positions of its nodes in the source', () => {
    const [statement] = parse('итог = цена * len(имя)').statements
    expect(statement).toMatchObject({
      from: 0,
      to: 22,
      target: { from: 0, to: 4 },
      value: { from: 7, to: 22, first: { from: 7, to: 11 }, rest: [{ operand: { from: 14, to: 22, args: [{ from: 18, to: 21 }] } }] },
    })
  })

  it('keeps long rows of operators flat', () => {
    expect(kinds(`x = ${'1 + '.repeat(50_000)}1`)).toEqual(['assignment'])
    expect(codes(`x = ${'1 + '.repeat(50_000)}1`)).toEqual([])
  })

  it.each(['(', '[', '{"a":', 'len(', '-', 'not ', '2 ^ ', '"#{', '#{', 'x['])('refuses to nest %j deeper than 200', (open) => {
    expect(codes(`x = ${open.repeat(5_000)}1`).length).toBeGreaterThan(0)
  })

  it('nests 190 levels', () => {
    expect(codes(`x = ${'('.repeat(190)}1${')'.repeat(190)}`)).toEqual([])
    expect(codes(`x = ${'('.repeat(201)}1${')'.repeat(201)}`)).toEqual(['bare-text'])
  })
})

describe('diagnostics', () => {
  it.each([
    ['x = конкат(1)', 'unknown-function'],
    ['if(x = 5, 1, 2)', 'single-equals'],
    ['Имя клиента = Вася', 'impossible-name'],
    ['current_date = 5', 'reserved-name'],
    ['client.tag = 5', 'reserved-name'],
    ['x = len()', 'too-few-arguments'],
    ['x = len(1, 2)', 'too-many-arguments'],
    ['x = "a#{1 +}b"', 'invalid-substitution'],
    ['del x', 'del-needs-element'],
    ['x = Вася', undefined],
    ['x = Вася Петров', 'bare-text'],
    ['len("a"', 'unclosed'],
    ['len("a)', 'unclosed-quote'],
    ['1 < 2 < 3', 'chained-comparison'],
    ['5шт', 'number-touches'],
    ['x +', 'expected-value'],
    ['a b', 'unexpected'],
    ['and', 'reserved-word'],
  ])('%j: %s', (source, code) => {
    expect(codes(source)).toEqual(code === undefined ? [] : [code])
  })

  it('say where, on which line, and what was probably meant', () => {
    const [diagnostic] = parse('a = 1\nb = lenn("x")').diagnostics
    expect(diagnostic).toMatchObject({ code: 'unknown-function', from: 10, to: 14, line: 2, facts: { suggestion: 'len' } })
    expect(diagnostic && explain(diagnostic, 'en')).toEqual({ message: 'There is no function “lenn”.', hint: 'Did you mean “len”?' })
    expect(diagnostic && explain(diagnostic, 'ru').hint).toBe('Может быть, «len»?')
  })
})

/** Trees compared without the parentheses that the author wrote. */
function ungrouped(json: string): string {
  return JSON.stringify(JSON.parse(json), (_, value) => (value?.type === 'group' ? value.inner : value))
}
