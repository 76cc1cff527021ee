import { describe, expect, it } from 'vitest'
import { compileExpression, compileTemplate, limits, type Value } from '../index.ts'
import { library } from '../../test/small-library.ts'
import { evaluate, evaluated, render, scopesOf, tryScript, worldOf } from '../../test/try-script.ts'

describe('operators', () => {
  it.each<[string, Value]>([
    ["'12.10.2021' + 3", '15.10.2021'],
    ["'12.10.2021' + 3.9", '15.10.2021'],
    ["'12.10.2021' + '3'", '15.10.2021'],
    ["'12.10.2021' + True", '12.10.2021True'],
    ["3 + '12.10.2021'", '312.10.2021'],
    ["'23:30' + 45", '00:15'],
    ["'0:10' - 20", '23:50'],
    ["'9:00:30' + 1", '09:01:30'],
    ["'11.12.2021' - '8.12.2021'", 3],
    ["'11:12' - '3:45'", 447],
    ["'12.10.2021 10:00' + 1", '12.10.2021 10:001'],
    ["'a' + None", 'a'],
    ["None + 'a'", 'a'],
    ["'2' + '3'", 5],
    ["'a' + 1 + 2", 'a12'],
    ["1 + 2 + 'a'", '3a'],
    ["'N' + 'a'", 'Na'],
    ["x + 'a' + y + 1", '5a71'],
    ['[1] + [2]', '[1][2]'],
    ['True + 1', 2],
    ['10 - 4 - 3', 3],
    ['-7 % 3', 2],
    ['7 % -3', -2],
    ['-(2 ^ 3)', -8],
    ['-900719925474099312345', -900719925474099312345n],
    ['900719925474099312345 == "900719925474099312345"', true],
    ['900719925474099312345 > 900719925474099312344', true],
    ["'5' == 5.0", true],
    ['True == 1', false],
    ["'я' > 'а'", true],
    ["'10' > 9", true],
    ["'a' > 1", false],
    ['None >= None', false],
    ["!0 && 'x'", true],
    ['x >= 5 and x <= 5 and x != 6', true],
    ['[1, 2][-1]', 2],
    ['[1, 2][2]', null],
    ['[1, 2][0.5]', null],
    ['"text"[0]', null],
    ['{"6": 1}[6]', 1],
    ['{"a": {"b": [7]}}["a"]["b"]["0"]', 7],
    ['PI > 3 and E < 3', true],
  ])('%s', (source, expected) => {
    expect(evaluated(source, { x: 5, y: 7 })).toEqual({ value: expected, diagnostics: [] })
  })

  it.each([
    ['1 / 0', 'division-by-zero'],
    ['1 % 0', 'division-by-zero'],
    ['0 ^ -1', 'division-by-zero'],
    ['(0 - 8) ^ 0.5', 'no-real-number'],
    ['10 ^ 400', 'out-of-range'],
    ['10 ^ 308 * 10', 'out-of-range'],
    ['nothing + 1', 'no-value'],
    ["'a' * 2", 'not-a-number'],
    ["'1,5' - 1", 'not-a-number'],
    ["'12.10.2021' * 2", 'not-a-number'],
    ["'12.10.2021' - '12:00'", 'not-a-number'],
    ["'12.10.2021' - True", 'not-a-number'],
    ["'31.12.9999' + 1", 'date-out-of-range'],
    ['sqrt(0 - 1)', 'no-answer'],
    ["sqrt('x')", 'wrong-argument'],
    ['broken()', 'internal-error'],
  ])('%s has no value: %s', (source, code) => {
    const { value, diagnostics, failed } = evaluated(source)
    expect({ value, failed }).toEqual({ value: null, failed: true })
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code])
  })

  it('a text of which only a part has no value has one', () => {
    expect(evaluated('"#{1 / 0}" == ""')).toMatchObject({ value: true, diagnostics: [{ code: 'division-by-zero' }] })
    expect(evaluated('"#{1 / 0}" == ""')).not.toHaveProperty('failed')
  })

  it('works through rows of any length', () => {
    expect(evaluate(`${'x + '.repeat(20_000)}1`, { x: 1 })).toBe(20_001)
  })

  it('names the variable that is missing', () => {
    expect(evaluated('5 * client.цена').diagnostics[0]).toMatchObject({ from: 0, to: 15, facts: { name: 'client.цена', operator: '*' } })
  })
})

describe('names', () => {
  it('are looked up in the order, the client, the project, the constants, the soft built-ins', () => {
    const given = { 'const.a': 4, 'project.a': 3, 'client.a': 2, a: 1, 'client.name': 'Оля', name: 'Ольга', E: 'my own' }
    expect(evaluate('a', given)).toBe(1)
    expect(evaluate('client.a + project.a', given)).toBe(5)
    expect(evaluate('a', { 'const.a': 4 })).toBe(4)
    expect(evaluate('name', given)).toBe('Оля')
    expect(evaluate('name', { name: 'Ольга' })).toBe('Ольга')
    expect(evaluate('E', given)).toBe('my own')
    expect(evaluate('project.b', { b: 1 })).toBeNull()
  })

  it('that are reserved win over variables, and cannot be written in any scope', () => {
    const scopes = { current_date: '10.03.2026' }
    const { text, codes } = tryScript('client.current_date = 5\ncurrent_date = 6\nx = current_date', scopes)
    expect(codes).toEqual(['reserved-name', 'reserved-name'])
    expect(text('x')).toBe('10.03.2026')
  })

  it('stand for their own text alone, as elements and as built names, but are none elsewhere', () => {
    const { text } = tryScript('a = да\nb = [да, q#{n}]\nc = len(да)\nd = q#{n}\ne = "#{q#{n}}|#{да}"\nf = (да)', { n: 1 })
    expect(['a', 'b', 'c', 'd', 'e', 'f'].map(text)).toEqual(['да', '["да","q1"]', '0', 'q1', '|', ''])
  })

  it('that are members of objects everywhere else are nothing here', () => {
    for (const name of ['constructor', 'prototype', 'toString', 'hasOwnProperty', 'globalThis', 'process']) {
      expect(evaluate(`${name} == None`)).toBe(true)
      expect(tryScript(`x = {"${name}": 1}\ny = x["${name}"]\nz = {}\nw = z["${name}"]`).text('w')).toBe('')
    }
  })

  it('built while running must be names', () => {
    const { codes, scopes } = tryScript('q#{a} = 1\n#{b} = 2\nx = 3', { a: ' 1', b: 'tag' })
    expect(codes).toEqual(['impossible-name', 'reserved-name'])
    expect([...scopes.order.keys()]).toEqual(['a', 'b', 'x'])
  })
})

describe('assignment', () => {
  it('keeps a number as written, and a text as it is', () => {
    const { text } = tryScript('a = 2.50\nb = a + 0\nc = 007\nd = 900719925474099312345\ne = d')
    expect(['a', 'b', 'c', 'd', 'e'].map(text)).toEqual(['2.50', '2.5', '007', '900719925474099312345', '900719925474099312345'])
  })

  it('of nothing, of none or of the empty text deletes', () => {
    const { scopes } = tryScript('a =\nb = ""\nc = None\nd = "None"\ne = 1 / 0\nclient.f =', {
      a: 1,
      b: 1,
      c: 1,
      d: 1,
      e: 1,
      'client.f': 1,
    })
    expect([...scopes.order.keys(), ...scopes.client.keys()]).toEqual([])
  })

  it('goes on after an error, and reports it with its line', () => {
    const { result, text } = tryScript('a = 1\n\nb = a / 0\nc = 3')
    expect(text('c')).toBe('3')
    expect(result.diagnostics).toMatchObject([{ code: 'division-by-zero', line: 3, from: 11, to: 16 }])
    expect(result.lines).toMatchObject([
      { line: 1, source: 'a = 1', target: 'a', value: 1 },
      { line: 3, source: 'b = a / 0', target: 'b', value: null, diagnostic: { code: 'division-by-zero' } },
      { line: 4, source: 'c = 3', target: 'c', value: 3 },
    ])
  })

  it('mends broken Unicode', () => {
    expect(tryScript('x = "a\ud800b"').text('x')).toBe('a\ufffdb')
  })
})

describe('substitution', () => {
  it('of a text that counts as none gives the empty text, as a concatenation does', () => {
    const { text } = tryScript('a = "[#{x}]"\nb = [#{x}]!\nc = "[" + x + "]"\nd = "#{x}" == ""\ne = "#{x}#{x}" == ""', { x: 'None' })
    expect(['a', 'b', 'c', 'd', 'e'].map(text)).toEqual(['[]', '[]!', '[]', 'True', 'True'])
  })
})

describe('elements', () => {
  it.each([
    ['a[1] = 888', '["1","888"]'],
    ["a[1] = int('888')", '["1",888]'],
    ['a[1] = 400 + 488', '["1",888]'],
    ['a[1] = n', '["1","5"]'],
    ['a[1] = #{n}', '["1","5"]'],
    ['a[1] = #{888}', '["1","888"]'],
    ["a[1] = #{int('888')}", '["1",888]'],
    ['a[1] = #{n + 1}', '["1",6]'],
    ['a[1] = flag', '["1",true]'],
    ['a[1] = list', '["1",[1]]'],
    ['a[-1] = "x"', '["1","x"]'],
    ['a[1] =', '["1",null]'],
    ['a[1] = ""', '["1",""]'],
    ['a[1] = 1 / 0', '["1",null]'],
    ['a[1] = новый', '["1","новый"]'],
    ['a[1] = два слова', '["1","два слова"]'],
    ['a[1] = [n, "#{n}"]', '["1",[5,"5"]]'],
    ['del a[0]', '[2]'],
    ['a[7] = 1', '["1",2]'],
    ['del a[7]', '["1",2]'],
    ['a["0"] = "x"', '["x",2]'],
  ])('%s', (line, expected) => {
    expect(tryScript(line, { a: '["1",2]', n: '5', flag: 'True', list: '[1]' }).text('a')).toBe(expected)
  })

  it('are changed where the container was found, a constant in a copy', () => {
    const { scopes } = tryScript('m["a"] = "b"\nk["x"]["y"] = True\nc[0] = "z"', {
      'client.m': '{}',
      'project.k': { x: {} },
      'const.c': [1],
    })
    expect(scopes.client.get('m')).toEqual(new Map([['a', 'b']]))
    expect(scopes.project.get('k')).toEqual(new Map([['x', new Map([['y', true]])]]))
    expect(scopes.order.get('c')).toEqual(['z'])
  })

  it('of a copy leave the original alone', () => {
    const { text } = tryScript('a = [1, 2]\nb = a\nb[0] = "x"')
    expect([text('a'), text('b')]).toEqual(['[1,2]', '["x",2]'])
  })

  it('need a container', () => {
    const { codes, text } = tryScript('x[0] = 1\nt["a"] = 2\nd["a"]["b"] = 3\ny = 4', { t: 'text', d: '{}' })
    expect(codes).toEqual(['not-a-container', 'not-a-container', 'no-such-element'])
    expect(text('y')).toBe('4')
  })

  it('keep the order of keys', () => {
    expect(tryScript('d = {"b": 1, "10": 2}\nd["2"] = "x"\nd["b"] = "y"').text('d')).toBe('{"b":"y","10":2,"2":"x"}')
  })
})

describe('substitution', () => {
  it.each([
    ['Hello, #{имя}!', 'Hello, Оля!'],
    ['#{2+2} #{if(n > 1, "да", "нет")}', '4 да'],
    ['#{q#{test#{i}}}', 'found'],
    ['[#{missing}] [#{q#{n}9}]', '[] []'],
    ['#{1 / 0}|', '|'],
    ['#{1 +} #{} #{нет(1)} #{ open', '#{1 +} #{} #{нет(1)} #{ open'],
    ['#{evil}', '#{имя} + 1'],
    ['#{ n \n+ 1 }', '6'],
    ['#{"#{имя}" + "}"}', '#{"Оля" + "}"}'.replace('"Оля"', '"#{имя}"')],
    ['\\n #{list}', '\\n [1,"б"]'],
    ['#{client.c} #{n > 1}', 'к True'],
  ])('%j gives %j', (text, expected) => {
    const given = { имя: 'Оля', n: 5, i: 1, test1: 2, q2: 'found', evil: '#{имя} + 1', list: [1, 'б'], 'client.c': 'к' }
    expect(render(text, given)).toBe(expected)
  })

  it('is one operand in an expression, never code', () => {
    const { value } = tryScript('x = #{bad} + 1\ny = #{n} * #{n}\nz = [#{n}, #{flag}, "#{n}", #{list}]', {
      bad: '1 + 1) * (1',
      n: '3',
      flag: 'True',
      list: '[1]',
    })
    expect(value('x')).toBe('1 + 1) * (11')
    expect(value('y')).toBe(9)
    expect(value('z')).toEqual([3, true, '3', [1]])
  })

  it('reports what had no value to whoever asks', () => {
    const codes: string[] = []
    const template = compileTemplate('a #{1 / 0} b', library)
    expect(template.hasSubstitutions).toBe(true)
    expect(template.render(scopesOf(), worldOf(), ({ code }) => codes.push(code))).toBe('a  b')
    expect(codes).toEqual(['division-by-zero'])
    expect(compileTemplate('a #{ b', library).hasSubstitutions).toBe(false)
  })
})

describe('a lone name as an expression', () => {
  it.each([
    ['client_type', { name: 'client_type' }],
    [' project.x ', { name: 'x', scope: 'project' }],
    ['#{client_type}', { name: 'client_type' }],
    ['#{client.x}', { name: 'x', scope: 'client' }],
    ['x == 1', undefined],
    ['q#{i}', undefined],
    ['True', undefined],
    ['(x)', undefined],
    ['x y', undefined],
  ])('%s', (source, expected) => {
    expect(compileExpression(source, library).bareName).toEqual(expected)
  })
})

describe('lazy functions', () => {
  it('evaluate only what they ask for', () => {
    expect(evaluated('if(1 == 1, "a", 1 / 0)')).toEqual({ value: 'a', diagnostics: [] })
    expect(evaluated('first_true(0, "", "x", 1 / 0)')).toEqual({ value: 'x', diagnostics: [] })
    expect(evaluate('if(0, 1)')).toBeNull()
    expect(evaluate('if(n >= 300, 55, if(n >= "200", 60, if(n, 65 + 1, 70)))', { n: 150 })).toBe(66)
    expect(evaluate('first_true(first_true(0, n), 2) + first_true(0, "#{first_true(0, n)}")', { n: 4 })).toBe(8)
  })

  it('go on after an error inside text that they evaluated', () => {
    expect(evaluated('first_true("#{first_true(1 / 0)}", 5)').value).toBe(5)
  })
})

describe('limits', () => {
  it.each([
    ['limit-text', 'x = repeat("a", 1000000) + "b"\ny = 1'],
    ['limit-text', 'x = "#{t}#{t}#{t}"\ny = 1'],
    ['limit-effects', `${'ask(1)\n'.repeat(limits.effects)}x = ask(1)\ny = 1`],
  ])('%s stops the script: its statement gives none, the rest is skipped', (code, source) => {
    const { codes, scopes } = tryScript(source, { x: 1, t: 'a'.repeat(400_000) })
    expect(codes).toEqual([code])
    expect([scopes.order.has('x'), scopes.order.has('y')]).toEqual([false, false])
  })

  it('count steps and time', () => {
    expect(tryScript('x = 1\n'.repeat(limits.steps + 1)).codes).toEqual(['limit-steps'])
    let ms = 0
    const { codes, result } = tryScript('x = len(1)\n'.repeat(1000), {}, worldOf({ stopwatch: () => ms++ }))
    expect(codes).toEqual(['limit-time'])
    expect(result.lines.at(-1)?.line).toBeGreaterThan(50)
  })

  it('do not count looking as an effect', () => {
    expect(tryScript('look()\n'.repeat(200)).codes).toEqual([])
  })

  it('refuse what is too long or too much, and keep the old value', () => {
    const many = Object.fromEntries(Array.from({ length: limits.variablesPerScope }, (_, at) => [`v${at}`, 1]))
    const { codes, text } = tryScript(
      `v0 = repeat("a", 100001)\nnew = 1\nclient.new = 2\n${'n'.repeat(501)} = 1\nv1 = 2\nv2 = [repeat("a", 99997)]`,
      many,
    )
    expect(codes).toEqual(['value-too-long', 'too-many-variables', 'name-too-long', 'value-too-long'])
    expect([text('v0'), text('new'), text('v1'), text('v2')]).toEqual(['1', '2', '2', '1'])
  })

  it('bound how deep a value can grow', () => {
    const { codes } = tryScript(`x = []\n${'x = [x]\n'.repeat(300)}`)
    expect(codes[0]).toBe('value-too-long')
  })

  it('bound what all variables hold together', () => {
    const script = (lines: number) => Array.from({ length: lines }, (_, at) => `v${at} = t + "#{t}"`).join('\n')
    expect(tryScript(script(150), { t: 'a'.repeat(49_999) }).codes).toEqual([])
    expect(tryScript(script(200), { t: 'a'.repeat(49_999) }).codes).toEqual(['limit-memory'])
    expect(tryScript('v = t\n'.repeat(2_000), { t: 'a'.repeat(99_999) }).codes, 'the same variable again and again').toEqual([])
  })
})

describe('variables that functions create', () => {
  it('are order variables with sound names', () => {
    expect(tryScript('unpack([1, "b"])\nx = var2').text('x')).toBe('b')
  })
})
