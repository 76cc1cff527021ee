import { expect, it } from 'vitest'
import { readDays } from './read-days.ts'

it.each([
  ['30', 'traces', 30],
  [' 3 650 ', 'messages', 3650],
  ['', 'messages', null],
  ['', 'inbox', undefined],
  ['1', 'inbox', undefined],
  ['2', 'inbox', 2],
  ['0', 'log', undefined],
  ['3651', 'log', undefined],
  ['1.5', 'log', undefined],
  ['for ever', 'log', undefined],
] as const)('%j days of %s are %s', (text, name, days) => {
  expect(readDays(text, name)).toBe(days)
})
