import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileExpression, compileScript, compileTemplate, toText, writeJson } from '../index.ts'
import { library } from '../../test/small-library.ts'
import { scopesOf, tryScript, worldOf } from '../../test/try-script.ts'

const name = fc.constantFrom(
  'x',
  'y',
  'd',
  'список',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'globalThis',
  'process',
  'tag',
)
const literal = fc.constantFrom(
  '1',
  '0',
  '2.50',
  '"a"',
  "'10.10.2021'",
  "'9:00'",
  '"[1,2]"',
  '""',
  'True',
  'None',
  '[]',
  '{}',
  '900719925474099312345',
  '"__proto__"',
  '"👍"',
)

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    literal,
    name,
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '%', '^', '==', '<', '>=', 'and', 'or'), tie('expression'))
      .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `${a}[${b}]`),
    fc
      .tuple(
        fc.constantFrom('len', 'int', 'sqrt', 'concat', 'unpack', 'ask', 'broken', 'first_true', 'constructor', 'toString'),
        tie('expression'),
      )
      .map(([fn, a]) => `${fn}(${a})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `if(${a}, ${b}, x)`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `[${a}, #{y}, ${b}]`),
    fc.tuple(name, tie('expression')).map(([key, a]) => `{"${key}": ${a}}`),
    tie('expression').map((a) => `"t #{${a}}"`),
    fc.tuple(name, name).map(([a, b]) => `${a}#{${b}}`),
  ),
}))

const statement = fc.oneof(
  fc.tuple(name, expression).map(([target, value]) => `${target} = ${value}`),
  fc.tuple(name, expression, expression).map(([target, index, value]) => `${target}[${index}] = ${value}`),
  fc.tuple(name, expression).map(([target, index]) => `del ${target}[${index}]`),
  fc.tuple(name, expression, expression).map(([a, b, value]) => `client.${a}#{${b}} = ${value}`),
  expression,
)
const script = fc.array(statement, { maxLength: 8 }).map((lines) => lines.join('\n'))
const given = { x: 5, y: 'text', d: { a: [1, { b: 2 }] }, 'client.список': '[1,"2"]', tag: 'NONE' }

describe('whatever a script says', () => {
  it('evaluation does not throw, and nothing but sound values is stored', () => {
    const before = fingerprint()
    fc.assert(
      fc.property(script, (source) => {
        const scopes = scopesOf(given)
        const result = compileScript(source, library).run(scopes, worldOf())
        expect(result).not.toBeInstanceOf(Promise)
        for (const store of [scopes.order, scopes.client, scopes.project]) {
          for (const value of store.values()) {
            expect(toText(value)).not.toMatch(/NaN|Infinity/)
            if (typeof value === 'object') expect(() => JSON.parse(writeJson(value))).not.toThrow()
          }
        }
      }),
      { numRuns: 1_500 },
    )
    expect(fingerprint()).toEqual(before)
  })

  it('the same holds for expressions and templates', () => {
    fc.assert(
      fc.property(expression, (source) => {
        compileExpression(source, library).evaluate(scopesOf(given), worldOf())
        expect(typeof compileTemplate(`a #{${source}} b`, library).render(scopesOf(given), worldOf())).toBe('string')
      }),
      { numRuns: 1_500 },
    )
  })

  it('only functions of the library can be called, by their exact names', () => {
    for (const call of [
      'constructor("return 1")',
      'toString()',
      'eval("1")',
      'LEN("a")',
      '__proto__()',
      'x.constructor("a")',
      'len.call("a")',
    ]) {
      const { text } = tryScript(`r = ${call}`)
      expect(text('r')).toBe(call)
    }
  })

  it('text of a client changes no more variables than harmless text', () => {
    const source = 'a = #{q}\nb = "#{q}"\nc = q + 1\nd = [q, #{q}]\ne = {"k": q}\nf = n#{q}'
    const changed = (q: string): string[] => [...tryScript(source, { q }).scopes.order.keys()].sort()
    for (const hostile of ['1\nz = 5', '"; z = 5', '#{z}', ') + (1', '/* ', "' + z + '", '}\nz = 1', '__proto__']) {
      expect(changed(hostile)).toEqual(changed('hello'))
    }
  })
})

/** What a script could have reached had it got out. */
function fingerprint(): unknown {
  const prototypes = [Object.prototype, Array.prototype, Map.prototype, String.prototype, Number.prototype, Function.prototype]
  return [Object.getOwnPropertyNames(globalThis).sort(), ...prototypes.map((prototype) => Object.getOwnPropertyNames(prototype).sort())]
}
