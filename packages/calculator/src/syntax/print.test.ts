import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseExpression, parseScript, printExpression, printScript, type Expression } from '../index.ts'
import { library } from '../../test/small-library.ts'

const shape = (tree: unknown): unknown =>
  JSON.parse(
    JSON.stringify(tree, (key, value) =>
      key === 'from' || key === 'to' || key === 'line' || key === 'source' ? undefined : typeof value === 'bigint' ? String(value) : value,
    ),
  )

describe('printing', () => {
  it.each([
    'x = if(a >= 5, "много #{q#{i}} и #{len("x")}", [1, "2", {"k": None}][0])',
    "client.q#{i} = 'it\\'s\\n\\t\\\\ \"fine\"'",
    'x = Первичное жилье #{a + 1}',
    'x =',
    'x =/*no comment',
    'del d["a"][0]',
    'Имя клиента = Вася',
    'x = -2 ^ -1 ** 3 % 2 - 1 == 5 and not !a or b || c',
    'x = 900719925474099312345 + 2.50',
    'x = "#{1 +}"',
  ])('gives back the tree of %j', (source) => {
    const { statements } = parseScript(source, library)
    expect(shape(parseScript(printScript({ statements }), library).statements)).toEqual(shape(statements))
  })

  it('puts parentheses where a tree needs them', () => {
    const number = (text: string): Expression => ({ type: 'number', text, value: Number(text), from: 0, to: 0 })
    const sum: Expression = {
      type: 'chain',
      level: 'sum',
      first: number('1'),
      rest: [{ operator: '+', operand: number('2') }],
      from: 0,
      to: 0,
    }
    expect(printExpression({ type: 'chain', level: 'product', first: sum, rest: [{ operator: '*', operand: sum }], from: 0, to: 0 })).toBe(
      '(1 + 2) * (1 + 2)',
    )
    expect(printExpression({ type: 'power', word: '^', base: sum, exponent: sum, from: 0, to: 0 })).toBe('(1 + 2) ^ (1 + 2)')
    expect(printExpression({ type: 'not', word: 'not', operand: sum, from: 0, to: 0 })).toBe('not 1 + 2')
  })

  it('gives back any tree', () => {
    fc.assert(
      fc.property(expressions, (tree) => {
        const printed = printExpression(tree)
        const { expression } = parseExpression(printed, library)
        expect(shape(expression), printed).toEqual(shape(tree))
      }),
      { numRuns: 2_000 },
    )
  })
})

const at = { from: 0, to: 0 }
const names = fc.constantFrom('x', 'имя', 'a_1', 'len', 'client', 'Ё', 'constructor')
const texts = fc
  .string({ unit: fc.constantFrom('a', 'я', ' ', '"', "'", '\\', '\n', '\t', '}', '#', '/*', 'n', '👍'), maxLength: 6 })
  .filter((text) => !text.includes('}'))

const { expression: expressions } = fc.letrec<{ expression: Expression; operand: Expression }>((tie) => {
  const group = tie('expression').map((inner): Expression => ({ type: 'group', inner, ...at }))
  const operand = tie('operand')
  const part = operand.map((content) => ({ type: 'substitution' as const, source: '', content, ...at }))
  const interpolation = operand.map((content) => ({ type: 'interpolation' as const, content, ...at }))
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    fc.nat(9999).map((value): Expression => ({ type: 'number', text: String(value), value, ...at })),
    fc.constantFrom('True', 'None', 'null').map((word): Expression => ({ type: 'constant', word, ...at })),
    names.map((name): Expression => ({ type: 'variable', name, ...at })),
    names.map((name): Expression => ({ type: 'variable', name, scope: { scope: 'client', word: 'клиент' }, ...at })),
    texts.map((text): Expression => ({ type: 'string', quote: '"', parts: text === '' ? [] : [text], ...at })),
  )
  return {
    operand: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaf,
      group,
      interpolation,
      fc.tuple(names, interpolation).map(([name, inner]): Expression => ({ type: 'built-name', parts: [name, inner, '_1'], ...at })),
      fc.array(tie('expression'), { maxLength: 3 }).map((args): Expression => ({ type: 'call', name: 'concat', args, ...at })),
      fc.tuple(operand, tie('expression')).map(([object, index]): Expression => ({ type: 'index', object, index, ...at })),
      fc
        .tuple(texts, part)
        .map(([text, inner]): Expression => ({ type: 'string', quote: "'", parts: text === '' ? [inner] : [text, inner], ...at })),
      fc.array(tie('expression'), { maxLength: 3 }).map((elements): Expression => ({ type: 'array', elements, ...at })),
      fc
        .array(fc.record({ key: tie('expression'), value: tie('expression') }), { maxLength: 2 })
        .map((pairs): Expression => ({ type: 'dict', pairs, ...at })),
    ),
    expression: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      operand,
      fc
        .tuple(fc.constantFrom('-' as const, '+' as const), operand)
        .map(([operator, inner]): Expression => ({ type: 'sign', operator, operand: inner, ...at })),
      fc
        .tuple(fc.constantFrom('not' as const, '!' as const), operand)
        .map(([word, inner]): Expression => ({ type: 'not', word, operand: inner, ...at })),
      fc.tuple(operand, operand).map(([base, exponent]): Expression => ({ type: 'power', word: '**', base, exponent, ...at })),
      fc
        .tuple(fc.constantFrom('==' as const, '>=' as const, '<' as const), operand, operand)
        .map(([operator, left, right]): Expression => ({ type: 'comparison', operator, left, right, ...at })),
      fc
        .tuple(
          operand,
          fc.array(fc.record({ operator: fc.constantFrom('+' as const, '-' as const), operand }), { minLength: 1, maxLength: 3 }),
        )
        .map(([first, rest]): Expression => ({ type: 'chain', level: 'sum', first, rest, ...at })),
      fc
        .tuple(
          operand,
          fc.array(fc.record({ operator: fc.constantFrom('and' as const, '&&' as const), operand }), { minLength: 1, maxLength: 3 }),
        )
        .map(([first, rest]): Expression => ({ type: 'chain', level: 'and', first, rest, ...at })),
    ),
  }
})
