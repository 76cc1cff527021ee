import { expect, it } from 'vitest'
import { isForMe } from './is-for-me.ts'

const asks = { waiting: true, unread: 1, lastFrom: 'client', blocked: false, responsible: null } as const
const me = { account: 7, status: 'shift', since: '2026-03-10T08:00:00.000Z' } as const

it('is for whoever holds the client, and for everybody while nobody does', () => {
  expect(isForMe(asks, me)).toBe(true)
  expect(isForMe({ ...asks, responsible: { account: 7, name: 'Ann' } }, me)).toBe(true)
  expect(isForMe({ ...asks, responsible: { account: 8, name: 'Bob' } }, me)).toBe(false)
})

it('is for nobody once the bot or a person has answered, or it was read', () => {
  expect(isForMe({ ...asks, waiting: false, lastFrom: 'bot' }, me)).toBe(false)
  expect(isForMe({ ...asks, unread: 0 }, me)).toBe(false)
  expect(isForMe({ ...asks, blocked: true }, me)).toBe(false)
})

it('leaves people alone on a break and after their shift', () => {
  expect(isForMe(asks, { ...me, status: 'break' })).toBe(false)
  expect(isForMe(asks, { ...me, status: 'absent' })).toBe(false)
  expect(isForMe(asks, { ...me, status: 'absent', since: null })).toBe(true)
})
