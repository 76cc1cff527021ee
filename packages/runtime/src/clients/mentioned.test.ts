import { expect, it } from 'vitest'
import { mentioned } from './mentioned.ts'

const people = [
  { account: 1, name: 'Ann', email: 'ann@example.com' },
  { account: 2, name: 'Ann Lee', email: 'lee@example.com' },
  { account: 3, name: 'Борис', email: 'boris@example.com' },
  { account: 4, name: '', email: 'dora@example.com' },
]

it.each([
  ['@Ann, look', [1]],
  ['@ann lee and @борис: look', [2, 3]],
  ['@Ann Lee, then @Ann', [1, 2]],
  ['(@dora@example.com)', [4]],
  ['@Anna is a client, and mary@ann.example is hers', []],
  ['Ann, Boris', []],
  ['', []],
])('finds whom "%s" names', (text, accounts) => {
  expect(mentioned(text, people)).toEqual(accounts)
})
