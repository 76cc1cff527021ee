import { describe, expect, it } from 'vitest'
import { callsOf, parseExpression, parseScript, parseTemplate, variablesOf } from '../index.ts'
import { library } from '../../test/small-library.ts'

describe('variables of a text', () => {
  it('are those read, written and changed, with their scopes and places', () => {
    const source = 'client.a = b + project.c\nd["k#{e}"] = [f]\ndel g[0]\nt = bare #{h}\nq#{i} = q#{j}'
    const found = variablesOf(parseScript(source, library)).map(({ name, scope, access, from, to }) => [
      access,
      scope ?? '',
      name,
      source.slice(from, to),
    ])
    expect(found).toEqual([
      ['write', 'client', 'a', 'client.a'],
      ['read', '', 'b', 'b'],
      ['read', 'project', 'c', 'project.c'],
      ['change', '', 'd', 'd["k#{e}"]'],
      ['read', '', 'e', 'e'],
      ['read', '', 'f', 'f'],
      ['change', '', 'g', 'g[0]'],
      ['write', '', 't', 't'],
      ['read', '', 'h', 'h'],
      ['write', '', 'q#{i}', 'q#{i}'],
      ['read', '', 'i', 'i'],
      ['read', '', 'q#{j}', 'q#{j}'],
      ['read', '', 'j', 'j'],
    ])
  })

  it('are found in expressions and templates, too', () => {
    expect(variablesOf(parseExpression('a == 1 or b', library)).map(({ name }) => name)).toEqual(['a', 'b'])
    expect(variablesOf(parseTemplate('Hi #{name}, #{len(x)} #{1+}', library)).map(({ name }) => name)).toEqual(['name', 'x'])
  })
})

describe('calls of a text', () => {
  it('come with the places of their arguments and the numbers written out', () => {
    const source = 'x = if(len(5) == 1, concat(\'12\', y, 7.5), "#{len(3)}")'
    const calls = callsOf(parseScript(source, library))
    expect(calls.map(({ name, args }) => [name, args.length])).toEqual([
      ['if', 3],
      ['len', 1],
      ['concat', 3],
      ['len', 1],
    ])
    const [, , concat] = calls
    expect(concat?.args.map(({ number }) => number)).toEqual([12, undefined, 7.5])
    const [from = 0, to = 0] = concat?.args[0]?.digits ?? []
    expect(source.slice(from, to)).toBe('12')
  })
})
