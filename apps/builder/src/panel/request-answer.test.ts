import { expect, it } from 'vitest'
import { answerRows, variableFor } from './request-answer.ts'

it('lists the values of an answer with their paths', () => {
  const answer = { user: { id: 7, tags: ['vip', null] }, 'a|b': 1, ok: true }
  expect(answerRows(JSON.stringify(answer))?.rows.map(({ path, value, depth }) => [path, value, depth])).toEqual([
    ['user', '{…}', 0],
    ['user|id', '7', 1],
    ['user|tags', '[…]', 1],
    ['user|tags|0', '"vip"', 2],
    ['user|tags|1', 'null', 2],
    ['ok', 'true', 0],
  ])
})

it('has nothing to list of what is no JSON, and stops where it is long', () => {
  expect(answerRows('<html>')).toBeUndefined()
  expect(answerRows('5')).toBeUndefined()
  const long = answerRows(JSON.stringify(Array.from({ length: 1000 }, (_, at) => at)))
  expect([long?.rows.length, long?.cut]).toEqual([300, true])
})

it('names a variable after its key, and none that is taken or reserved', () => {
  expect(variableFor('user|tags|0', [])).toBe('tags')
  expect(variableFor('lead|id', ['id'])).toBe('id2')
  expect(variableFor('client_id', [])).toBe('answer')
  expect(variableFor('сумма-заказа', [])).toBe('сумма_заказа')
})
