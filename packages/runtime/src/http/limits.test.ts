import { expect, it } from 'vitest'
import { readQuery } from './limits.ts'

it('reads a query as browsers do, the last of repeated names', () => {
  for (const text of [
    '',
    'a=1',
    'a=1&a=2&b=3',
    'a',
    'a=',
    '=1',
    '&&a=1&',
    'a=1=2',
    'a=%D0%B0+b',
    'a%20b=c',
    'a=%&b=1',
    '__proto__=1',
    'a?=/:#',
  ])
    expect({ ...readQuery(text) }, text).toEqual(Object.fromEntries(new URLSearchParams(text)))
  expect({ ...readQuery(undefined) }).toEqual({})
})
