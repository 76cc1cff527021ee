import { expect, it } from 'vitest'
import { compileMatcher } from '../matcher/index.ts'
import { waitsForText } from './kinds.ts'

it.each(
  ['', '#{none}', 'yes', 'True', ' False ', 'true', 'True;False', '#{x}'].flatMap((condition) =>
    [
      '',
      'x',
      ' x ',
      'client.x',
      'проект.ё',
      '#{x}',
      '#{ client.x }',
      'x > 1',
      'x y',
      'True',
      'not',
      'x#{y}',
      '#{x}#{y}',
      '(x)',
      'client.',
      'foo.x',
      'len(x)',
      '1',
    ].map((compare) => [condition, compare] as const),
  ),
)('whether "%s" beside "%s" is waited for is what the matcher does (7.7)', (condition, compare) => {
  const matcher = compileMatcher({ matchType: 'exact', condition, compare })
  expect(waitsForText({ condition, compare })).toBe(matcher.condition !== undefined && !matcher.bare)
})
