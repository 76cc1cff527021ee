import { describe, expect, it } from 'vitest'
import { highlight } from '../index.ts'
import { library } from '../../test/small-library.ts'

const painted = (source: string): string[] => highlight(source, library).map(({ from, to, kind }) => `${kind}:${source.slice(from, to)}`)

describe('highlighting', () => {
  it('names what stands in a statement', () => {
    expect(painted('client.x = len("a#{b}") + 2.5 and not True')).toEqual([
      'scope:client',
      'punctuation:.',
      'variable:x',
      'operator:=',
      'function:len',
      'punctuation:(',
      'string:"a',
      'interpolation:#{',
      'variable:b',
      'interpolation:}',
      'string:"',
      'punctuation:)',
      'operator:+',
      'number:2.5',
      'keyword:and',
      'keyword:not',
      'keyword:True',
    ])
  })

  it('paints bare text as the string that it is, with what is filled in', () => {
    expect(painted("t = it's #{имя}, (hello")).toEqual([
      'variable:t',
      'operator:=',
      "string:it's ",
      'interpolation:#{',
      'variable:имя',
      'interpolation:}',
      'string:, (hello',
    ])
  })

  it('paints comments, and lines that mean nothing', () => {
    expect(painted('/* a */ x = 1 /* b */\n1x = 5\n/* c')).toEqual([
      'comment:/* a */',
      'variable:x',
      'operator:=',
      'number:1',
      'comment:/* b */',
      'invalid:1x = 5',
      'comment:/* c',
    ])
  })

  it('tells a function from a variable of the same name', () => {
    expect(painted('len = len (len)')).toEqual([
      'variable:len',
      'operator:=',
      'function:len',
      'punctuation:(',
      'variable:len',
      'punctuation:)',
    ])
  })

  it('survives text nested beyond all sense', () => {
    expect(highlight(`x = "${'#{'.repeat(5_000)}${'}'.repeat(5_000)}"`, library).length).toBeGreaterThan(0)
  })
})
